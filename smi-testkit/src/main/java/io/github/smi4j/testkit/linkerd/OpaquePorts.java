package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which ports the proxies of clients take to carry bytes: those with an appProtocol that is neither absent nor HTTP, and those
 * of the annotation {@code config.linkerd.io/opaque-ports}, which has a default.
 */
final class OpaquePorts {
    private static final String ANNOTATION = "opaque-ports";
    private static final String DEFAULT = "25,587,3306,4444,5432,6379,9300,11211";
    private static final List<String> HTTP = List.of("http", "kubernetes.io/h2c");

    private final Inventory inventory;
    private final Settings settings;
    private final Annotations annotations;

    /** What the proxy of a client takes a port of a Service to carry. */
    enum Reading {
        /** Requests and nothing else. */
        REQUESTS,
        /** What each connection turns out to be. */
        DETECTED,
        /** Bytes. */
        OPAQUE
    }

    OpaquePorts(Inventory inventory, Annotations annotations, Settings settings) {
        this.inventory = inventory;
        this.annotations = annotations;
        this.settings = settings;
    }

    /** Whether clients may take a port of pods to carry bytes: the pods say so, or a Service that leads there. */
    boolean mayContain(Workload workload, int port) {
        return ofPods(workload, port)
                || inventory.servicesOf(workload).stream()
                        .anyMatch(service -> service.ports().stream()
                                .filter(p -> leadsTo(p, workload, port))
                                .anyMatch(p -> ofService(service, p).contains(Reading.OPAQUE)));
    }

    /** What a port may be taken to carry; several readings where the documentation does not say which. */
    Set<Reading> readings(KubernetesService service, ServicePort port) {
        Set<Reading> readings = ofService(service, port);
        boolean byPods = inventory.workloadsBehind(service).stream()
                .anyMatch(workload -> workload.port(port).stream().anyMatch(number -> ofPods(workload, number)));
        if (byPods) {
            readings.add(Reading.OPAQUE);
        }
        return readings;
    }

    private Set<Reading> ofService(KubernetesService service, ServicePort port) {
        Optional<String> appProtocol = settings.readsAppProtocols() ? port.appProtocol() : Optional.<String>empty();
        if (appProtocol.filter(p -> !HTTP.contains(p)).isPresent()) {
            return EnumSet.of(Reading.OPAQUE);
        }
        boolean listed = PortRanges.contain(annotations.of(service, ANNOTATION, DEFAULT), port.number());
        if (appProtocol.isPresent()) {
            return listed ? EnumSet.of(Reading.REQUESTS, Reading.OPAQUE) : EnumSet.of(Reading.REQUESTS);
        }
        return EnumSet.of(listed ? Reading.OPAQUE : Reading.DETECTED);
    }

    private boolean ofPods(Workload workload, int port) {
        return PortRanges.contain(annotations.of(workload, ANNOTATION, DEFAULT), port);
    }

    private static boolean leadsTo(ServicePort servicePort, Workload workload, int port) {
        return servicePort.protocol() == TransportProtocol.TCP
                && workload.port(servicePort).orElse(0) == port;
    }
}
