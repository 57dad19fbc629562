package io.github.smi4j.translate.istio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes of plain trees at a path of field names; a list on the way is each of its elements. */
final class Trees {
    private Trees() {}

    /** The tree with the value at a path changed, wherever it is there; a null is left out. */
    static Map<String, Object> change(Map<String, Object> tree, String path, UnaryOperator<Object> change) {
        return object(changed(tree, Arrays.asList(path.split("\\.")), change));
    }

    /** The tree without the field at a path. */
    static Map<String, Object> remove(Map<String, Object> tree, String path) {
        return change(tree, path, value -> null);
    }

    private static Object changed(Object value, List<String> path, UnaryOperator<Object> change) {
        if (path.isEmpty()) {
            return change.apply(value);
        }
        if (value instanceof List<?> list) {
            List<Object> others = new ArrayList<>();
            list.forEach(element -> others.add(changed(element, path, change)));
            return others;
        }
        Map<String, Object> other = new LinkedHashMap<>(object(value));
        if (other.containsKey(path.get(0))) {
            Object child = changed(other.get(path.get(0)), path.subList(1, path.size()), change);
            if (child == null) {
                other.remove(path.get(0));
            } else {
                other.put(path.get(0), child);
            }
        }
        return other;
    }

    @SuppressWarnings("unchecked") // objects have texts as keys
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** The elements of a list of objects; none if it is not there. */
    static List<Map<String, Object>> objects(Map<String, Object> tree, String field) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (tree.get(field) instanceof List<?> list) {
            list.forEach(element -> objects.add(object(element)));
        }
        return objects;
    }

    /** A change of each text of a list. */
    static UnaryOperator<Object> texts(UnaryOperator<String> change) {
        return value -> ((List<?>) value)
                .stream().map(text -> change.apply((String) text)).toList();
    }

    /** A change of a text. */
    static UnaryOperator<Object> text(UnaryOperator<String> change) {
        return value -> change.apply((String) value);
    }
}
