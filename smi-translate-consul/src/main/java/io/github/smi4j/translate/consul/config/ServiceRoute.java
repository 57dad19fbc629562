package io.github.smi4j.translate.consul.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A route of a ServiceRouter.
 *
 * @param match which requests
 * @param service where they go
 */
public record ServiceRoute(HttpMatch match, String service) {
    /** Refuses null. */
    public ServiceRoute {
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(service, "service");
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("match", Map.of("http", match.toTree()));
        tree.put("destination", Map.of("service", service));
        return Collections.unmodifiableMap(tree);
    }
}
