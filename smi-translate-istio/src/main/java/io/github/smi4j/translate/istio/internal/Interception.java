package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reports traffic to workloads in scope that the proxies of Istio do not see. */
final class Interception {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    private static final FieldPath ROOT = FieldPath.root();

    private final Inventory inventory;
    private final TranslationOutput out;

    Interception(Inventory inventory, TranslationOutput out) {
        this.inventory = inventory;
        this.out = out;
    }

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
        String excluded = workload.annotations().getOrDefault(EXCLUDED, "").strip();
        String included = workload.annotations().getOrDefault(INCLUDED, "*").strip();
        if (!excluded.isEmpty() || !included.equals("*")) {
            out.report(
                    IstioCode.PORT_EXCLUDED,
                    workload.ref(),
                    ROOT,
                    "keeps ports from the proxy with "
                            + (excluded.isEmpty()
                                    ? INCLUDED + "=" + UserText.show(included)
                                    : EXCLUDED + "=" + UserText.show(excluded)));
        }
        reportDatagrams(workload);
    }

    /** The label counts more than the annotation. */
    private static boolean isOutside(Workload workload) {
        String inject =
                workload.labels().getOrDefault(INJECT, workload.annotations().getOrDefault(INJECT, "true"));
        return inject.equals("false") || workload.hostNetwork();
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
