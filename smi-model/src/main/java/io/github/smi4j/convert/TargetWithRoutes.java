package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TrafficTarget;
import java.util.List;

/**
 * A target, and the routes that came or went with its port.
 *
 * @param target the target
 * @param added routes that it refers to now
 * @param released routes that it refers to no more
 */
record TargetWithRoutes(TrafficTarget target, List<SmiResource> added, List<ResourceRef> released) {
    static TargetWithRoutes of(TrafficTarget target) {
        return new TargetWithRoutes(target, List.of(), List.of());
    }

    TargetWithRoutes with(TrafficTarget changed) {
        return new TargetWithRoutes(changed, added, released);
    }
}
