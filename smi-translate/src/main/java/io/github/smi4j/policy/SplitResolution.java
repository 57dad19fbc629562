package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.TrafficSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Resolves the TrafficSplits of a set, root by root. A split with faults is not emitted, and neither is the other split of
 * its root: without the faulty one it would mean more than it says.
 */
final class SplitResolution {
    private final ResourceIndex index;
    private final RouteGroups groups;
    private final Inventory inventory;
    private final InventoryNames names;
    private final PolicyOptions options;
    private final PolicyFindings findings;

    SplitResolution(
            ResourceIndex index,
            RouteGroups groups,
            Inventory inventory,
            InventoryNames names,
            PolicyOptions options,
            PolicyFindings findings) {
        this.index = index;
        this.groups = groups;
        this.inventory = inventory;
        this.names = names;
        this.options = options;
        this.findings = findings;
    }

    /** The splits, sorted by root. */
    List<ResolvedSplit> resolve() {
        SortedMap<ServiceName, List<SplitCandidate>> byRoot = new TreeMap<>();
        for (SplitCandidate candidate : candidates()) {
            candidate.root().ifPresent(root -> addTo(byRoot.computeIfAbsent(root, r -> new ArrayList<>()), candidate));
        }
        List<ResolvedSplit> splits = new ArrayList<>();
        new SplitChains(byRoot, findings).report();
        byRoot.forEach((root, candidates) -> {
            if (isOneSplit(root, candidates)) {
                resolve(root, candidates).ifPresent(splits::add);
            }
        });
        return splits;
    }

    /** Copies of one resource that differ are one split at fault, not several; one with matches stands for them. */
    private static void addTo(List<SplitCandidate> candidates, SplitCandidate candidate) {
        for (int i = 0; i < candidates.size(); i++) {
            SplitCandidate other = candidates.get(i);
            if (candidate.isFaulty()
                    && other.isFaulty()
                    && other.split().ref().equals(candidate.split().ref())) {
                candidates.set(i, other.isConditional() ? other : candidate);
                return;
            }
        }
        candidates.add(candidate);
    }

    private List<SplitCandidate> candidates() {
        List<SplitCandidate> candidates = new ArrayList<>();
        for (Known<TrafficSplit> split : index.usable(TrafficSplit.class)) {
            candidates.add(new SplitReading(split, index, groups, options, findings).read());
        }
        List<Known<TrafficSplit>> faulty = new ArrayList<>(index.faulty(TrafficSplit.class));
        faulty.addAll(UnreadableSplit.all(index));
        for (Known<TrafficSplit> split : faulty) {
            Optional<ServiceName> root = new ServiceNames(split, options.clusterDomain())
                    .read(split.value().service());
            candidates.add(new SplitCandidate(split, root, Optional.empty(), Map.of()));
        }
        return candidates;
    }

    private boolean isOneSplit(ServiceName root, List<SplitCandidate> candidates) {
        long distinct = candidates.stream()
                .map(SplitCandidate::isConditional)
                .distinct()
                .count();
        FieldPath service = FieldPath.of("spec", "service");
        if (candidates.size() == 1) {
            return !candidates.get(0).isFaulty();
        }
        if (candidates.size() > distinct) {
            candidates.forEach(c -> findings.report(
                    PolicyCode.SPLIT_ROOT_TWICE,
                    c.split(),
                    service,
                    candidates.size() + " splits have the root " + root.name()
                            + ", expected at most one with matches and one without; none is emitted"));
            return false;
        }
        boolean faulty = candidates.stream().anyMatch(SplitCandidate::isFaulty);
        if (faulty) {
            candidates.stream()
                    .filter(c -> !c.isFaulty())
                    .forEach(c -> findings.report(
                            PolicyCode.SPLIT_PARTNER_FAULTY,
                            c.split(),
                            service,
                            "the other split of the root " + root.name() + " has faults; this one is not emitted"));
        }
        return !faulty;
    }

    private Optional<ResolvedSplit> resolve(ServiceName root, List<SplitCandidate> candidates) {
        List<SplitCandidate> ordered = candidates.stream()
                .sorted(Comparator.comparing(SplitCandidate::isConditional).reversed())
                .toList();
        List<PortSplit> ports = new SplitPorts(root, ordered, inventory, names, findings).resolve();
        List<ResourceRef> splits = ordered.stream().map(c -> c.split().ref()).toList();
        return ports.isEmpty() ? Optional.empty() : Optional.of(new ResolvedSplit(root, splits, ports));
    }
}
