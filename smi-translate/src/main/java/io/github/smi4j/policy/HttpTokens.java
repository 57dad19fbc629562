package io.github.smi4j.policy;

/** The syntax of methods and header names. */
final class HttpTokens {
    private static final String SYMBOLS = "!#$%&'*+-.^_`|~";

    private HttpTokens() {}

    /** Whether the text is a token of HTTP (RFC 9110, section 5.6.2). */
    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= '0' && c <= '9')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= 'a' && c <= 'z')
                                || SYMBOLS.indexOf(c) >= 0);
    }
}
