package io.github.smi4j.testkit.mesh;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.Traffic;
import java.util.Objects;
import java.util.Optional;

/**
 * What arrives at a pod. Immutable.
 *
 * @param caller who sends it; absent where the caller has no identity to show, for it is not in the mesh
 * @param workload whose pod it is
 * @param port the port of the pod, 1 to 65535
 * @param traffic what is sent
 */
public record Arrival(Optional<Identity> caller, Workload workload, int port, Traffic traffic) {
    private static final int MAX_PORT = 65535;

    /** Refuses null and what is no port. */
    public Arrival {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(workload, "workload");
        Objects.requireNonNull(traffic, "traffic");
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("a port is 1 to " + MAX_PORT + ", was " + port);
        }
    }

    /** One line: what is sent, by whom, to which pods and port. */
    @Override
    public String toString() {
        String from = caller.map(Identity::toString).orElse("a caller without identity");
        return traffic + " from " + from + " to " + workload.kind() + " " + workload.namespace() + "/" + workload.name()
                + ", port " + port;
    }
}
