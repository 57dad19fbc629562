package io.github.smi4j.translate.linkerd.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A Service that takes traffic (Gateway API, {@code BackendRef}).
 *
 * @param namespace its namespace; always written, since Linkerd completes it with that of the parent and others with that of
 *     the route
 * @param name its name
 * @param port its port
 * @param weight its share of the sum of the weights beside it, 0 to 1000000; 1 if absent
 */
public record BackendRef(String namespace, String name, int port, OptionalInt weight) {
    /** Refuses null. */
    public BackendRef {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(weight, "weight");
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", "");
        tree.put("kind", "Service");
        tree.put("namespace", namespace);
        tree.put("name", name);
        tree.put("port", port);
        weight.ifPresent(number -> tree.put("weight", number));
        return Collections.unmodifiableMap(tree);
    }
}
