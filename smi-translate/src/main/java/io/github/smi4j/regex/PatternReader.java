package io.github.smi4j.regex;

/** A cursor over a pattern. */
final class PatternReader {

    /** What {@link #peek()} answers past the end; no pattern that is read holds a NUL. */
    static final char END = '\0';

    private final String text;
    private int position;

    PatternReader(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, position);
    }

    boolean takeIf(char expected) {
        boolean found = !atEnd() && peek() == expected;
        if (found) {
            position++;
        }
        return found;
    }

    /** Takes a code point; the reader must not be at its end. */
    int take() {
        int codePoint = text.codePointAt(position);
        position += Character.charCount(codePoint);
        return codePoint;
    }

    void skip(int length) {
        position += length;
    }

    /** The pattern from an index up to the cursor, quoted for a message. */
    String quoteFrom(int start) {
        return Quote.token(text.substring(start, position));
    }
}
