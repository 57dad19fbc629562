package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out on which ports of the root which backends take part: ports correspond by number and protocol. */
final class SplitPorts {
    private static final FieldPath SERVICE = FieldPath.of("spec", "service");

    private final ServiceName root;
    private final List<SplitCandidate> candidates;
    private final Inventory inventory;
    private final InventoryNames names;
    private final Set<ServiceName> used = new TreeSet<>();
    private final PolicyFindings findings;

    /** The candidates are sound, the conditional one first. */
    SplitPorts(
            ServiceName root,
            List<SplitCandidate> candidates,
            Inventory inventory,
            InventoryNames names,
            PolicyFindings findings) {
        this.root = root;
        this.candidates = candidates;
        this.inventory = inventory;
        this.names = names;
        this.findings = findings;
        used.add(root);
        candidates.forEach(candidate ->
                candidate.route().ifPresent(route -> route.shares().forEach(share -> used.add(share.backend()))));
    }

    List<PortSplit> resolve() {
        if (!inventory.isKnown(root)) {
            if (inventory.isUnreadable(root)) {
                reportRoot(PolicyCode.SERVICE_UNREADABLE, unreadable(root));
            } else {
                reportRoot(PolicyCode.ROOT_UNKNOWN, "the ports of the Service are not known");
            }
            candidates.forEach(this::reportMissing);
            return split(Optional.empty()).stream().toList();
        }
        Optional<KubernetesService> service = inventory.service(root);
        if (service.isEmpty()) {
            candidates.forEach(c -> findings.report(
                    PolicyCode.ROOT_MISSING,
                    c.split(),
                    SERVICE,
                    "the namespace has no Service " + root.name(),
                    names.help(PolicyCode.ROOT_MISSING, root, used)));
            return List.of();
        }
        List<ServicePort> ports = service.get().ports().stream().sorted().toList();
        if (ports.isEmpty()) {
            reportRoot(PolicyCode.ROOT_WITHOUT_PORTS, "the Service " + root.name() + " has no ports");
        }
        candidates.forEach(candidate -> reportBackends(candidate, ports));
        return ports.stream().flatMap(port -> split(Optional.of(port)).stream()).toList();
    }

    private static String unreadable(ServiceName service) {
        return "the Service " + service.name() + " is in the input, but cannot be read, or is given in two ways";
    }

    private void reportRoot(PolicyCode code, String message) {
        candidates.forEach(c -> findings.report(code, c.split(), SERVICE, message));
    }

    private void reportBackends(SplitCandidate candidate, List<ServicePort> ports) {
        for (Share share : candidate.route().orElseThrow().shares()) {
            ServiceName backend = share.backend();
            FieldPath path = candidate.pathOf(backend);
            if (inventory.isUnreadable(backend)) {
                findings.report(PolicyCode.SERVICE_UNREADABLE, candidate.split(), path, unreadable(backend));
            } else if (!inventory.isKnown(backend)) {
                findings.report(
                        PolicyCode.BACKEND_UNKNOWN,
                        candidate.split(),
                        path,
                        "the input does not tell whether the Service " + backend.name()
                                + " exists; it is taken to have the ports of " + root.name());
            } else if (inventory.service(backend).isEmpty()) {
                reportMissing(candidate, share, path);
            } else {
                reportMissingPorts(candidate, backend, ports, path);
            }
        }
    }

    private void reportMissing(SplitCandidate candidate) {
        candidate.route().orElseThrow().shares().stream()
                .filter(share -> inventory.isKnown(share.backend())
                        && inventory.service(share.backend()).isEmpty())
                .forEach(share -> reportMissing(candidate, share, candidate.pathOf(share.backend())));
    }

    private void reportMissing(SplitCandidate candidate, Share share, FieldPath path) {
        boolean unused = share.weight().signum() == 0;
        PolicyCode code = unused ? PolicyCode.BACKEND_MISSING_UNUSED : PolicyCode.BACKEND_MISSING;
        findings.report(
                code,
                candidate.split(),
                path,
                "the namespace has no Service " + share.backend().name()
                        + (unused ? "; it takes no traffic yet" : "; the backend takes no part"),
                names.help(code, share.backend(), used));
    }

    private void reportMissingPorts(
            SplitCandidate candidate, ServiceName backend, List<ServicePort> ports, FieldPath path) {
        KubernetesService service = inventory.service(backend).orElseThrow();
        List<ServicePort> missing =
                ports.stream().filter(port -> !service.hasPort(port)).toList();
        if (!missing.isEmpty()) {
            findings.report(
                    PolicyCode.BACKEND_WITHOUT_PORT,
                    candidate.split(),
                    path,
                    "the Service " + backend.name() + " has no port "
                            + missing.stream().map(SplitPorts::text).collect(Collectors.joining(", "))
                            + "; the backend takes no part on it");
        }
    }

    private static String text(ServicePort port) {
        return port.number() + "/" + port.protocol();
    }

    /** The split of one port; absent, and reported, where a route is left without a backend that takes traffic. */
    private Optional<PortSplit> split(Optional<ServicePort> port) {
        String what = port.map(p -> "the port " + text(p) + " of ").orElse("a port of ") + root.name();
        List<SplitRoute> routes = new ArrayList<>();
        List<SplitCandidate> served = new ArrayList<>();
        for (SplitCandidate candidate : candidates) {
            SplitRoute route = candidate.route().orElseThrow();
            List<Share> shares =
                    route.shares().stream().filter(s -> takesPart(s, port)).toList();
            if (shares.stream().allMatch(s -> s.weight().signum() == 0)) {
                findings.report(
                        PolicyCode.PORT_UNSPLIT,
                        candidate.split(),
                        FieldPath.of("spec", "backends"),
                        "no backend with a weight above 0 has " + what + "; the port stays unsplit");
            } else {
                served.add(candidate);
            }
            routes.add(route.withShares(shares));
        }
        if (served.size() == candidates.size()) {
            return Optional.of(new PortSplit(port, routes));
        }
        served.forEach(c -> findings.report(
                PolicyCode.PORT_UNSPLIT,
                c.split(),
                SERVICE,
                "the other split of the root has no backend for " + what + "; the port stays unsplit"));
        return Optional.empty();
    }

    private boolean takesPart(Share share, Optional<ServicePort> port) {
        if (!inventory.isKnown(share.backend())) {
            return true;
        }
        Optional<KubernetesService> service = inventory.service(share.backend());
        return service.map(s -> port.map(s::hasPort).orElse(true))
                .orElse(share.weight().signum() == 0);
    }
}
