package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.manifest.ManifestWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Findings as a log of SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format). */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final String PROJECT = "https://github.com/smi4j/smi4j";
    private static final String OWN_PREFIX = "SMI";
    private static final String STANDARD_INPUT = "-";

    private SarifReport() {}

    static String render(List<Diagnostic> diagnostics, String version) {
        Map<String, DiagnosticCode> codes = new TreeMap<>();
        diagnostics.forEach(d -> codes.put(d.code().id(), d.code()));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "smi4j");
        driver.put("version", version);
        driver.put("informationUri", PROJECT);
        driver.put("rules", codes.values().stream().map(SarifReport::rule).toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        List<String> order = List.copyOf(codes.keySet());
        run.put("columnKind", "utf16CodeUnits");
        run.put(
                "results",
                diagnostics.stream()
                        .map(diagnostic -> result(diagnostic, order))
                        .toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return ManifestWriter.json().write(() -> log);
    }

    private static Map<String, Object> rule(DiagnosticCode code) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code.id());
        rule.put("shortDescription", Map.of("text", code.summary()));
        rule.put("help", Map.of("text", code.help()));
        if (code.id().startsWith(OWN_PREFIX)) {
            rule.put(
                    "helpUri",
                    PROJECT + "/blob/main/docs/diagnostics.md#" + code.id().toLowerCase(Locale.ROOT));
        }
        rule.put("defaultConfiguration", Map.of("level", level(code.severity())));
        return rule;
    }

    private static Map<String, Object> result(Diagnostic diagnostic, List<String> order) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", diagnostic.code().id());
        result.put("ruleIndex", order.indexOf(diagnostic.code().id()));
        result.put("level", level(diagnostic.severity()));
        result.put("message", Map.of("text", withoutLinks(diagnostic.message() + ". " + diagnostic.help())));
        Map<String, Object> location = new LinkedHashMap<>();
        diagnostic.position().ifPresent(position -> location.put("physicalLocation", physical(position)));
        diagnostic
                .resource()
                .ifPresent(ref -> location.put(
                        "logicalLocations",
                        List.of(Map.of("fullyQualifiedName", (ref + " " + diagnostic.path()).trim()))));
        if (!location.isEmpty()) {
            result.put("locations", List.of(location));
        }
        return result;
    }

    /** A message may hold links (SARIF 2.1.0, 3.11.6); text of a user must not become one. */
    private static String withoutLinks(String text) {
        return text.replace("](", "\\](");
    }

    private static Map<String, Object> physical(SourcePosition position) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", position.line());
        region.put("startColumn", position.column());
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", Map.of("uri", uri(position.file())));
        physical.put("region", region);
        return physical;
    }

    /** Where a file lies, relative as it was given. */
    static String uri(String file) {
        if (file.equals(STANDARD_INPUT)) {
            return "stdin";
        }
        try {
            String path = file.replace('\\', '/');
            // What stands before a colon in the first segment would be a scheme.
            int slash = path.indexOf('/');
            String first = slash < 0 ? path : path.substring(0, slash);
            return new URI(null, null, first.contains(":") ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "input";
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
