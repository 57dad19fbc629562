package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document while it is decoded. */
final class Findings {
    private final ResourceRef resource;
    private final Locator locator;
    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;
    private boolean fieldsMisplaced;

    Findings(ResourceRef resource, Locator locator) {
        this.resource = resource;
        this.locator = locator;
    }

    void report(DiagnosticCode code, FieldPath path, String message) {
        report(code, path, message, code.help());
    }

    void report(DiagnosticCode code, FieldPath path, String message, String help) {
        if (code.severity() == Severity.ERROR) {
            errors++;
        }
        found.add(Diagnostic.builder(code)
                .resource(resource)
                .path(path)
                .position(locator.position(path))
                .message(message)
                .help(help)
                .build());
    }

    void wrongType(FieldPath path, String expected, @Nullable Object found) {
        report(TextCode.TYPE, path, "must be " + expected + ", was " + (found == null ? "null" : UserText.show(found)));
    }

    /** A field stands in the wrong place: that it is missing from the right one is not a second finding. */
    void fieldsAreMisplaced() {
        fieldsMisplaced = true;
    }

    void missing(FieldPath path, String expected) {
        if (fieldsMisplaced) {
            return;
        }
        report(TextCode.FIELD_MISSING, path, "is missing: expected " + expected);
    }

    /** How many errors there are; a unit during whose decoding the number grew is at fault. */
    int errors() {
        return errors;
    }

    List<Diagnostic> all() {
        return found;
    }
}
