package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/**
 * Which Server is for a port of pods: of its own namespace, by the labels of the pods, and by the number of the port or the
 * name of a TCP port of a container. Of several it is the oldest; before 2.18 it is not documented which.
 */
final class Servers {
    private final ResourcesInForce resources;
    private final Settings settings;

    Servers(ResourcesInForce resources, Settings settings) {
        this.resources = resources;
        this.settings = settings;
    }

    /** Those that may be the one; none if there is none. */
    List<Resource> at(Workload workload, int port) {
        List<Resource> servers = resources.ofKind(Resource.POLICY, "Server").stream()
                .filter(server -> selects(server, workload, port))
                .toList();
        return settings.ordersServers() ? Resource.oldest(servers) : servers;
    }

    private static boolean selects(Resource server, Workload workload, int port) {
        Map<?, ?> spec = server.spec();
        Fields.requireKnown(
                spec, "a Server", "podSelector", "externalWorkloadSelector", "port", "proxyProtocol", "accessPolicy");
        return server.namespace().equals(workload.namespace())
                && spec.containsKey("podSelector")
                && LabelSelector.selects(Fields.object(spec, "podSelector"), workload.labels())
                && isPort(spec, workload, port);
    }

    private static boolean isPort(Map<?, ?> spec, Workload workload, int port) {
        String name = Fields.text(spec, "port");
        return name.isEmpty()
                ? Fields.number(spec, "port", 0) == port
                : workload.containerPorts().stream()
                        .anyMatch(p -> p.number() == port
                                && p.protocol() == TransportProtocol.TCP
                                && p.name().filter(name::equals).isPresent());
    }
}
