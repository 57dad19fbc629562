package io.github.smi4j.testkit.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Changes of plain trees at a path of field names with dots between them, {@code spec.rules.matches}; a list on the way is each
 * of its elements. What is changed is a copy.
 */
public final class Trees {
    private Trees() {}

    /**
     * The tree with the value at a path changed, wherever it is there.
     *
     * @param tree an object
     * @param path names of fields
     * @param change gives the new value; {@link #text} and {@link #texts} help with that
     */
    public static Map<String, Object> change(Map<String, Object> tree, String path, UnaryOperator<Object> change) {
        return changed(tree, path, value -> Optional.of(change.apply(value)));
    }

    /** The tree without the field at a path. */
    public static Map<String, Object> remove(Map<String, Object> tree, String path) {
        return changed(tree, path, value -> Optional.empty());
    }

    /** The tree without the field at a path where its value passes a test. */
    public static Map<String, Object> removeIf(Map<String, Object> tree, String path, Predicate<Object> test) {
        return changed(tree, path, value -> Optional.of(value).filter(test.negate()));
    }

    private static Map<String, Object> changed(
            Map<String, Object> tree, String path, Function<Object, Optional<Object>> change) {
        return changedObject(tree, Arrays.asList(path.split("\\.")), change);
    }

    private static Map<String, Object> changedObject(
            Map<String, Object> tree, List<String> path, Function<Object, Optional<Object>> change) {
        Map<String, Object> other = new LinkedHashMap<>(tree);
        List<String> rest = path.subList(1, path.size());
        other.computeIfPresent(
                path.get(0), (name, value) -> changedValue(value, rest, change).orElse(null));
        return other;
    }

    private static Optional<Object> changedValue(
            Object value, List<String> path, Function<Object, Optional<Object>> change) {
        if (path.isEmpty()) {
            return change.apply(value);
        }
        if (value instanceof List<?> list) {
            List<Object> others = new ArrayList<>();
            list.forEach(element -> changedValue(element, path, change).ifPresent(others::add));
            return Optional.of(others);
        }
        return Optional.of(value instanceof Map<?, ?> ? changedObject(object(value), path, change) : value);
    }

    /** A value that is known to be an object. */
    @SuppressWarnings("unchecked") // objects have texts as keys
    public static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** The elements of a field that is a list of objects; none if it is not there. */
    public static List<Map<String, Object>> objects(Map<String, Object> tree, String field) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (tree.get(field) instanceof List<?> list) {
            list.forEach(element -> objects.add(object(element)));
        }
        return objects;
    }

    /** A change of each text of a list. */
    public static UnaryOperator<Object> texts(UnaryOperator<String> change) {
        return value -> ((List<?>) value)
                .stream().map(text -> change.apply((String) text)).toList();
    }

    /** A change of a text. */
    public static UnaryOperator<Object> text(UnaryOperator<String> change) {
        return value -> change.apply((String) value);
    }
}
