package io.github.smi4j.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ordered pair of versions of every kind, and every loss. */
class ConversionCasesTest {
    static List<ConversionCase> cases() {
        return ConversionCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void convert_case_isAsExpected(ConversionCase example) {
        Conversion conversion = example.convert();

        if (Boolean.getBoolean("smi4j.update")) {
            example.update("expected.yaml", ConversionCase.yaml(conversion));
            example.update("expected.diagnostics", ConversionCase.diagnostics(conversion));
        }
        assertThat(ConversionCase.yaml(conversion)).isEqualTo(example.text("expected.yaml"));
        assertThat(ConversionCase.diagnostics(conversion)).isEqualTo(example.text("expected.diagnostics"));
    }

    /** What is written is read without any fault, in the version asked for. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void convert_case_isReadable(ConversionCase example) {
        List<String> asked = example.lines("options").stream()
                .filter(line -> line.startsWith("to="))
                .map(line -> line.substring(3))
                .toList();

        ResourceSet again = ManifestReader.create().read(example.text("expected.yaml"), "expected.yaml");

        assertThat(again.diagnostics()).isEmpty();
        assertThat(again.resources().stream()
                        .filter(r -> asked.stream()
                                .anyMatch(a -> a.startsWith(r.resourceKind().group() + "/"))))
                .allSatisfy(r -> assertThat(asked).contains(r.apiVersion()));
    }

    @Test
    void cases_everyOrderedPairOfVersions_hasOne() {
        Set<String> names =
                ConversionCase.all().stream().map(ConversionCase::toString).collect(Collectors.toSet());

        assertThat(Arrays.stream(ResourceKind.values()).flatMap(ConversionCasesTest::pairs))
                .allSatisfy(pair -> assertThat(names).contains(pair));
    }

    private static Stream<String> pairs(ResourceKind kind) {
        return kind.versions().stream()
                .flatMap(from -> kind.versions().stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> kind + "/" + from + "-to-" + to));
    }

    @Test
    void codes_all_areRaisedByACase() {
        Set<String> raised = ConversionCase.all().stream()
                .flatMap(example -> example.lines("expected.diagnostics").stream())
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());

        assertThat(ConversionCode.values())
                .allSatisfy(code -> assertThat(raised).contains(code.id()));
    }
}
