package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import java.util.List;

/** How many findings there are of each severity. */
final class FindingCounts {
    private FindingCounts() {}

    /** {@code 1 error, 2 warnings, 0 notes}. */
    static String text(List<Diagnostic> diagnostics) {
        return count(diagnostics, Severity.ERROR, "error") + ", " + count(diagnostics, Severity.WARNING, "warning")
                + ", " + count(diagnostics, Severity.INFO, "note");
    }

    private static String count(List<Diagnostic> diagnostics, Severity severity, String word) {
        long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
