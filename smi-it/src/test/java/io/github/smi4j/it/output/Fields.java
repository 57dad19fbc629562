package io.github.smi4j.it.output;

import java.util.List;
import java.util.Map;

/** Access to a plain tree whose shape the schema has checked. */
public final class Fields {
    private Fields() {}

    /** A field that is an object; empty if it is absent. */
    public static Map<?, ?> object(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> object ? object : Map.of();
    }

    /** A field that is a list of objects; empty if it is absent. */
    public static List<Map<?, ?>> objects(Map<?, ?> tree, String name) {
        return list(tree, name).stream()
                .<Map<?, ?>>map(item -> item instanceof Map<?, ?> object ? object : Map.of())
                .toList();
    }

    /** A field that is a list; empty if it is absent. */
    public static List<?> list(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof List<?> list ? list : List.of();
    }

    /** A field that is a text; empty if it is absent. */
    public static String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    /** A field that is a whole number; the default if it is absent. */
    public static long number(Map<?, ?> tree, String name, long absent) {
        return tree.get(name) instanceof Number number ? number.longValue() : absent;
    }
}
