package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;

/** How findings are reported. */
enum ReportFormat {
    /** For people. */
    text {
        @Override
        String render(List<Diagnostic> diagnostics, boolean colours) {
            return TextReport.render(diagnostics, colours);
        }
    },
    /** A JSON document of our own. */
    json {
        @Override
        String render(List<Diagnostic> diagnostics, boolean colours) {
            return JsonReport.render(diagnostics);
        }
    },
    /** SARIF 2.1.0, which code hosts show beside the lines. */
    sarif {
        @Override
        String render(List<Diagnostic> diagnostics, boolean colours) throws IOException {
            return SarifReport.render(diagnostics, BuildVersion.number());
        }
    };

    abstract String render(List<Diagnostic> diagnostics, boolean colours) throws IOException;
}
