package io.github.smi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Golden cases, and the contract that runs them. */
class GoldenCaseTest {
    private static final String INPUT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: a}
            spec: {service: a, backends: [{service: a-v1, weight: 1}]}
            ---
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: b}
            spec: {service: b, backends: [{service: b-v1, weight: 1}]}
            """;

    @TempDir
    Path root;

    private Path folder;

    /** Emits a resource for each split; or for the first alone. */
    private record Mesh(boolean forTheFirstAlone) implements MeshTranslator {
        @Override
        public String meshName() {
            return "test";
        }

        @Override
        public Set<ResourceKind> supportedKinds() {
            return Set.of(ResourceKind.TRAFFIC_SPLIT);
        }

        @Override
        public void translate(TranslationContext in, TranslationOutput out) {
            in.policy().splits().stream()
                    .limit(forTheFirstAlone ? 1 : 9)
                    .forEach(split -> out.emit(route(split), split.splits()));
        }

        private static MeshResource route(ResolvedSplit split) {
            ObjectMeta metadata = ObjectMeta.builder()
                    .name(split.root().name())
                    .namespace(split.root().namespace())
                    .build();
            return MeshResource.of("test.example/v1", "Route", metadata, Map.of());
        }
    }

    /** The contract on the folder of a test. */
    private static GoldenCasesContractTest contract(Path root, MeshTranslator translator) {
        return new GoldenCasesContractTest() {
            @Override
            protected MeshTranslator translator() {
                return translator;
            }

            @Override
            protected Path root() {
                return root;
            }
        };
    }

    @BeforeEach
    void writeACase() throws IOException {
        folder = Files.createDirectories(root.resolve("splits").resolve("two"));
        write("input.yaml", INPUT);
        write("options", "default-namespace=shop\n");
        Translation translation = golden().translate(translator());
        write("expected.yaml", GoldenCase.resources(translation));
        write("expected.diagnostics", GoldenCase.diagnostics(translation));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private GoldenCase golden() {
        return GoldenCase.in(root).get(0);
    }

    private static Translator translator() {
        return MeshTranslators.of(new Mesh(false)).get("test");
    }

    private GoldenCasesContractTest contract() {
        return contract(root, new Mesh(false));
    }

    private static void runAll(Stream<DynamicTest> tests) throws Throwable {
        for (Executable test : tests.map(DynamicTest::getExecutable).toList()) {
            test.execute();
        }
    }

    @Test
    void in_aFolder_findsCasesTwoLevelsBelow() throws IOException {
        Files.createDirectories(root.resolve("access").resolve("none").resolve("deeper"));
        assertThat(GoldenCase.in(root)).map(GoldenCase::name).containsExactly("access/none", "splits/two");
    }

    @Test
    void documents_areThoseOfTheInput() {
        assertThat(golden().documents()).hasSize(2).allMatch(text -> text.startsWith("apiVersion: "));
    }

    @Test
    void fileNames_areSorted() {
        assertThat(golden().fileNames())
                .containsExactly("expected.diagnostics", "expected.yaml", "input.yaml", "options");
    }

    @Test
    void translate_usesTheOptions() {
        assertThat(golden().translate(translator()).resources())
                .map(resource -> resource.ref().toString())
                .containsExactly("Route shop/a", "Route shop/b");
    }

    @Test
    void translate_anOptionThatDoesNotExist_isRefused() throws IOException {
        write("options", "colour=red\n");
        assertThatThrownBy(() -> golden().translate(translator()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void diagnostics_haveHelp() {
        assertThat(golden().text(GoldenCase.DIAGNOSTICS))
                .contains("TrafficSplit shop/a")
                .contains("\n  help: ");
    }

    @Test
    void contract_whatIsExpected_passes() {
        assertThatCode(() -> {
                    runAll(contract().translate_ofEachCase_givesWhatIsExpected());
                    runAll(contract().translate_ofShuffledDocuments_givesTheSame());
                    contract().folders_all_holdCasesOnly();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void contract_tests_haveTheNamesOfTheCases() {
        assertThat(contract().translate_ofEachCase_givesWhatIsExpected())
                .map(DynamicTest::getDisplayName)
                .containsExactly("splits/two");
    }

    @Test
    void contract_otherResources_fail() {
        assumeFalse(Boolean.getBoolean("smi4j.update"), "then they are written");
        GoldenCasesContractTest contract = contract(root, new Mesh(true));
        assertThatThrownBy(() -> runAll(contract.translate_ofEachCase_givesWhatIsExpected()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected.yaml");
    }

    @Test
    void contract_otherFindings_fail() throws IOException {
        assumeFalse(Boolean.getBoolean("smi4j.update"), "then they are written");
        write("expected.diagnostics", "");
        assertThatThrownBy(() -> runAll(contract().translate_ofEachCase_givesWhatIsExpected()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected.diagnostics");
    }

    @Test
    void contract_noCases_fails() {
        assertThatThrownBy(
                        () -> contract(root.resolve("splits"), new Mesh(false)).folders_all_holdCasesOnly())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void contract_fileThatIsMissing_fails() throws IOException {
        Files.delete(folder.resolve("expected.yaml"));
        assertThatThrownBy(() -> contract().folders_all_holdCasesOnly())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("splits/two");
    }

    @Test
    void contract_fileOfAnotherName_fails() throws IOException {
        write("notes.txt", "");
        assertThatThrownBy(() -> contract().folders_all_holdCasesOnly()).isInstanceOf(AssertionError.class);
    }

    @Test
    void contract_fileThatLiesElsewhere_fails() throws IOException {
        Files.writeString(root.resolve("splits").resolve("input.yaml"), INPUT);
        assertThatThrownBy(() -> contract().folders_all_holdCasesOnly()).isInstanceOf(AssertionError.class);
    }

    @Test
    void contract_inputWithoutLastLineBreak_mayBeShuffled() throws IOException {
        write("input.yaml", INPUT.stripTrailing());
        assertThatCode(() -> runAll(contract().translate_ofShuffledDocuments_givesTheSame()))
                .doesNotThrowAnyException();
    }

    @Test
    void files_thatAreNotThere_areNamed() {
        assertThat(List.of(golden()))
                .allSatisfy(golden ->
                        assertThatThrownBy(() -> golden.text("missing")).hasMessageContaining("missing"));
    }
}
