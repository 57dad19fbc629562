package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.testkit.mesh.Arrival;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What reaches a proxy at all: TCP to pods that have one, but for ports that an annotation keeps from it. Where it is not sure, it
 * does not.
 */
final class Capture {
    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    private static final String EXCLUDED_INTERFACES = "traffic.sidecar.istio.io/excludeInterfaces";
    private static final String MODE = "sidecar.istio.io/interceptionMode";
    private static final String PROXY_CONFIG = "proxy.istio.io/config";
    private static final Set<String> INJECTED = Set.of("", "y", "yes", "true", "on");
    private static final Set<String> WITHOUT_PROXIES =
            Set.of("kube-system", "kube-public", "kube-node-lease", "local-path-storage");

    private Capture() {}

    static boolean isSeen(Arrival arrival, Inventory inventory) {
        Workload workload = arrival.workload();
        return arrival.traffic().protocol() == TransportProtocol.TCP
                && hasProxy(workload, inventory)
                && isCaptured(workload.annotations(), String.valueOf(arrival.port()));
    }

    /** The label counts more than the annotation. */
    private static boolean hasProxy(Workload workload, Inventory inventory) {
        String inject =
                workload.labels().getOrDefault(INJECT, workload.annotations().getOrDefault(INJECT, ""));
        String injection = inventory.namespaceLabels(workload.namespace()).getOrDefault("istio-injection", "");
        return !workload.hostNetwork()
                && INJECTED.contains(inject.toLowerCase(Locale.ROOT))
                && !injection.equals("disabled")
                && !WITHOUT_PROXIES.contains(workload.namespace());
    }

    private static boolean isCaptured(Map<String, String> annotations, String port) {
        List<String> included = ports(annotations.getOrDefault(INCLUDED, "*"));
        return (included.contains("*") || included.contains(port))
                && !ports(annotations.getOrDefault(EXCLUDED, "")).contains(port)
                && annotations.getOrDefault(EXCLUDED_INTERFACES, "").isBlank()
                && !annotations.getOrDefault(MODE, "").strip().equalsIgnoreCase("NONE")
                && !annotations.getOrDefault(PROXY_CONFIG, "").contains("NONE");
    }

    private static List<String> ports(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }
}
