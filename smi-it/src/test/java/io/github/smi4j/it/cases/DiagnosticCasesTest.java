package io.github.smi4j.it.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code is raised by a manifest, and just not by another. */
class DiagnosticCasesTest {
    static List<DiagnosticCase> cases() {
        return DiagnosticCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void input_ofCase_raisesTheCode(DiagnosticCase golden) {
        List<Diagnostic> findings = golden.findings(DiagnosticCase.INPUT);

        assertThat(findings).extracting(finding -> finding.code().id()).startsWith(golden.code());
        compare(golden, DiagnosticCase.EXPECTED, findings);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inside_ofCase_doesNotRaiseTheCode(DiagnosticCase golden) {
        List<Diagnostic> findings = golden.findings(DiagnosticCase.INSIDE);

        assertThat(findings).extracting(finding -> finding.code().id()).doesNotContain(golden.code());
        compare(golden, DiagnosticCase.EXPECTED_INSIDE, findings);
    }

    private static void compare(DiagnosticCase golden, String file, List<Diagnostic> findings) {
        String text = DiagnosticCase.text(findings);
        if (Boolean.getBoolean("smi4j.update")) {
            golden.write(file, text);
        }
        assertThat(text).isEqualTo(golden.text(file));
    }
}
