package io.github.smi4j.testkit.mesh;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import java.util.Optional;

/** A mesh with resources in force: what it does with traffic. Implementations are immutable. */
public interface ModelledMesh {
    /** What becomes of something that arrives at a pod. */
    Outcome decide(Arrival arrival);

    /**
     * Where traffic to a Service goes.
     *
     * @param service the Service that is called
     * @param port its port
     * @param traffic what is sent
     * @return absent where the documentation does not say
     */
    Optional<Routes> route(ServiceName service, int port, Traffic traffic);
}
