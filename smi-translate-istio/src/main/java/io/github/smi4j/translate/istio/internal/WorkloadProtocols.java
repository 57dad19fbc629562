package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** What Istio takes the ports of pods to carry: what the Services say that lead there. */
final class WorkloadProtocols {
    private static final Set<PortProtocol> WITHOUT_REQUESTS = EnumSet.of(PortProtocol.TCP, PortProtocol.TLS);

    private final Inventory inventory;
    private final Map<Workload, Map<Integer, Set<PortProtocol>>> known = new TreeMap<>();

    WorkloadProtocols(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Whether Istio sees HTTP requests on a port of the pods; on one that no Service leads to, it looks. */
    boolean hasRequests(Workload workload, int port) {
        return !WITHOUT_REQUESTS.containsAll(protocols(workload, port));
    }

    /** Whether Services disagree about requests on a port of the pods; Istio listens to the oldest of them. */
    boolean isDisputed(Workload workload, int port) {
        return hasRequests(workload, port) && protocols(workload, port).stream().anyMatch(WITHOUT_REQUESTS::contains);
    }

    private Set<PortProtocol> protocols(Workload workload, int port) {
        return known.computeIfAbsent(workload, this::protocols).getOrDefault(port, EnumSet.of(PortProtocol.DETECTED));
    }

    private Map<Integer, Set<PortProtocol>> protocols(Workload workload) {
        Map<Integer, Set<PortProtocol>> protocols = new TreeMap<>();
        for (KubernetesService service : inventory.servicesOf(workload)) {
            for (ServicePort port : service.ports()) {
                PortProtocol protocol = PortProtocol.of(port);
                OptionalInt target = workload.port(port);
                if (target.isPresent() && protocol != PortProtocol.NOT_CAPTURED) {
                    protocols
                            .computeIfAbsent(target.getAsInt(), p -> EnumSet.noneOf(PortProtocol.class))
                            .add(protocol);
                }
            }
        }
        return protocols;
    }
}
