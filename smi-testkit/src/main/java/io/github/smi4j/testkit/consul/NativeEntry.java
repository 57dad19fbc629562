package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The native form of config entries, whose fields begin with capitals, brought into the form that resources have. Consul takes
 * other spellings of the fields too; the model does not.
 */
final class NativeEntry {
    private static final Set<String> HEAD = Set.of("Kind", "Name", "Namespace", "Partition", "Meta");

    /** Objects whose keys are not names of fields. */
    private static final Set<String> MAPS = Set.of("Set", "Add", "Subsets", "Failover", "Config", "Arguments");

    private NativeEntry() {}

    static boolean isNative(Map<String, ?> tree) {
        return tree.containsKey("Kind");
    }

    static String kind(Map<String, ?> tree) {
        return Fields.text(tree, "Kind");
    }

    /** What the spec of a resource would hold; for intentions also the destination. */
    static Map<String, Object> spec(Map<String, ?> tree) {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (kind(tree).equals(ConfigEntry.INTENTIONS)) {
            Map<String, Object> destination = new LinkedHashMap<>();
            copy(tree, "Name", destination, "name");
            copy(tree, "Namespace", destination, "namespace");
            spec.put("destination", destination);
        }
        tree.forEach((name, value) -> {
            if (!HEAD.contains(name)) {
                spec.put(field(name), MAPS.contains(name) ? value : converted(value));
            }
        });
        return spec;
    }

    private static void copy(Map<String, ?> tree, String from, Map<String, Object> to, String name) {
        if (tree.containsKey(from)) {
            to.put(name, tree.get(from));
        }
    }

    private static Object converted(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(NativeEntry::converted).toList();
        }
        if (!(value instanceof Map<?, ?> object)) {
            return value;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((key, field) -> {
            String name = String.valueOf(key);
            fields.put(field(name), MAPS.contains(name) ? field : converted(field));
        });
        return fields;
    }

    /** {@code PathExact} is {@code pathExact}, and {@code HTTP} is {@code http}. */
    private static String field(String name) {
        if (name.isEmpty() || name.equals(name.toUpperCase(Locale.ROOT))) {
            return name.toLowerCase(Locale.ROOT);
        }
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
