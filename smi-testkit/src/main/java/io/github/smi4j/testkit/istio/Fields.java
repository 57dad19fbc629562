package io.github.smi4j.testkit.istio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads plain trees. */
final class Fields {
    private Fields() {}

    /** Refuses what the model does not know, so that it never guesses. */
    static void requireKnown(Map<?, ?> tree, String what, String... modelled) {
        Set<?> unknown = tree.keySet().stream()
                .filter(field -> !List.of(modelled).contains(field))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new UnsupportedOperationException("the model of Istio does not know " + unknown + " of " + what);
        }
    }

    /** A field that is an object; empty if it is absent. */
    static Map<?, ?> object(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> object ? object : Map.of();
    }

    /** A field that is a list of objects; empty if it is absent. */
    static List<Map<?, ?>> objects(Map<?, ?> tree, String name) {
        return list(tree, name).stream()
                .<Map<?, ?>>map(item -> item instanceof Map<?, ?> object ? object : Map.of())
                .toList();
    }

    /** A field that is a list of texts; empty if it is absent. */
    static List<String> texts(Map<?, ?> tree, String name) {
        return list(tree, name).stream().map(String::valueOf).toList();
    }

    /** A field that is a list; empty if it is absent. */
    static List<?> list(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof List<?> list ? list : List.of();
    }

    /** A field that is a text; empty if it is absent. */
    static String text(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    /** A field that is a whole number; the default if it is absent. */
    static long number(Map<?, ?> tree, String name, long absent) {
        return tree.get(name) instanceof Number number ? number.longValue() : absent;
    }
}
