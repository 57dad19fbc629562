package io.github.smi4j.policy;

import io.github.smi4j.model.TrafficTarget;
import java.util.Optional;

/**
 * A TrafficTarget before the scope is known.
 *
 * @param target the resource
 * @param closes the namespace in which something is closed for it: its own, unless it names a destination elsewhere
 * @param resolved whether all pods of the destination are known, and there is one
 * @param declared what it says; absent where it allows nothing by a fault
 * @param value the target with what it grants; absent where no pod of the destination is known
 */
record TargetCandidate(
        Known<TrafficTarget> target,
        Optional<String> closes,
        boolean resolved,
        Optional<DeclaredTarget> declared,
        Optional<ResolvedTarget> value) {
    /** A target of whose destination nothing more than the namespace counts. */
    static TargetCandidate unresolved(Known<TrafficTarget> target, Optional<String> closes) {
        return new TargetCandidate(target, closes, false, Optional.empty(), Optional.empty());
    }
}
