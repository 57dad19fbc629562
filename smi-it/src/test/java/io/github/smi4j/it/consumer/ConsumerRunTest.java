package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.consumer.ForkedJava.Result;
import io.github.smi4j.it.publication.PublishedLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Users' programs on the class path and on the module path, with our jars alone and with the parser. */
class ConsumerRunTest {
    private static final List<Path> OURS = PublishedLibrary.jars();
    private static final List<Path> WITH_ENGINE = Fixtures.jarsWith(LoadSettings.class);
    private static final List<String> ADD_ENGINE = List.of("--add-modules", "org.snakeyaml.engine");
    private static final String MANIFEST = ProjectFiles.of("docs/examples/consumer/src/test/resources/canary.yaml")
            .toString();

    @TempDir
    private static Path usage;

    @TempDir
    private static Path programs;

    @BeforeAll
    static void compile() throws Exception {
        assertThat(Compilation.onModulePath(Compilation.sources(Fixtures.folder("usage")), OURS, usage))
                .isEmpty();
        assertThat(Compilation.onModulePath(Compilation.sources(Fixtures.folder("programs")), OURS, programs))
                .isEmpty();
    }

    @Test
    void translate_classPathOfOurJars_writesVirtualService() throws Exception {
        assertTranslated(ForkedJava.onClassPath(Fixtures.and(OURS, usage), "shop.Quickstart"));
    }

    @Test
    void translate_modulePathOfOurJars_writesVirtualService() throws Exception {
        assertTranslated(ForkedJava.onModulePath(Fixtures.and(OURS, usage), List.of(), "shop.Quickstart"));
    }

    @Test
    void read_classPathWithoutEngine_saysWhatToAdd() throws Exception {
        assertSaysWhatToAdd(ForkedJava.onClassPath(Fixtures.and(OURS, programs), "shop.ReadManifest", MANIFEST));
    }

    @Test
    void read_modulePathWithoutEngine_saysWhatToAdd() throws Exception {
        assertSaysWhatToAdd(
                ForkedJava.onModulePath(Fixtures.and(OURS, programs), List.of(), "shop.ReadManifest", MANIFEST));
    }

    @Test
    void read_modulePathWithEngineNotAdded_saysWhatToAdd() throws Exception {
        assertSaysWhatToAdd(
                ForkedJava.onModulePath(Fixtures.and(WITH_ENGINE, programs), List.of(), "shop.ReadManifest", MANIFEST));
    }

    @Test
    void read_classPathWithEngine_writesWhatWasRead() throws Exception {
        assertRead(ForkedJava.onClassPath(Fixtures.and(WITH_ENGINE, programs), "shop.ReadManifest", MANIFEST));
    }

    @Test
    void read_modulePathWithEngine_writesWhatWasRead() throws Exception {
        assertRead(ForkedJava.onModulePath(
                Fixtures.and(WITH_ENGINE, programs), ADD_ENGINE, "shop.ReadManifest", MANIFEST));
    }

    private static void assertTranslated(Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("---\napiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\n")
                .contains("kind: VirtualService\n", "weight: 90", "weight: 10");
        assertThat(result.err()).contains("SMI", "shop/edge-to-web").doesNotContain("Exception");
    }

    private static void assertSaysWhatToAdd(Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("org.snakeyaml:snakeyaml-engine", "class path", "--add-modules org.snakeyaml.engine");
    }

    private static void assertRead(Result result) throws Exception {
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("---\n" + Files.readString(Path.of(MANIFEST)));
    }
}
