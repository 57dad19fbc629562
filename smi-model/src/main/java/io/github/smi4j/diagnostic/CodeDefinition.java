package io.github.smi4j.diagnostic;

import java.util.Objects;

/**
 * The fixed parts of a {@link DiagnosticCode}.
 *
 * @param id the stable identifier: a prefix of capital letters and four digits, for example {@code SMI2104}
 * @param severity the severity unless the one who reports it has a reason for another
 * @param effect what becomes of the part of the input that the finding is about
 * @param summary one sentence without a full stop that says what was found, without the particulars
 * @param help one sentence that says what to do next
 */
public record CodeDefinition(String id, Severity severity, Effect effect, String summary, String help) {
    private static final int DIGITS = 4;

    /** Refuses null and an id of another form. */
    public CodeDefinition {
        if (!isId(id)) {
            throw new IllegalArgumentException("an id is capital letters and four digits, was " + UserText.show(id));
        }
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(help, "help");
    }

    /** Whether the text has the form of an id: capital letters and four digits. */
    public static boolean isId(String text) {
        int letters = text.length() - DIGITS;
        return letters > 0
                && text.substring(0, letters).chars().allMatch(c -> c >= 'A' && c <= 'Z')
                && text.substring(letters).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
