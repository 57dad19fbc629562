package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.util.Map;
import java.util.Optional;

/**
 * A TrafficSplit while it is resolved.
 *
 * @param split the resource
 * @param root its root Service; absent where its name cannot be read
 * @param route what it says; absent where it has faults
 * @param backends where it first names each of its backends
 */
record SplitCandidate(
        Known<TrafficSplit> split,
        Optional<ServiceName> root,
        Optional<SplitRoute> route,
        Map<ServiceName, FieldPath> backends) {
    FieldPath pathOf(ServiceName backend) {
        return backends.getOrDefault(backend, FieldPath.of("spec", "backends"));
    }

    boolean isConditional() {
        return split.value().matches() instanceof SplitMatches.Groups;
    }

    boolean isFaulty() {
        return route.isEmpty();
    }
}
