package io.github.smi4j.manifest;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree as JSON. */
final class JsonText {
    private final Appendable out;
    private final boolean indented;

    private JsonText(Appendable out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    /** On one line. */
    static JsonText compact(Appendable out) {
        return new JsonText(out, false);
    }

    /** A line for each field, indented by two blanks. */
    static JsonText indented(Appendable out) {
        return new JsonText(out, true);
    }

    void value(@Nullable Object value) throws IOException {
        value(value, 0);
    }

    private void value(@Nullable Object value, int depth) throws IOException {
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof List<?> list) {
            array(list, depth);
        } else if (value instanceof String text) {
            out.append(quoted(text));
        } else {
            out.append(String.valueOf(value));
        }
    }

    private void object(Map<?, ?> map, int depth) throws IOException {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            newLine(depth + 1);
            out.append(quoted(entry.getKey().toString())).append(": ");
            value(entry.getValue(), depth + 1);
            separate(entries, depth);
        }
        out.append('}');
    }

    private void array(List<?> list, int depth) throws IOException {
        out.append('[');
        Iterator<?> elements = list.iterator();
        while (elements.hasNext()) {
            newLine(depth + 1);
            value(elements.next(), depth + 1);
            separate(elements, depth);
        }
        out.append(']');
    }

    private void separate(Iterator<?> rest, int depth) throws IOException {
        if (rest.hasNext()) {
            out.append(indented ? "," : ", ");
        } else {
            newLine(depth);
        }
    }

    private void newLine(int depth) throws IOException {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    /** A string in double quotes, as JSON and both versions of YAML read it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default ->
                    quoted.append(
                            isEscaped(text, i) ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isEscaped(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c >= '\uFFFE';
    }
}
