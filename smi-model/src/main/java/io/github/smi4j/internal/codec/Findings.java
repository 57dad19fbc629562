package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one document while it is decoded. */
final class Findings {
    /** How many findings one document may have: what is past them is not worth the memory. */
    private static final int MOST_FINDINGS = 1000;

    private final Map<String, Object> document;
    private final Optional<Origin> origin;
    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;
    private boolean fieldsMisplaced;

    /** Findings about a document, which may have come from text. */
    Findings(Map<String, Object> document, Optional<Origin> origin) {
        this.document = document;
        this.origin = origin;
    }

    Optional<Origin> origin() {
        return origin;
    }

    void report(DiagnosticCode code, FieldPath path, String message) {
        report(code, path, message, code.help());
    }

    void report(DiagnosticCode code, FieldPath path, String message, String help) {
        if (code.severity() == Severity.ERROR) {
            errors++;
        }
        if (found.size() > MOST_FINDINGS) {
            return;
        }
        if (found.size() == MOST_FINDINGS) {
            add(
                    TextCode.LIMIT,
                    FieldPath.root(),
                    "has more than " + MOST_FINDINGS + " findings; the others are left out",
                    "Mend the first ones.");
            return;
        }
        add(code, path, message, help);
    }

    private void add(DiagnosticCode code, FieldPath path, String message, String help) {
        found.add(Diagnostic.builder(code)
                .resource(Documents.ref(document))
                .path(path)
                .position(origin.flatMap(o -> o.position(path)))
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
