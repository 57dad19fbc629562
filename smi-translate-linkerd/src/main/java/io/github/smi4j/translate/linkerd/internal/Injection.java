package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Workloads, and ports of them, that traffic reaches past Linkerd's proxy, so that nothing denies it. */
final class Injection {
    private static final String INJECT = "linkerd.io/inject";
    private static final String ENABLED = "enabled";
    /** What a webhook takes for yes; it refuses any other value but disabled. */
    private static final Set<String> INJECTED = Set.of(ENABLED, "ingress");

    private static final String WEBHOOKS = "config.linkerd.io/admission-webhooks";
    private static final String CONTROL_PLANE = "linkerd.io/control-plane-component";
    private static final List<String> SKIPPING =
            List.of("config.linkerd.io/skip-inbound-ports", "config.linkerd.io/skip-subnets");
    private static final int GALERA = 4567;
    private static final int GALERA_TRANSFER = 4568;
    private static final FieldPath ROOT = FieldPath.root();

    private final Inventory inventory;
    private final TranslationOutput out;

    Injection(Inventory inventory, TranslationOutput out) {
        this.inventory = inventory;
        this.out = out;
    }

    /** Reports the workloads of a namespace. */
    void report(String namespace, Collection<Workload> workloads) {
        workloads.forEach(this::report);
        Optional<String> inherited =
                Optional.ofNullable(inventory.namespaceAnnotations(namespace).get(INJECT));
        String assumed = workloads.stream()
                .filter(workload -> outside(workload).isEmpty()
                        && inherited.isEmpty()
                        && !workload.annotations().containsKey(INJECT))
                .map(Workload::name)
                .collect(Collectors.joining(", "));
        if (!assumed.isEmpty()) {
            out.report(
                    LinkerdCode.INJECTION_ASSUMED,
                    new ResourceRef("", "Namespace", Optional.empty(), namespace),
                    ROOT,
                    "no annotation " + INJECT + " is in the input for " + assumed
                            + "; they are taken to have Linkerd's proxy");
        }
    }

    private void report(Workload workload) {
        Optional<String> outside = outside(workload);
        if (outside.isPresent()) {
            out.report(
                    LinkerdCode.WORKLOAD_NOT_IN_MESH,
                    workload.ref(),
                    ROOT,
                    outside.get() + ", so Linkerd injects no proxy; it is open to everybody");
            return;
        }
        Map<String, String> inherited = inventory.namespaceAnnotations(workload.namespace());
        for (String annotation : SKIPPING) {
            String skipped = workload.annotations().getOrDefault(annotation, inherited.getOrDefault(annotation, ""));
            if (!skipped.isBlank()) {
                out.report(
                        LinkerdCode.PORTS_SKIPPED,
                        workload.ref(),
                        ROOT,
                        "keeps traffic from the proxy with " + annotation + "=" + UserText.show(skipped)
                                + "; it is open to everybody");
            }
        }
        workload.containerPorts().stream()
                .filter(port -> port.number() == GALERA || port.number() == GALERA_TRANSFER)
                .findFirst()
                .ifPresent(
                        port -> out.report(
                                LinkerdCode.PORTS_SKIPPED,
                                workload.ref(),
                                ROOT,
                                "has the port " + port.number()
                                        + ", which Linkerd keeps from its proxy unless installed otherwise; it is open to everybody"));
        reportDatagrams(workload);
    }

    /** Why pods have no proxy, as the beginning of a sentence; absent if they may have one. */
    private Optional<String> outside(Workload workload) {
        String namespace = workload.namespace();
        Map<String, String> inherited = inventory.namespaceAnnotations(namespace);
        String inject = workload.annotations().getOrDefault(INJECT, inherited.getOrDefault(INJECT, ENABLED));
        if (workload.hostNetwork()) {
            return Optional.of("has the network of its node");
        }
        // An invalid value of the namespace counts more than a good one of the pods.
        String ofNamespace = inherited.getOrDefault(INJECT, ENABLED);
        boolean invalid = !INJECTED.contains(ofNamespace) && !ofNamespace.equals("disabled");
        if (invalid || !INJECTED.contains(inject)) {
            return Optional.of("has " + INJECT + "=" + UserText.show(invalid ? ofNamespace : inject));
        }
        if ("disabled".equals(inventory.namespaceLabels(namespace).get(WEBHOOKS))) {
            return Optional.of("is in a namespace with the label " + WEBHOOKS + "=disabled");
        }
        return namespace.equals("kube-system") || workload.labels().containsKey(CONTROL_PLANE)
                ? Optional.of("is a part of the cluster or of Linkerd itself")
                : Optional.empty();
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
                    LinkerdCode.UDP_NOT_ENFORCED,
                    workload.ref(),
                    ROOT,
                    "has the port " + String.join(", ", ports)
                            + ", which Linkerd does not see; it is open to everybody");
        }
    }
}
