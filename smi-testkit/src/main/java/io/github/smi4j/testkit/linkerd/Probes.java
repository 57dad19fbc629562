package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.HttpProbe;
import io.github.smi4j.inventory.TargetPort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;

/**
 * The requests that a port lets in by itself while its Server has no HTTPRoute: GET of the exact path of a health check. They
 * are let in from the networks of probes, which are all of them by default.
 */
final class Probes {
    private Probes() {}

    static boolean isOne(Arrival arrival) {
        return arrival.traffic() instanceof Traffic.Http request
                && request.method().equals("GET")
                && arrival.workload().httpProbes().stream()
                        .anyMatch(probe -> probe.path().equals(request.path())
                                && isPort(probe, arrival.workload(), arrival.port()));
    }

    private static boolean isPort(HttpProbe probe, Workload workload, int port) {
        if (probe.port() instanceof TargetPort.Named named) {
            return workload.containerPorts().stream()
                    .anyMatch(p -> p.number() == port
                            && p.protocol() == TransportProtocol.TCP
                            && p.name().filter(named.name()::equals).isPresent());
        }
        return probe.port() instanceof TargetPort.Numbered numbered && numbered.port() == port;
    }
}
