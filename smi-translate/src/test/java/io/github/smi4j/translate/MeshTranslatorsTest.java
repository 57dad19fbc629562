package io.github.smi4j.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.translate.spi.MeshTranslator;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshTranslatorsTest {
    @TempDir
    Path folder;

    @Test
    void of_several_sortsThemByName() {
        MeshTranslators meshes = MeshTranslators.of(new TestMesh("kuma"), new TestMesh("app-mesh"));
        assertThat(meshes.names()).containsExactly("app-mesh", "kuma");
        assertThat(meshes.all()).extracting(Translator::meshName).containsExactly("app-mesh", "kuma");
    }

    @Test
    void of_twoOfOneName_namesBothClasses() {
        assertThatThrownBy(() -> MeshTranslators.of(new TestMesh("kuma"), new TestMesh.Other("kuma")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two translators have the mesh name kuma: io.github.smi4j.translate.TestMesh and"
                        + " io.github.smi4j.translate.TestMesh$Other; remove one of them");
    }

    @ParameterizedTest
    @CsvSource({"'', '\"\"'", "' ', '\" \"'", "Istio, '\"Istio\"'", "a_b, '\"a_b\"'", ", 'null'"})
    void of_aNameThatIsNone_says(String name, String shown) {
        assertThatThrownBy(() -> MeshTranslators.of(new TestMesh(name)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the translator io.github.smi4j.translate.TestMesh has the mesh name " + shown
                        + ", expected lower-case letters, digits and hyphens");
    }

    @Test
    void of_nullTranslator_throws() {
        assertThatThrownBy(() -> MeshTranslators.of((MeshTranslator) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("translator");
    }

    @Test
    void get_unknownMesh_listsTheInstalledAndNamesTheArtifact() {
        MeshTranslators meshes = MeshTranslators.of(new TestMesh("kuma"), new TestMesh("app-mesh"));
        assertThatThrownBy(() -> meshes.get("linkerd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no translator to \"linkerd\" is installed: there are app-mesh, kuma; add its artifact, for"
                        + " example io.github.smi4j:smi-translate-linkerd");
    }

    @Test
    void get_whereNothingIsInstalled_saysSo() {
        assertThatThrownBy(() -> MeshTranslators.of().get("Istio"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no translator to \"Istio\" is installed: there is none; add its artifact, for example"
                        + " io.github.smi4j:smi-translate-istio");
    }

    /** A class loader that knows one provider more. */
    private URLClassLoader provider(String line) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(MeshTranslator.class.getName()), line + "\n");
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private MeshTranslators loadProvider(String line) throws IOException {
        try (URLClassLoader loader = provider(line)) {
            return MeshTranslators.load(loader);
        }
    }

    @Test
    void load_aClassThatIsMissing_namesIt() {
        assertThatThrownBy(() -> loadProvider("com.example.MissingMesh"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a translator cannot be loaded: ")
                .hasMessageContaining("com.example.MissingMesh");
    }

    @Test
    void load_aClassWhoseConstructorThrows_namesIt() {
        assertThatThrownBy(() -> loadProvider(FailingMesh.class.getName()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a translator cannot be loaded: ")
                .hasMessageContaining(FailingMesh.class.getName())
                .hasStackTraceContaining("no licence");
    }

    @Test
    void load_aClassThatIsNoTranslator_namesIt() {
        assertThatThrownBy(() -> loadProvider(MeshTranslatorsTest.class.getName()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a translator cannot be loaded: ")
                .hasMessageContaining(MeshTranslatorsTest.class.getName());
    }

    @Test
    void load_ofAClassLoader_findsItsTranslators() throws IOException {
        assertThat(loadProvider(InstalledMesh.class.getName()).names()).containsExactly("installed");
    }

    @Test
    void load_ofTheThread_findsATranslatorOnce() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = provider(InstalledMesh.class.getName());
                URLClassLoader second =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, loader)) {
            thread.setContextClassLoader(second);
            assertThat(MeshTranslators.load().names()).containsExactly("installed");
            thread.setContextClassLoader(null);
            assertThat(MeshTranslators.load().names()).isEmpty();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "0", "9", "a-z", "mesh2"})
    void of_lettersDigitsAndHyphens_isAName(String name) {
        assertThat(MeshTranslators.of(new TestMesh(name)).names()).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "{", "/", ":", "A", "Z", "a b", "ä"})
    void of_anyOtherCharacter_isNoName(String name) {
        assertThatThrownBy(() -> MeshTranslators.of(new TestMesh(name))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void get_aNameThatNoArtifactHas_namesThatOfIstio() {
        assertThatThrownBy(() -> MeshTranslators.of().get("my mesh"))
                .hasMessageEndingWith("add its artifact, for example io.github.smi4j:smi-translate-istio");
    }

    @Test
    void load_withoutAProvider_hasNone() {
        assertThat(MeshTranslators.load(getClass().getClassLoader()).all()).isEqualTo(List.of());
    }
}
