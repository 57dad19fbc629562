package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.TrafficSplit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds sources that may call the root of a split, and are denied at a backend that takes a share. */
final class SplitAccess {
    private static final FieldPath BACKENDS = FieldPath.of("spec", "backends");
    private static final int MAX_NAMED = 5;

    private final Inventory inventory;
    private final Scope scope;
    private final PolicyFindings findings;
    private final Map<Workload, Set<Identity>> callers = new TreeMap<>();

    SplitAccess(List<ResolvedTarget> targets, Scope scope, Inventory inventory, PolicyFindings findings) {
        this.inventory = inventory;
        this.scope = scope;
        this.findings = findings;
        for (ResolvedTarget target : targets) {
            for (Workload workload : target.destinations()) {
                if (!target.grants(workload).isEmpty()) {
                    callers.computeIfAbsent(workload, w -> new TreeSet<>()).addAll(target.sources());
                }
            }
        }
    }

    void report(ResolvedSplit split, Map<ResourceRef, Known<TrafficSplit>> splits) {
        Set<Identity> atRoot = workloads(split.root()).stream()
                .flatMap(w -> callers(w).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (PortSplit port : split.ports()) {
            for (SplitRoute route : port.routes()) {
                Optional.ofNullable(splits.get(route.split()))
                        .ifPresent(known -> route.shares().stream()
                                .filter(share -> share.weight().signum() > 0)
                                .filter(share -> !share.backend().equals(split.root()))
                                .forEach(share -> report(known, split.root(), share.backend(), atRoot)));
            }
        }
    }

    private void report(Known<TrafficSplit> split, ServiceName root, ServiceName backend, Set<Identity> atRoot) {
        Set<Identity> denied = new TreeSet<>();
        for (Workload workload : workloads(backend)) {
            if (scope.contains(workload)) {
                atRoot.stream().filter(i -> !callers(workload).contains(i)).forEach(denied::add);
            }
        }
        if (!denied.isEmpty()) {
            findings.report(
                    AccessCode.SPLIT_BACKEND_DENIED,
                    split,
                    BACKENDS,
                    Listing.of(denied, MAX_NAMED, Identity::toString) + " may call the Service " + root.name()
                            + ", but not the pods of the backend " + backend.name());
        }
    }

    private List<Workload> workloads(ServiceName service) {
        return inventory.service(service).map(inventory::workloadsBehind).orElse(List.of());
    }

    private Set<Identity> callers(Workload workload) {
        return callers.getOrDefault(workload, Set.of());
    }
}
