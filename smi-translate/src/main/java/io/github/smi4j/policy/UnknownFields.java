package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.SmiResource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reports fields that SMI does not have. In a unit that grants or selects, such a field may have been meant as a
 * constraint, so the unit must not be read without it.
 */
final class UnknownFields {
    private static final int FARTHEST_SLIP = 2;
    private static final int SHORTEST_BEGINNING = 3;

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
                    nearest(name, List.of(known))
                            .map(n -> "Did you mean " + n + "?")
                            .orElse(code.help() + " Here there are " + String.join(", ", known) + "."));
        }
    }

    /** The known name that the given one begins, or else the one that differs by the fewest letters, if those are few. */
    private static Optional<String> nearest(String name, List<String> known) {
        String given = name.toLowerCase(Locale.ROOT);
        Optional<String> begun = known.stream()
                .filter(k -> given.length() >= SHORTEST_BEGINNING
                        && k.toLowerCase(Locale.ROOT).startsWith(given))
                .findFirst();
        return begun.or(() -> known.stream()
                .filter(k -> Math.abs(k.length() - given.length()) <= FARTHEST_SLIP)
                .filter(k -> distance(given, k.toLowerCase(Locale.ROOT)) <= FARTHEST_SLIP)
                .min(Comparator.comparing(k -> distance(given, k.toLowerCase(Locale.ROOT)))));
    }

    /** Levenshtein's distance; both texts are short. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
