package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many findings there are, of each severity and of each code. */
final class FindingSummary {
    private FindingSummary() {}

    /**
     * The findings of one code and severity.
     *
     * @param first one of them
     * @param count how many
     */
    record Group(Diagnostic first, int count) {
        String code() {
            return first.code().id();
        }

        Severity severity() {
            return first.severity();
        }
    }

    /** {@code 1 error, 2 warnings, 0 notes}. */
    static String counts(List<Diagnostic> findings) {
        return counted(count(findings, Severity.ERROR), "error") + ", "
                + counted(count(findings, Severity.WARNING), "warning") + ", "
                + counted(count(findings, Severity.INFO), "note");
    }

    static int count(List<Diagnostic> findings, Severity severity) {
        return (int) findings.stream().filter(d -> d.severity() == severity).count();
    }

    /** {@code 1 error}, {@code 2 errors}. */
    static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    /** The findings by severity, the worst first, and code. */
    static List<Group> groups(List<Diagnostic> findings) {
        Map<String, List<Diagnostic>> byCode = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.code().id() + " " + finding.severity(), TreeMap::new, Collectors.toList()));
        return byCode.values().stream()
                .map(group -> new Group(group.get(0), group.size()))
                .sorted(Comparator.comparing((Group group) -> rank(group.severity()))
                        .thenComparing(Group::code))
                .toList();
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case ERROR -> 0;
            case WARNING -> 1;
            case INFO -> 2;
        };
    }

    /** A line for each code, where a code has several findings; nothing where it would only repeat the report. */
    static String table(List<Diagnostic> findings) {
        List<Group> groups = groups(findings);
        if (groups.size() == findings.size()) {
            return "";
        }
        int width = String.valueOf(groups.stream().mapToInt(Group::count).max().orElse(0))
                .length();
        return groups.stream()
                .map(group -> String.format(
                        Locale.ROOT,
                        "  %-7s %s %" + width + "d  %s%n",
                        group.severity(),
                        group.code(),
                        group.count(),
                        group.first().code().summary()))
                .collect(Collectors.joining())
                .replace("\r\n", "\n");
    }
}
