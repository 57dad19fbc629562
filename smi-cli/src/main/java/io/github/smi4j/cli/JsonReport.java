package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.manifest.ManifestWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as one JSON document; its schema is {@code docs/report.schema.json}. */
final class JsonReport {
    /** Grows when a reader of the format before could misread it. */
    private static final int FORMAT_VERSION = 1;

    private JsonReport() {}

    static String render(List<Diagnostic> diagnostics) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("formatVersion", FORMAT_VERSION);
        report.put("summary", summary(diagnostics));
        report.put("diagnostics", diagnostics.stream().map(JsonReport::tree).toList());
        return ManifestWriter.json().write(() -> report);
    }

    private static Map<String, Object> summary(List<Diagnostic> diagnostics) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("errors", FindingSummary.count(diagnostics, Severity.ERROR));
        summary.put("warnings", FindingSummary.count(diagnostics, Severity.WARNING));
        summary.put("notes", FindingSummary.count(diagnostics, Severity.INFO));
        summary.put(
                "codes",
                FindingSummary.groups(diagnostics).stream()
                        .map(JsonReport::tree)
                        .toList());
        return summary;
    }

    private static Map<String, Object> tree(FindingSummary.Group group) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", group.code());
        tree.put("severity", group.severity().name());
        tree.put("count", group.count());
        tree.put("summary", group.first().code().summary());
        return tree;
    }

    private static Map<String, Object> tree(Diagnostic diagnostic) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("code", diagnostic.code().id());
        tree.put("severity", diagnostic.severity().name());
        tree.put("effect", diagnostic.effect().name());
        diagnostic.resource().ifPresent(ref -> tree.put("resource", tree(ref)));
        tree.put("path", diagnostic.path().toString());
        diagnostic.position().ifPresent(position -> tree.put("position", tree(position)));
        tree.put("message", diagnostic.message());
        tree.put("help", diagnostic.help());
        return tree;
    }

    private static Map<String, Object> tree(ResourceRef ref) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", ref.group());
        tree.put("kind", ref.kind());
        ref.namespace().ifPresent(namespace -> tree.put("namespace", namespace));
        tree.put("name", ref.name());
        return tree;
    }

    private static Map<String, Object> tree(SourcePosition position) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", position.file());
        tree.put("line", position.line());
        tree.put("column", position.column());
        return tree;
    }
}
