package io.github.smi4j.translate.linkerd.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A resource of {@code policy.linkerd.io} in the namespace of the one that refers to it.
 *
 * @param kind its kind
 * @param name its name
 */
public record PolicyReference(String kind, String name) {
    /** Refuses null. */
    public PolicyReference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", "policy.linkerd.io");
        tree.put("kind", kind);
        tree.put("name", name);
        return Collections.unmodifiableMap(tree);
    }
}
