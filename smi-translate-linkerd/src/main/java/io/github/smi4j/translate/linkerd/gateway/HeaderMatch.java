package io.github.smi4j.translate.linkerd.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A header that must be there (Gateway API, {@code HTTPHeaderMatch} of the type {@code RegularExpression}).
 *
 * @param name its name
 * @param value the expression that finds the whole value, 1 to 4096 characters
 */
public record HeaderMatch(String name, String value) {
    /** Refuses null. */
    public HeaderMatch {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "RegularExpression");
        tree.put("name", name);
        tree.put("value", value);
        return Collections.unmodifiableMap(tree);
    }
}
