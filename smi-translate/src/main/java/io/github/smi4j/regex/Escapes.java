package io.github.smi4j.regex;

import java.util.Optional;

/** Reads escapes, from their backslash on, and refuses those that are outside the dialect. */
final class Escapes {

    private final PatternReader reader;

    Escapes(PatternReader reader) {
        this.reader = reader;
    }

    /** Takes {@code \d \D \w \W \s \S}; absent, and nothing taken, if another escape is next. */
    Optional<CharacterSet> namedSet(Flags flags) {
        Optional<CharacterSet> set = NamedSets.ofEscape(reader.peek(1), flags);
        if (set.isPresent()) {
            reader.skip(2);
        }
        return set;
    }

    /** Takes an escape that stands for one character. */
    int character(boolean inClass) {
        int start = reader.position();
        reader.take();
        if (reader.atEnd()) {
            throw new Refusal(start, "The pattern ends with a backslash.", "For the character itself write `\\\\`.");
        }
        int escaped = reader.take();
        return switch (escaped) {
            case 'a' -> 0x07;
            case 'f' -> '\f';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'v' -> 0x0B;
            case 'x' -> hexadecimal(start);
            default -> punctuation(start, escaped, inClass);
        };
    }

    private int punctuation(int start, int escaped, boolean inClass) {
        boolean plain = '!' <= escaped && escaped <= '~' && !Character.isLetterOrDigit(escaped);
        if (plain && "<>_".indexOf(escaped) < 0) {
            return escaped;
        }
        throw EscapeFaults.refusal(reader, start, escaped, inClass);
    }

    private int hexadecimal(int start) {
        int code = reader.takeIf('{') ? bracedHexadecimal(start) : twoDigits(start);
        if (code > CharacterSet.LAST || (Character.MIN_SURROGATE <= code && code <= Character.MAX_SURROGATE)) {
            throw new Refusal(
                    start,
                    reader.quoteFrom(start) + " is not a character.",
                    "Write a code point up to 10FFFF outside D800 to DFFF.");
        }
        return code;
    }

    private int twoDigits(int start) {
        return digit(start) * 16 + digit(start);
    }

    private int bracedHexadecimal(int start) {
        int code = digit(start);
        while (!reader.takeIf('}')) {
            code = Math.min(CharacterSet.LAST + 1, code * 16 + digit(start));
        }
        return code;
    }

    private int digit(int start) {
        int value = Character.digit(reader.peek(), 16);
        if (value < 0 || reader.peek() > '~') {
            throw new Refusal(
                    start,
                    "The escape `\\x` is not followed by hexadecimal digits.",
                    "Write `\\x` and two digits, or `\\x{…}` with the code point.");
        }
        reader.skip(1);
        return value;
    }
}
