package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a proxy takes a TCP port to carry (Istio, "Protocol Selection"). */
enum PortProtocol {
    /** Requests and nothing else. */
    HTTP,
    /** Bytes. */
    TCP,
    /** Bytes that are TLS, of which the server name is seen. */
    TLS,
    /** What each connection turns out to be. */
    DETECTED;

    private static final List<String> HTTP_NAMES =
            List.of("http", "http2", "grpc", "http_proxy", "kubernetes.io/h2c", "kubernetes.io/ws");
    private static final List<String> TCP_NAMES = List.of("tcp", "udp", "mongo", "redis", "mysql");
    private static final List<String> TLS_NAMES = List.of("https", "tls", "kubernetes.io/wss");
    /** Ports without a name whose servers speak first: SMTP, DNS, MySQL, MongoDB. */
    private static final List<Integer> SERVER_FIRST = List.of(25, 53, 3306, 27017);

    /** By appProtocol, else by the name up to its first hyphen. */
    static PortProtocol of(ServicePort port) {
        return of(port.appProtocol().or(port::name).orElse("").toLowerCase(Locale.ROOT), port.number());
    }

    private static PortProtocol of(String name, int number) {
        String word = name.split("-", 2)[0];
        if (HTTP_NAMES.contains(word)) {
            return HTTP;
        }
        if (TLS_NAMES.contains(word)) {
            return TLS;
        }
        return TCP_NAMES.contains(word) || SERVER_FIRST.contains(number) ? TCP : DETECTED;
    }

    /** For a port of pods: by every Service that leads there; detected where none does. */
    static Set<PortProtocol> at(Workload workload, int port, Inventory inventory) {
        Set<PortProtocol> protocols = inventory.servicesOf(workload).stream()
                .map(KubernetesService::ports)
                .flatMap(List::stream)
                .filter(p -> p.protocol() == TransportProtocol.TCP
                        && workload.port(p).orElse(0) == port)
                .map(PortProtocol::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PortProtocol.class)));
        return protocols.isEmpty() ? EnumSet.of(DETECTED) : protocols;
    }
}
