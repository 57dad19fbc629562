package io.github.smi4j.testkit.tree;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads plain trees. */
public final class Fields {
    private Fields() {}

    /**
     * Refuses what a model does not know, so that it never guesses.
     *
     * @param tree an object
     * @param what what the object is, for the message
     * @param modelled the fields that the model knows
     * @throws UnsupportedOperationException if there are others
     */
    public static void requireKnown(Map<?, ?> tree, String what, String... modelled) {
        Set<String> unknown = unknown(tree, modelled);
        if (!unknown.isEmpty()) {
            throw new UnsupportedOperationException("the model does not know " + unknown + " of " + what);
        }
    }

    /** The fields of an object that are not among those that are known, sorted. */
    public static Set<String> unknown(Map<?, ?> tree, String... known) {
        return tree.keySet().stream()
                .map(String::valueOf)
                .filter(field -> !List.of(known).contains(field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

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

    /** A field that is a list of texts; empty if it is absent. */
    public static List<String> texts(Map<?, ?> tree, String name) {
        return list(tree, name).stream().map(String::valueOf).toList();
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
