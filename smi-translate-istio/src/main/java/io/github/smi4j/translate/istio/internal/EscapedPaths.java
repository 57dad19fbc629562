package io.github.smi4j.translate.istio.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What Envoy makes of a path before it compares it: it escapes some characters that no URI has. A pattern may thus meet a
 * path that it would not meet as it was sent.
 */
final class EscapedPaths {
    /** The characters that are escaped; no path with one of them is met. */
    static final String ESCAPED = " \"<>^`{|}";

    private static final List<String> ESCAPES = ESCAPED.chars()
            .mapToObj(c -> String.format(Locale.ROOT, "%%%02X", c))
            .toList();

    private EscapedPaths() {}

    /** Whether the pattern has a character that is escaped, so that it meets no path, or less than it seems to. */
    static boolean hasEscaped(String pattern) {
        return pattern.chars().anyMatch(c -> ESCAPED.indexOf(c) >= 0);
    }

    /** Whether the pattern has an escape, or ends in the beginning of one: it also meets the character that is escaped. */
    static boolean hasEscape(String pattern) {
        boolean prefix = pattern.endsWith(Rewrite.ANY);
        String text = prefix ? pattern.substring(0, pattern.length() - 1) : pattern;
        return ESCAPES.stream()
                .anyMatch(escape -> text.contains(escape)
                        || (prefix
                                && (text.endsWith(escape.substring(0, 1)) || text.endsWith(escape.substring(0, 2)))));
    }

    /**
     * Suffixes that a suffix also meets where its beginning is the end of an escape: {@code *Edit} meets {@code /x>dit},
     * which is compared as {@code /x%3Edit}. None for other patterns.
     */
    static List<String> escapesBefore(String pattern) {
        if (!pattern.startsWith(Rewrite.ANY)) {
            return List.of();
        }
        String suffix = pattern.substring(1);
        return IntStream.of(1, 2)
                .boxed()
                .flatMap(cut -> ESCAPES.stream()
                        .filter(escape -> suffix.startsWith(escape.substring(cut)))
                        .map(escape -> escape.substring(0, cut) + suffix))
                .distinct()
                .toList();
    }
}
