package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code smi validate} writes where, and how it ends. */
class ValidateCommandTest {
    private static final String SPLIT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: canary
              namespace: shop
            spec:
              service: web
              backends:
              - service: web-v1
                weight: 90
              - service: web-v2
                weight: WEIGHT
            """;
    private static final String FAULTY = SPLIT.replace("WEIGHT", "-5");
    private static final String SOUND = SPLIT.replace("WEIGHT", "10");
    private static final String OLD = SOUND.replace("v1alpha4", "v1alpha2");
    private static final String DOUBLE = SOUND.replace("web-v2", "web-v1");

    @TempDir
    Path directory;

    @Test
    void report_ofAnError_showsTheLineWithACaretAndWhatToDo() {
        RunResult result = RunResult.withInput(FAULTY, "validate", "-");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                ERROR SMI2104 -:12:13 TrafficSplit shop/canary spec.backends[1].weight: must be a whole number >= 0, was -5
                  12 |     weight: -5
                     |             ^
                  help: Write a whole number >= 0; fractions exist in split v1alpha1 alone.
                1 error, 0 warnings, 0 notes in 1 SMI resource
                """);
    }

    @Test
    void soundInput_saysSo() {
        RunResult result = RunResult.withInput(SOUND, "validate", "-");

        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualTo("No findings in 1 SMI resource.\n");
    }

    @Test
    void warnings_failOnlyWhereTheBarIsThere() {
        assertThat(RunResult.withInput(DOUBLE, "validate", "-").status()).isZero();
        assertThat(RunResult.withInput(DOUBLE, "validate", "--fail-on", "warning", "-")
                        .status())
                .isEqualTo(1);
        assertThat(RunResult.withInput(OLD, "validate", "--fail-on", "warning", "-")
                        .status())
                .isZero();
    }

    @Test
    void rule_raisedLoweredOrOff_changesTheReportAndTheStatus() {
        RunResult raised = RunResult.withInput(OLD, "validate", "--rule", "SMI2010=error", "-");
        RunResult lowered = RunResult.withInput(FAULTY, "validate", "--rule", "SMI2104=Info", "-");
        RunResult off = RunResult.withInput(FAULTY, "validate", "--rule", "SMI2104=off", "-");

        assertThat(raised.status()).isEqualTo(1);
        assertThat(raised.out()).startsWith("ERROR SMI2010 -:1:13 ");
        assertThat(lowered.status()).isZero();
        assertThat(lowered.out()).startsWith("INFO SMI2104 -:12:13 ");
        assertThat(off.out()).isEqualTo("No findings in 1 SMI resource.\n");
    }

    @Test
    void rule_ofAnotherForm_saysWhatIsExpected() {
        RunResult level = RunResult.of("validate", "--rule", "SMI2010=fatal", "-");
        RunResult code = RunResult.of("validate", "--rule", "2010=off", "-");

        assertThat(level.status()).isEqualTo(2);
        assertThat(level.err())
                .isEqualTo("smi: --rule SMI2010 must be error, warning, info, on or off, was \"fatal\"\n");
        assertThat(code.err())
                .isEqualTo("smi: the code of a finding is capital letters and four digits, for example SMI2007, was"
                        + " \"2010\"\n");
    }

    @Test
    void portability_isTheTranslatorsWord() {
        RunResult asked = RunResult.withInput(SOUND, "validate", "--portable-to", "istio", "-");
        RunResult unknown = RunResult.withInput(SOUND, "validate", "--portable-to", "isto", "-");

        assertThat(asked.out()).contains("WARNING SMI4009 -:7:12 ").contains("INFO SMI2119 ");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("isto").contains("istio");
    }

    @Test
    void options_ofAMesh_areKnownOnlyWithTheMesh() {
        RunResult with = RunResult.withInput(
                SOUND, "validate", "--portable-to", "istio", "--option", "root-namespace=mesh", "-");
        RunResult without = RunResult.withInput(SOUND, "validate", "--option", "root-namespace=mesh", "-");

        assertThat(with.status()).isZero();
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).startsWith("smi: no option \"root-namespace\"; the options are cluster-domain, ");
    }

    @Test
    void summary_ofRepeatedCodes_isATableByCode() {
        String several =
                FAULTY + "---\n" + FAULTY.replace("canary", "other").replace("service: web\n", "service: api\n")
                        + "---\n" + OLD.replace("canary", "old").replace("service: web\n", "service: old\n");

        assertThat(RunResult.withInput(several, "validate", "-").out()).endsWith("""
                2 errors, 0 warnings, 1 note in 3 SMI resources
                  ERROR   SMI2104 2  A weight is not a whole number >= 0; the split is not emitted
                  INFO    SMI2010 1  The version of the API is not the last one that SMI released
                """);
    }

    @Test
    void report_ofFiles_doesNotDependOnTheirOrder() throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            Path file = directory.resolve(name + ".yaml");
            Files.writeString(
                    file, FAULTY.replace("canary", name).replace("service: web\n", "service: " + name + "\n"));
            files.add(file.toString());
        }
        String report = validate(files);
        Collections.shuffle(files, new Random(7));

        assertThat(validate(files)).isEqualTo(report).contains("4 errors");
    }

    private static String validate(List<String> files) {
        List<String> args = new ArrayList<>(List.of("validate"));
        args.addAll(files);
        return RunResult.of(args.toArray(String[]::new)).out();
    }

    @Test
    void colours_offATerminal_areNotWritten() {
        assertThat(RunResult.withInput(FAULTY, "validate", "-").out()).doesNotContain("\u001b");
    }

    @Test
    void missingFile_isWrongUsage() {
        RunResult result =
                RunResult.of("validate", directory.resolve("none.yaml").toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).endsWith("none.yaml: there is no such file\n");
    }
}
