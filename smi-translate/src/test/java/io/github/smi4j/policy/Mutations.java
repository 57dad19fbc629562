package io.github.smi4j.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Spoils a document in every place: each value, each element, each field, each name of a field. */
final class Mutations {
    private static final List<Object> NONSENSE = Collections.unmodifiableList(
            Arrays.asList(null, 17, true, "", "*", "zzz", "No Such Thing (", List.of(), Map.of(), List.of("zzz")));
    private static final List<Object> NUMBERS = List.of(-1, 0, 70_000, 80.5, "80x", "081");
    private static final List<Object> ELEMENTS =
            Collections.unmodifiableList(Arrays.asList(null, 17, -1, "", "zzz", Map.of()));
    private static final List<String> VERSIONS =
            List.of("v1alpha1", "v1alpha2", "v1alpha3", "v1alpha4", "v9alpha9", "v1", "V1ALPHA4");

    /**
     * A spoilt document.
     *
     * @param what what was done where
     * @param document the outcome
     */
    record Mutation(String what, Map<String, Object> document) {
        @Override
        public String toString() {
            return what;
        }
    }

    private final Map<String, Object> document;
    private final List<Mutation> found = new ArrayList<>();

    private Mutations(Map<String, Object> document) {
        this.document = document;
    }

    /** All mutations of a document. */
    static List<Mutation> of(Map<String, Object> document) {
        Mutations mutations = new Mutations(document);
        mutations.map(document, List.of());
        mutations.versions();
        return List.copyOf(mutations.found);
    }

    private void versions() {
        String group = String.valueOf(document.get("apiVersion")).replaceFirst("/.*", "");
        for (String version : VERSIONS) {
            String other = group + "/" + version;
            if (!other.equals(document.get("apiVersion"))) {
                replace(List.of("apiVersion"), other);
            }
        }
        add("only the group in apiVersion", tree -> tree.put("apiVersion", group));
        add("only a version in apiVersion", tree -> tree.put("apiVersion", "v1alpha4"));
    }

    private void value(Object value, List<Object> path) {
        if (value instanceof Map<?, ?> map) {
            map(map, path);
        } else if (value instanceof List<?> list) {
            list(list, path);
        }
        NONSENSE.forEach(other -> replace(path, other));
        if (value instanceof Number) {
            NUMBERS.forEach(other -> replace(path, other));
        }
    }

    private void map(Map<?, ?> map, List<Object> path) {
        map.forEach((key, value) -> {
            List<Object> below = below(path, key);
            value(value, below);
            add(below + " removed", tree -> at(tree, path, m -> ((Map<?, ?>) m).remove(key)));
            rename(path, key, name -> name + "x");
            rename(path, key, name -> name.toUpperCase(Locale.ROOT));
            put(path, ((String) key).toUpperCase(Locale.ROOT), value);
        });
        put(path, "zzz", "zzz");
        put(path, "port", 9);
        put(path, "matches", List.of());
        put(path, "namespace", "zzz");
    }

    private void list(List<?> list, List<Object> path) {
        for (int i = 0; i < list.size(); i++) {
            int place = i;
            List<Object> below = below(path, i);
            value(list.get(i), below);
            add(below + " removed", tree -> at(tree, path, l -> ((List<?>) l).remove(place)));
            add(below + " twice", tree -> at(tree, path, l -> append(l, copy(list.get(place)))));
        }
        ELEMENTS.forEach(other ->
                add(path + " with another element " + other, tree -> at(tree, path, l -> append(l, other))));
    }

    private void replace(List<Object> path, Object other) {
        Object last = path.get(path.size() - 1);
        List<Object> above = path.subList(0, path.size() - 1);
        add(
                path + " is " + (other instanceof String ? "'" + other + "'" : other),
                tree -> at(tree, above, parent -> {
                    if (last instanceof Integer place) {
                        set(parent, place, other);
                    } else {
                        entries(parent).put((String) last, other);
                    }
                }));
    }

    private void rename(List<Object> path, Object key, UnaryOperator<String> change) {
        String other = change.apply((String) key);
        if (!other.equals(key)) {
            add(
                    below(path, key) + " renamed to " + other,
                    tree -> at(tree, path, m -> {
                        Map<String, Object> fields = entries(m);
                        fields.put(other, fields.remove((String) key));
                    }));
        }
    }

    private void put(List<Object> path, String key, Object value) {
        add(below(path, key) + " added", tree -> at(tree, path, m -> entries(m).putIfAbsent(key, copy(value))));
    }

    private void add(String what, Consumer<Map<String, Object>> change) {
        Map<String, Object> tree = entries(copy(document));
        change.accept(tree);
        if (!tree.equals(document)) {
            found.add(new Mutation(document.get("kind") + " " + document.get("metadata") + ": " + what, tree));
        }
    }

    private static void at(Map<String, Object> tree, List<Object> path, Consumer<Object> change) {
        Object node = tree;
        for (Object step : path) {
            node = step instanceof Integer place ? ((List<?>) node).get(place) : ((Map<?, ?>) node).get(step);
        }
        change.accept(node);
    }

    private static List<Object> below(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, copy(element)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return value;
    }

    @SuppressWarnings("unchecked") // documents have string keys only
    private static Map<String, Object> entries(Object map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked") // lists of documents take any value
    private static void append(Object list, Object element) {
        ((List<Object>) list).add(element);
    }

    @SuppressWarnings("unchecked") // lists of documents take any value
    private static void set(Object list, int place, Object element) {
        ((List<Object>) list).set(place, element);
    }
}
