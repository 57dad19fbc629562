package io.github.smi4j.testkit.mesh;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import java.util.Objects;

/**
 * What a client sends to a Service, before a mesh has chosen where it goes. Immutable.
 *
 * @param service the Service that is called
 * @param port its port
 * @param traffic what is sent
 */
public record Dispatch(ServiceName service, int port, Traffic traffic) {
    /** Refuses null. */
    public Dispatch {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(traffic, "traffic");
    }

    /** One line. */
    @Override
    public String toString() {
        return traffic + " to the Service " + service + ", port " + port;
    }
}
