package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workloads, and ports of them, that traffic reaches past Consul's proxies, so that nothing denies it. */
final class Interception {
    private static final String INJECT = "consul.hashicorp.com/connect-inject";
    private static final String EXCLUDED = "consul.hashicorp.com/transparent-proxy-exclude-inbound-ports";
    private static final String OVERWRITE = "consul.hashicorp.com/transparent-proxy-overwrite-probes";
    private static final String SCRAPE_PORT = "consul.hashicorp.com/prometheus-scrape-port";
    private static final String MERGING = "consul.hashicorp.com/enable-metrics-merging";
    private static final int METRICS_PORT = 20_200;
    private static final int HEALTH_PORT = 21_000;
    /** Of the liveness, readiness and startup checks of a hundred containers. */
    private static final int FIRST_PROBE_PORT = 20_300;

    private static final int LAST_PROBE_PORT = 20_599;
    private static final String CONFIG = "consul.hashicorp.com/proxy-config-map";
    private static final FieldPath ROOT = FieldPath.root();

    private final Inventory inventory;
    private final Catalog catalog;
    private final TransparentProxies proxies;
    private final TranslationOutput out;

    Interception(TranslationContext in, Catalog catalog, TransparentProxies proxies, TranslationOutput out) {
        this.inventory = in.inventory();
        this.catalog = catalog;
        this.proxies = proxies;
        this.out = out;
    }

    /** Reports the workloads in scope of a namespace. */
    void report(String namespace, Collection<Workload> workloads) {
        workloads.forEach(this::report);
        String assumed = workloads.stream()
                .filter(workload -> !(catalog.registration(workload) instanceof Registration.Outside)
                        && !workload.annotations().containsKey(INJECT))
                .map(Workload::name)
                .collect(Collectors.joining(", "));
        if (!assumed.isEmpty()) {
            out.report(
                    ConsulCode.INJECTION_ASSUMED,
                    new ResourceRef("", "Namespace", Optional.empty(), namespace),
                    ROOT,
                    "no annotation " + INJECT + " is in the input for " + assumed
                            + "; they are taken to have Consul's proxy");
        }
    }

    private void report(Workload workload) {
        Registration registration = catalog.registration(workload);
        if (registration instanceof Registration.Outside outside) {
            out.report(
                    ConsulCode.WORKLOAD_NOT_IN_MESH,
                    workload.ref(),
                    ROOT,
                    outside.why() + ", so Consul does not protect it; it is open to everybody");
            return;
        }
        if (!proxies.has(workload)) {
            out.report(
                    ConsulCode.PROXY_NOT_TRANSPARENT,
                    workload.ref(),
                    ROOT,
                    "has a proxy that is not transparent; whoever calls its ports directly passes it by");
        }
        String excluded = workload.annotations().getOrDefault(EXCLUDED, "");
        if (!excluded.isBlank()) {
            out.report(
                    ConsulCode.PORTS_EXCLUDED,
                    workload.ref(),
                    ROOT,
                    "keeps ports from the proxy with " + EXCLUDED + "=" + UserText.show(excluded)
                            + "; they are open to everybody");
        }
        if (!workload.annotations().getOrDefault(CONFIG, "").isBlank()) {
            out.report(
                    ConsulCode.PROXY_ALTERED,
                    workload.ref(),
                    ROOT,
                    "has the annotation " + CONFIG + ", which may change what the proxy lets in");
        }
        reportOwnPorts(workload);
        boolean overwritten = GoFlags.read(workload.annotations(), OVERWRITE).orElse(true);
        if (!workload.httpProbes().isEmpty()
                && registration instanceof Registration.Registered
                && proxies.has(workload)
                && overwritten) {
            out.report(
                    ConsulCode.PROBES_EXPOSED,
                    workload.ref(),
                    ROOT,
                    "has health checks by HTTP, whose paths the proxy opens to everybody on ports of their own");
        }
        reportDatagrams(workload);
    }

    /** Ports that consul-k8s uses for metrics and health checks, and keeps from the proxy. */
    private void reportOwnPorts(Workload workload) {
        Map<String, String> annotations = workload.annotations();
        SortedSet<Integer> used = new TreeSet<>();
        Stream.concat(
                        workload.containerPorts().stream().map(ContainerPort::number),
                        inventory.servicesOf(workload).stream()
                                .flatMap(service -> service.ports().stream())
                                .flatMap(port -> workload.port(port).stream().boxed()))
                .filter(port -> port == METRICS_PORT
                        || port == HEALTH_PORT
                        || (port >= FIRST_PROBE_PORT && port <= LAST_PROBE_PORT)
                        || String.valueOf(port)
                                .equals(annotations
                                        .getOrDefault(SCRAPE_PORT, "")
                                        .strip()))
                .forEach(port -> used.add(port));
        if (!used.isEmpty()) {
            out.report(
                    ConsulCode.PORTS_EXCLUDED,
                    workload.ref(),
                    ROOT,
                    "has the port " + used.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + ", which consul-k8s may keep from the proxy for metrics or health checks; it is open to"
                            + " everybody then");
        }
        if (GoFlags.read(annotations, MERGING).orElse(false)) {
            out.report(
                    ConsulCode.PROBES_EXPOSED,
                    workload.ref(),
                    ROOT,
                    "has the annotation " + MERGING + ", with which its metrics are open to everybody on a port of"
                            + " their own");
        }
    }

    private void reportDatagrams(Workload workload) {
        SortedSet<String> ports = new TreeSet<>();
        workload.containerPorts().stream()
                .filter(port -> port.protocol() != TransportProtocol.TCP)
                .forEach(port -> ports.add(port.number() + "/" + port.protocol()));
        inventory.servicesOf(workload).stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> port.protocol() != TransportProtocol.TCP)
                .forEach(port -> workload.port(port).ifPresent(number -> ports.add(number + "/" + port.protocol())));
        if (!ports.isEmpty()) {
            out.report(
                    ConsulCode.UDP_NOT_ENFORCED,
                    workload.ref(),
                    ROOT,
                    "has the port " + String.join(", ", ports)
                            + ", which Consul does not see; it is open to everybody");
        }
    }
}
