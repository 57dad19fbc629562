package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.UserText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** Findings for people: the line they are about with a caret, and what to do. */
final class TextReport {
    private static final int WIDEST_LINE = 120;

    private TextReport() {}

    static String render(List<Diagnostic> diagnostics, boolean colours) {
        StringBuilder report = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            String line = diagnostic.toString();
            String severity = diagnostic.severity().name();
            report.append(coloured(diagnostic.severity(), colours))
                    .append(line.substring(severity.length()))
                    .append('\n');
            diagnostic.position().ifPresent(position -> appendSource(report, position));
            report.append("  help: ")
                    .append(UserText.visible(diagnostic.help()))
                    .append('\n');
        }
        return report.toString();
    }

    private static String coloured(Severity severity, boolean colours) {
        String style = switch (severity) {
            case ERROR -> "bold,red";
            case WARNING -> "bold,yellow";
            case INFO -> "bold";
        };
        return (colours ? Ansi.ON : Ansi.OFF).string("@|" + style + " " + severity.name() + "|@");
    }

    private static void appendSource(StringBuilder report, SourcePosition position) {
        Optional<String> line = position.sourceLine().filter(text -> position.column() <= text.length() + 1);
        if (line.isEmpty()) {
            return;
        }
        int start = Math.max(0, position.column() - 1 - WIDEST_LINE / 2);
        int end = Math.min(line.get().length(), start + WIDEST_LINE);
        String before = shown(line.get().substring(start, position.column() - 1));
        String after = shown(line.get().substring(position.column() - 1, end));
        String number = String.valueOf(position.line());
        report.append("  ")
                .append(number)
                .append(" | ")
                .append(before)
                .append(after)
                .append('\n');
        report.append("  ")
                .append(" ".repeat(number.length()))
                .append(" | ")
                .append(" ".repeat(before.codePointCount(0, before.length())))
                .append("^\n");
    }

    private static String shown(String text) {
        return UserText.visible(text.replace('\t', ' '));
    }
}
