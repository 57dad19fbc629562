package io.github.smi4j.regex;

/** Quotes a short token of a pattern for a message, so that hostile text stays short and visible. */
final class Quote {

    private static final int LONGEST = 24;

    private Quote() {}

    static String token(String text) {
        StringBuilder quoted = new StringBuilder("`");
        int shown =
                text.codePointCount(0, text.length()) > LONGEST ? text.offsetByCodePoints(0, LONGEST) : text.length();
        text.substring(0, shown).codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append(shown < text.length() ? "…`" : "`").toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        if (CharacterSet.isOfDomain(codePoint)) {
            quoted.appendCodePoint(codePoint);
        } else {
            quoted.append(String.format("\\x{%X}", codePoint));
        }
    }
}
