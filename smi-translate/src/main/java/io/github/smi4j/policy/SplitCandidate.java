package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.util.Optional;

/**
 * A TrafficSplit while it is resolved.
 *
 * @param split the resource
 * @param root its root Service; absent where its name cannot be read
 * @param route what it says; absent where it has faults
 */
record SplitCandidate(Known<TrafficSplit> split, Optional<ServiceName> root, Optional<SplitRoute> route) {
    boolean isConditional() {
        return split.value().matches() instanceof SplitMatches.Groups;
    }

    boolean isFaulty() {
        return route.isEmpty();
    }
}
