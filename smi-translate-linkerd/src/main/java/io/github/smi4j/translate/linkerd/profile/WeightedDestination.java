package io.github.smi4j.translate.linkerd.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A share of the traffic to a Service (Linkerd, {@code ServiceProfile.spec.dstOverrides[]}).
 *
 * @param authority the full name of the Service that takes it, without a port: then the one that was asked for
 * @param weight its share of the sum of the weights beside it, 0 to 429496
 */
public record WeightedDestination(String authority, int weight) {
    /** Refuses null. */
    public WeightedDestination {
        Objects.requireNonNull(authority, "authority");
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("authority", authority);
        tree.put("weight", weight);
        return Collections.unmodifiableMap(tree);
    }
}
