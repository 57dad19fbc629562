package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.istio.PeerAuthentications.Mode;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the sidecars of a mesh do: the server's decides access, the client's the way. */
final class IstioMesh implements ModelledMesh {
    private final AuthorizationPolicies policies;
    private final PeerAuthentications peers;
    private final VirtualServices routes;
    private final Cluster cluster;

    IstioMesh(ResourcesInForce resources, Cluster cluster) {
        this.policies = new AuthorizationPolicies(resources, cluster.options().trustDomain());
        this.peers = new PeerAuthentications(resources);
        this.routes = new VirtualServices(resources, cluster);
        this.cluster = cluster;
    }

    @Override
    public Outcome decide(Arrival arrival) {
        if (!Capture.isSeen(arrival, cluster.inventory())) {
            return Outcome.UNSEEN;
        }
        Set<Outcome> outcomes = PortProtocol.at(arrival.workload(), arrival.port(), cluster.inventory()).stream()
                .map(protocol -> decide(arrival, protocol))
                .collect(Collectors.toSet());
        if (outcomes.size() == 1) {
            return outcomes.iterator().next();
        }
        // Whichever it is, no policy denies it.
        if (Set.of(Outcome.ALLOWED, Outcome.NOT_CARRIED).equals(outcomes)) {
            return Outcome.ALLOWED;
        }
        boolean open = outcomes.contains(Outcome.ALLOWED) || outcomes.contains(Outcome.EITHER);
        return open ? Outcome.EITHER : Outcome.DENIED;
    }

    private Outcome decide(Arrival arrival, PortProtocol protocol) {
        if (!(arrival.traffic() instanceof Traffic.Http request)) {
            return protocol == PortProtocol.HTTP ? Outcome.NOT_CARRIED : decide(arrival, Optional.empty());
        }
        boolean seen = protocol == PortProtocol.HTTP || protocol == PortProtocol.DETECTED;
        return seen
                ? PathReadings.agreed(request, reading -> decide(arrival, Optional.of(reading)))
                        .orElse(Outcome.EITHER)
                : decide(arrival, Optional.empty());
    }

    private Outcome decide(Arrival arrival, Optional<Traffic.Http> seen) {
        Mode mode = peers.mode(arrival.workload(), arrival.port());
        Optional<String> principal =
                arrival.caller().map(caller -> caller.spiffeId(cluster.options().trustDomain()));
        if (mode == Mode.STRICT && principal.isEmpty()) {
            return Outcome.DENIED;
        }
        Optional<String> shown = mode == Mode.DISABLE ? Optional.empty() : principal;
        return policies.decide(new Call(shown, arrival.port(), seen), arrival.workload());
    }

    @Override
    public Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
        return traffic instanceof Traffic.Http request
                ? PathReadings.agreed(request, reading -> routes.route(service, port, reading))
                        .flatMap(agreed -> agreed)
                : routes.route(service, port, traffic);
    }
}
