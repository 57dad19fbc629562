package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out which workloads are closed by default. */
final class ScopeResolution {
    private static final FieldPath DESTINATION = FieldPath.of("spec", "destination");
    private static final int MAX_NAMED = 10;

    private final ResourceIndex index;
    private final Inventory inventory;
    private final PolicyOptions options;
    private final PolicyFindings findings;
    private final Map<String, SortedSet<ResourceRef>> namespaces = new TreeMap<>();
    private final SortedSet<Workload> destinations = new TreeSet<>();

    ScopeResolution(ResourceIndex index, Inventory inventory, PolicyOptions options, PolicyFindings findings) {
        this.index = index;
        this.inventory = inventory;
        this.options = options;
        this.findings = findings;
    }

    Scope resolve(List<TargetCandidate> targets) {
        targets.forEach(target -> target.closes().ifPresent(namespace -> add(target, namespace)));
        index.unreadable(ResourceKind.TRAFFIC_TARGET, UnreadableTarget::hasDestination)
                .forEach(target -> UnreadableTarget.closes(target).ifPresent(namespace -> add(target, namespace)));
        reportUnreached(targets);
        return new Scope(namespaces, destinations);
    }

    private void close(String namespace, ResourceRef target) {
        namespaces.computeIfAbsent(namespace, n -> new TreeSet<>()).add(target);
    }

    private void add(TargetCandidate target, String namespace) {
        findings.visits().add();
        target.value().ifPresent(value -> destinations.addAll(value.destinations()));
        if (options.defaultDeny() == DefaultDeny.NAMESPACE) {
            close(namespace, target.target().ref());
        } else if (!target.resolved() && options.defaultDeny() == DefaultDeny.DESTINATIONS) {
            close(namespace, target.target().ref());
            findings.report(
                    AccessCode.SCOPE_WIDENED,
                    target.target(),
                    DESTINATION,
                    "cannot be resolved, so all workloads of the namespace " + namespace + " are closed by default");
        } else if (!target.resolved()) {
            findings.report(
                    AccessCode.SCOPE_OPEN,
                    target.target(),
                    DESTINATION,
                    "cannot be resolved; whatever pods are meant in the namespace " + namespace
                            + " stay open to everybody");
        }
    }

    /** A target without a readable destination closes too. */
    private void add(ResourceIndex.Unreadable target, String namespace) {
        if (options.defaultDeny() != DefaultDeny.NONE) {
            close(namespace, target.ref());
        }
        if (options.defaultDeny() != DefaultDeny.NAMESPACE) {
            boolean open = options.defaultDeny() == DefaultDeny.NONE;
            findings.report(
                    open ? AccessCode.SCOPE_OPEN : AccessCode.SCOPE_WIDENED,
                    target,
                    open
                            ? "the destination cannot be read; whatever pods are meant in the namespace " + namespace
                                    + " stay open to everybody"
                            : "the destination cannot be read, so all workloads of the namespace " + namespace
                                    + " are closed by default");
        }
    }

    private void reportUnreached(List<TargetCandidate> targets) {
        Set<Workload> reached = targets.stream()
                .flatMap(t -> t.value().stream())
                .filter(t -> !t.sources().isEmpty())
                .flatMap(t -> t.destinations().stream().filter(w -> !t.grants(w).isEmpty()))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String namespace : namespaces.keySet()) {
            findings.visits().add(inventory.workloads(namespace).size());
            List<Workload> unreached = inventory.workloads(namespace).stream()
                    .filter(w -> !reached.contains(w))
                    .toList();
            if (!unreached.isEmpty()) {
                Diagnostic.Builder finding = Diagnostic.builder(AccessCode.SCOPE_UNREACHED)
                        .message("no target reaches these workloads of the namespace " + UserText.show(namespace)
                                + ", which are closed to everybody: "
                                + Listing.of(unreached, MAX_NAMED, w -> w.kind() + " " + w.name()));
                if (options.defaultDeny() == DefaultDeny.DESTINATIONS) {
                    finding.help(
                            "Allow what they need, gateways too, or mend the destination that closes the namespace.");
                }
                findings.report(finding.build());
            }
        }
    }
}
