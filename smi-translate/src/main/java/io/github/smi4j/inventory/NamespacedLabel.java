package io.github.smi4j.inventory;

import java.util.Map;
import java.util.stream.Stream;

/**
 * A label of pods in a namespace.
 *
 * @param namespace the namespace
 * @param key the key
 * @param value the value
 */
record NamespacedLabel(String namespace, String key, String value) {
    static Stream<NamespacedLabel> all(String namespace, Map<String, String> labels) {
        return labels.entrySet().stream().map(e -> new NamespacedLabel(namespace, e.getKey(), e.getValue()));
    }
}
