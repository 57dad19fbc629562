package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import java.util.Objects;

/**
 * One line of the table of who may call what. Immutable.
 *
 * @param from who may send
 * @param to the pods that receive
 * @param grant what may be sent, at ports of the pods
 * @param target the TrafficTarget that allows it
 */
public record Access(Identity from, Workload to, Grant grant, ResourceRef target) {
    /** Refuses null. */
    public Access {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(grant, "grant");
        Objects.requireNonNull(target, "target");
    }
}
