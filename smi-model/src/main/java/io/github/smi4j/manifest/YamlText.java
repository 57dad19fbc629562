package io.github.smi4j.manifest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a tree as YAML that its versions 1.1 and 1.2 read alike: block style, quoted unless plainly a word. */
final class YamlText {
    // Applied to bounded text only, and without nested repetition that could overlap.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(?:[./][A-Za-z0-9_-]+)*");
    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf");
    private static final int LONGEST_PLAIN = 120;
    /** Six characters for one, if all have to be escaped. */
    private static final int LONGEST_IMPLICIT_KEY = 1000 / 6;

    private final Appendable out;

    YamlText(Appendable out) {
        this.out = out;
    }

    void document(Map<String, Object> tree) throws IOException {
        node(tree, 0, false);
    }

    private void node(Object value, int indent, boolean afterDash) throws IOException {
        if (value instanceof Map<?, ?> map) {
            if (map.isEmpty()) {
                out.append("{}\n");
            }
            mapping(map, indent, afterDash);
        } else {
            for (Object element : (List<?>) value) {
                pad(indent);
                out.append("- ");
                if (isBlock(element)) {
                    node(element, indent + 2, true);
                } else {
                    out.append(flow(element)).append('\n');
                }
            }
        }
    }

    private void mapping(Map<?, ?> map, int indent, boolean afterDash) throws IOException {
        boolean padded = afterDash;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!padded) {
                pad(indent);
            }
            padded = false;
            key(entry.getKey().toString(), indent);
            Object value = entry.getValue();
            if (isBlock(value)) {
                out.append('\n');
                node(value, value instanceof List ? indent : indent + 2, false);
            } else {
                out.append(' ').append(flow(value)).append('\n');
            }
        }
    }

    /** A long key must be announced: parsers look for the colon of others within 1024 characters only. */
    private void key(String key, int indent) throws IOException {
        if (key.length() <= LONGEST_IMPLICIT_KEY) {
            out.append(string(key)).append(':');
            return;
        }
        out.append("? ").append(string(key)).append('\n');
        pad(indent);
        out.append(':');
    }

    /** Nested lists start their own line; a list right after a dash would not be read alike by all. */
    private static boolean isBlock(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty())
                || (value instanceof List<?> list
                        && !list.isEmpty()
                        && list.stream().noneMatch(List.class::isInstance));
    }

    private static String flow(@Nullable Object value) throws IOException {
        if (value instanceof String text) {
            return string(text);
        }
        StringBuilder json = new StringBuilder();
        JsonText.compact(json).value(value);
        return json.toString();
    }

    private void pad(int indent) throws IOException {
        out.append(" ".repeat(indent));
    }

    private static String string(String text) throws IOException {
        boolean plain = text.length() <= LONGEST_PLAIN
                && PLAIN.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : JsonText.quoted(text);
    }
}
