package io.github.smi4j.regex;

/** What to say about an escape that is outside the dialect. */
final class EscapeFaults {

    private static final String DROP_BACKSLASH = "Leave the backslash out for the character itself.";

    private EscapeFaults() {}

    /** The refusal of an escape that the reader has just taken, from its backslash to the escaped character. */
    static Refusal refusal(PatternReader reader, int start, int escaped, boolean inClass) {
        String token = reader.quoteFrom(start);
        return switch (escaped) {
            case 'p', 'P' ->
                new Refusal(
                        start,
                        token + " names a Unicode class, which the engines fill differently.",
                        "Write the characters out, as in `[A-Za-z]`.");
            case 'C' -> new Refusal(start, token + " matches a single byte.", "Write `.` for any character.");
            case 'Q', 'E' ->
                new Refusal(start, token + " is a quotation mark of other dialects.", "Escape each special character.");
            case 'Z' -> new Refusal(start, token + " is an anchor of other dialects.", "Write `$` or `\\z`.");
            case 'G' -> new Refusal(start, token + " is an anchor of other dialects.", "Leave it out, or write `^`.");
            case 'K' -> new Refusal(start, token + " resets a match, which no matching here has.", "Leave it out.");
            case 'R' -> new Refusal(start, token + " is a line break of other dialects.", "Write `\\r?\\n`.");
            case 'X' -> new Refusal(start, token + " is a grapheme of other dialects.", "Write `.` for any character.");
            case 'u', 'U' ->
                new Refusal(start, token + " is a character escape of other dialects.", "Write `\\x{…}` instead.");
            case '<', '>' ->
                new Refusal(start, token + " is a character in RE2 and a word edge in Rust.", DROP_BACKSLASH);
            case 'b', 'B', 'A', 'z' -> assertion(start, token, inClass);
            default -> other(reader, start, escaped, token);
        };
    }

    private static Refusal assertion(int start, String token, boolean inClass) {
        String where = inClass ? " is an assertion and cannot stand in a class." : " cannot stand here.";
        return new Refusal(start, token + where, "Move it out of the class; for a backspace write `\\x08`.");
    }

    private static Refusal other(PatternReader reader, int start, int escaped, String token) {
        if ('0' <= escaped && escaped <= '9') {
            boolean octal = escaped == '0' || (isOctal(escaped) && isOctal(reader.peek()) && isOctal(reader.peek(1)));
            return octal
                    ? new Refusal(start, token + " begins an octal escape.", "Write `\\x` and two hexadecimal digits.")
                    : new Refusal(
                            start,
                            token + " is a back-reference.",
                            "Neither engine has them. Write the repeated text out.");
        }
        return new Refusal(start, token + " is not an escape of the dialect.", DROP_BACKSLASH);
    }

    private static boolean isOctal(int found) {
        return '0' <= found && found <= '7';
    }
}
