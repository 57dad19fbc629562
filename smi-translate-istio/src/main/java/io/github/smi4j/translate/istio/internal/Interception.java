package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports traffic to workloads in scope that the proxies of Istio do not see. */
final class Interception {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    private static final String EXCLUDED_INTERFACES = "traffic.sidecar.istio.io/excludeInterfaces";
    private static final String MODE = "sidecar.istio.io/interceptionMode";
    private static final String PROXY_CONFIG = "proxy.istio.io/config";
    private static final String INJECTION = "istio-injection";
    private static final String DATAPLANE_MODE = "istio.io/dataplane-mode";
    private static final Set<String> INJECTED = Set.of("", "y", "yes", "true", "on");
    /** The ports of the proxy itself; an empty text names none. */
    private static final Set<String> PROXY_PORTS = Set.of("", "15020", "15021", "15090");

    private static final Set<String> IGNORED_NAMESPACES =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");
    private static final FieldPath ROOT = FieldPath.root();
    private static final FieldPath LABELS = FieldPath.of("metadata", "labels");

    private final Inventory inventory;
    private final TranslationOutput out;

    Interception(Inventory inventory, TranslationOutput out) {
        this.inventory = inventory;
        this.out = out;
    }

    /**
     * Reports a namespace in which there are no proxies, or none that see requests.
     *
     * @param requests whether requests are granted there
     */
    void report(String namespace, boolean requests) {
        Map<String, String> labels = inventory.namespaceLabels(namespace);
        ResourceRef ref = new ResourceRef("", "Namespace", Optional.empty(), namespace);
        if (IGNORED_NAMESPACES.contains(namespace)) {
            out.report(IstioCode.WORKLOAD_NOT_IN_MESH, ref, ROOT, "is one in which Istio injects no proxies");
        } else if ("disabled".equals(labels.get(INJECTION))) {
            out.report(IstioCode.WORKLOAD_NOT_IN_MESH, ref, LABELS, "asks for no proxies with " + INJECTION);
        } else if (requests && "ambient".equals(labels.get(DATAPLANE_MODE))) {
            out.report(
                    IstioCode.AMBIENT,
                    ref,
                    LABELS,
                    "is in ambient mode, where rules for requests allow nothing without a waypoint");
        }
    }

    /** Reports a workload without a proxy, or with ports that are kept from it. */
    void report(Workload workload) {
        if (isOutside(workload)) {
            out.report(
                    IstioCode.WORKLOAD_NOT_IN_MESH,
                    workload.ref(),
                    ROOT,
                    workload.hostNetwork()
                            ? "has the network of its node, where Istio injects no proxy"
                            : "asks for no proxy with " + INJECT);
            return;
        }
        keptFromProxy(workload)
                .ifPresent(annotation -> out.report(
                        IstioCode.PORT_EXCLUDED,
                        workload.ref(),
                        ROOT,
                        "keeps ports from the proxy with " + annotation + "="
                                + UserText.show(workload.annotations().getOrDefault(annotation, ""))));
        reportDatagrams(workload);
    }

    /** The annotation that keeps ports from the proxy; those of the proxy itself do not count. */
    private static Optional<String> keptFromProxy(Workload workload) {
        return workload.annotations().entrySet().stream()
                .filter(e -> switch (e.getKey()) {
                    case EXCLUDED ->
                        Stream.of(e.getValue().split(",", -1))
                                .map(String::strip)
                                .anyMatch(p -> !PROXY_PORTS.contains(p));
                    case INCLUDED -> !e.getValue().strip().equals("*");
                    case EXCLUDED_INTERFACES -> !e.getValue().isBlank();
                    case MODE -> e.getValue().strip().equalsIgnoreCase("NONE");
                    case PROXY_CONFIG ->
                        e.getValue().contains("interceptionMode")
                                && e.getValue().contains("NONE");
                    default -> false;
                })
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /** The label counts more than the annotation; Istio injects for these texts alone. */
    private static boolean isOutside(Workload workload) {
        String inject =
                workload.labels().getOrDefault(INJECT, workload.annotations().getOrDefault(INJECT, ""));
        return !INJECTED.contains(inject.toLowerCase(Locale.ROOT)) || workload.hostNetwork();
    }

    private void reportDatagrams(Workload workload) {
        SortedMap<Integer, SortedSet<TransportProtocol>> open = new TreeMap<>();
        workload.containerPorts().forEach(port -> add(port.number(), port.protocol(), open));
        inventory.servicesOf(workload).stream()
                .flatMap(service -> service.ports().stream())
                .forEach(port -> workload.port(port).ifPresent(number -> add(number, port.protocol(), open)));
        String ports = open.entrySet().stream()
                .flatMap(port -> port.getValue().stream().map(protocol -> port.getKey() + "/" + protocol))
                .collect(Collectors.joining(", "));
        if (!ports.isEmpty()) {
            out.report(
                    IstioCode.UDP_NOT_ENFORCED,
                    workload.ref(),
                    ROOT,
                    "has the port " + ports + ", which Istio does not see; it is open to everybody");
        }
    }

    private static void add(
            int port, TransportProtocol protocol, SortedMap<Integer, SortedSet<TransportProtocol>> open) {
        if (protocol != TransportProtocol.TCP) {
            open.computeIfAbsent(port, p -> new TreeSet<>()).add(protocol);
        }
    }
}
