package io.github.smi4j.diagnostic;

import java.util.Locale;
import java.util.Map;

/**
 * Shows text of a user inside a message. The text may be hostile: characters that steer a terminal or turn the reading
 * direction are escaped, and long text is cut.
 */
public final class UserText {
    /** How many characters of a value a message shows before it is cut: {@value}. */
    public static final int MAX_SHOWN = 80;

    private UserText() {}

    /** A value as a message shows it: strings in double quotes, numbers and words bare, a list or object by its kind. */
    public static String show(Object value) {
        if (value instanceof CharSequence text) {
            return '"' + cut(visible(text.toString()).replace("\"", "\\\"")) + '"';
        }
        if (value instanceof Number || value instanceof Boolean) {
            return cut(value.toString());
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof Iterable<?> || value instanceof Object[]) {
            return "a list";
        }
        return value.getClass().getSimpleName();
    }

    /** The text with every character that could hide or forge output written as {@code \\uXXXX}. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                for (char unit : Character.toChars(c)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String cut(String text) {
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.substring(0, end) + "…";
    }
}
