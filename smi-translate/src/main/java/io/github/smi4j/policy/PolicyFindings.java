package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.regex.RegexFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with meaning and references. */
final class PolicyFindings {
    private final List<Diagnostic> found = new ArrayList<>();
    private final Visits visits = new Visits();

    /** Reports a field by its path in the newest version's shape; the finding shows the document's own. */
    void report(DiagnosticCode code, Known<? extends SmiResource> resource, FieldPath path, String message) {
        report(code, resource, path, message, code.help());
    }

    void report(
            DiagnosticCode code, Known<? extends SmiResource> resource, FieldPath path, String message, String help) {
        FieldPath own = resource.value().documentPath(path);
        add(code, resource, own, resource.entry().position(own), message, help);
    }

    /** Reports a finding that is about no resource of the set. */
    void report(Diagnostic finding) {
        found.add(finding);
    }

    /** Reports a resource of which no value could be made. */
    void report(DiagnosticCode code, ResourceIndex.Unreadable resource, String message) {
        found.add(Diagnostic.builder(code)
                .resource(resource.ref())
                .position(resource.entry().position(FieldPath.root()))
                .message(message)
                .build());
    }

    /** Reports a field at its name rather than at its value. */
    void reportKey(
            DiagnosticCode code, Known<? extends SmiResource> resource, FieldPath path, String message, String help) {
        FieldPath own = resource.value().documentPath(path);
        add(code, resource, own, resource.entry().keyPosition(own), message, help);
    }

    /** Reports a pattern at the place of its fault: in the text itself where the pattern stands there as written. */
    void reportRegex(
            DiagnosticCode code,
            Known<? extends SmiResource> resource,
            FieldPath path,
            String pattern,
            RegexFault fault) {
        FieldPath own = resource.value().documentPath(path);
        Optional<SourcePosition> position = resource.entry().position(own).map(p -> inside(p, pattern, fault.offset()));
        String message = "at character " + (fault.offset() + 1) + ": " + withoutFullStop(fault.message());
        add(code, resource, own, position, message, fault.help());
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void add(
            DiagnosticCode code,
            Known<? extends SmiResource> resource,
            FieldPath path,
            Optional<SourcePosition> position,
            String message,
            String help) {
        found.add(Diagnostic.builder(code)
                .resource(resource.ref())
                .path(path)
                .position(position)
                .message(message)
                .help(help)
                .build());
    }

    private static SourcePosition inside(SourcePosition start, String pattern, int offset) {
        String line = start.sourceLine().orElse("");
        String rest = line.substring(Math.min(start.column() - 1, line.length()));
        boolean quoted = rest.startsWith("'" + pattern) || rest.startsWith('"' + pattern);
        return quoted || rest.startsWith(pattern) ? start.plusColumns(offset + (quoted ? 1 : 0)) : start;
    }

    /** How often parts of the input were looked at to find all this. */
    Visits visits() {
        return visits;
    }

    List<Diagnostic> all() {
        return found;
    }
}
