package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.Optional;

/** What the sidecars of a mesh do: the server's decides access, the client's the way. */
final class ConsulMesh implements ModelledMesh {
    private final InboundPolicy inbound;
    private final OutboundPolicy outbound;

    ConsulMesh(ConfigEntries entries, Inventory inventory, Settings settings) {
        Pods pods = Pods.of(inventory, settings);
        this.inbound = new InboundPolicy(entries, pods, settings);
        this.outbound = new OutboundPolicy(entries, inventory, pods, settings);
    }

    @Override
    public Outcome decide(Arrival arrival) {
        return inbound.decide(arrival);
    }

    @Override
    public Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
        return outbound.route(service, port, traffic);
    }
}
