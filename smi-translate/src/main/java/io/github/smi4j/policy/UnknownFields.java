package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.SmiResource;
import java.util.List;

/**
 * Reports fields that SMI does not have. In a unit that grants or selects, such a field may have been meant as a
 * constraint, so the unit must not be read without it.
 */
final class UnknownFields {
    private final PolicyFindings findings;
    private final Known<? extends SmiResource> resource;

    UnknownFields(PolicyFindings findings, Known<? extends SmiResource> resource) {
        this.findings = findings;
        this.resource = resource;
    }

    /** Reports the fields as warnings. */
    void warn(OtherFields fields, FieldPath parent, String... known) {
        report(PolicyCode.FIELD_UNKNOWN, fields, parent, known);
    }

    /** Reports the fields as errors; whether there was any. */
    boolean refuse(OtherFields fields, FieldPath parent, String... known) {
        report(PolicyCode.FIELD_UNKNOWN_CONSTRAINT, fields, parent, known);
        return !fields.isEmpty();
    }

    private void report(PolicyCode code, OtherFields fields, FieldPath parent, String... known) {
        for (String name : fields.names()) {
            findings.reportKey(
                    code,
                    resource,
                    parent.field(name),
                    "SMI has no field " + UserText.show(name) + " here",
                    NearestName.of(name, List.of(known))
                            .map(n -> "Did you mean " + n + "?")
                            .orElse(code.help() + " Here there are " + String.join(", ", known) + "."));
        }
    }
}
