package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.linkerd.LinkerdVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ports on which Linkerd carries bytes and sees no requests: by annotation, by appProtocol, or by the ports of old protocols. */
final class OpaquePorts {
    private static final String ANNOTATION = "config.linkerd.io/opaque-ports";
    /** SMTP, MySQL, Galera, PostgreSQL, Redis, Elasticsearch and memcached; the default of Linkerd's installation. */
    private static final String DEFAULT_PORTS = "25,587,3306,4444,5432,6379,9300,11211";
    /** Anything else is opaque, grpc too. */
    private static final Set<String> WITH_REQUESTS = Set.of("http", "kubernetes.io/h2c");

    private final Inventory inventory;
    private final LinkerdVersion version;

    OpaquePorts(Inventory inventory, LinkerdVersion version) {
        this.inventory = inventory;
        this.version = version;
    }

    /** Whether connections to a port may carry something else than HTTP, as far as Linkerd knows. */
    boolean isDetected(ServicePort port) {
        return port.appProtocol().isEmpty() || !version.hasAppProtocols();
    }

    /** Whether a port of a Service is opaque, or leads to one. */
    boolean isOpaque(KubernetesService service, ServicePort port) {
        return isDeclared(service, port)
                || inventory.workloadsBehind(service).stream().anyMatch(workload -> {
                    int target = workload.port(port).orElse(port.number());
                    return isDeclared(workload, target);
                });
    }

    /** Whether a port of pods is opaque, or a Service that leads there is. */
    boolean isOpaque(Workload workload, int port) {
        return isDeclared(workload, port)
                || inventory.servicesOf(workload).stream()
                        .anyMatch(service -> service.ports().stream()
                                .anyMatch(servicePort -> servicePort.protocol() == TransportProtocol.TCP
                                        && workload.port(servicePort).orElse(0) == port
                                        && isDeclared(service, servicePort)));
    }

    private boolean isDeclared(KubernetesService service, ServicePort port) {
        return (version.hasAppProtocols()
                        && port.appProtocol()
                                .filter(p -> !WITH_REQUESTS.contains(p))
                                .isPresent())
                || ports(service.annotations(), service.name().namespace()).contains(port.number(), port.name());
    }

    private boolean isDeclared(Workload workload, int port) {
        Optional<String> name = workload.containerPorts().stream()
                .filter(declared -> declared.number() == port && declared.protocol() == TransportProtocol.TCP)
                .findFirst()
                .flatMap(ContainerPort::name);
        return ports(workload.annotations(), workload.namespace()).contains(port, name);
    }

    private PortRanges ports(Map<String, String> own, String namespace) {
        String inherited = inventory.namespaceAnnotations(namespace).getOrDefault(ANNOTATION, DEFAULT_PORTS);
        return PortRanges.parse(own.getOrDefault(ANNOTATION, inherited));
    }
}
