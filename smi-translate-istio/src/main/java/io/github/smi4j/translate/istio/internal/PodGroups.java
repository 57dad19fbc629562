package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.RuntimeLabels;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The workloads of a destination in groups that labels can select and that are granted the same. Istio selects by labels
 * alone, so a selector is used only if it selects no workload but those it is meant for.
 */
final class PodGroups {
    private final Inventory inventory;
    private final ResolvedTarget target;
    private final SortedSet<Workload> destinations;
    private final Function<Workload, List<Grant>> grants;
    private final List<PodGroup> groups = new ArrayList<>();
    private final List<Workload> narrowed = new ArrayList<>();
    private final Map<Workload, String> ambiguous = new TreeMap<>();

    /**
     * A group.
     *
     * @param matchLabels the labels that select it; at least one
     * @param grants what all of it is granted
     */
    record PodGroup(SortedMap<String, String> matchLabels, List<Grant> grants) {}

    /** Works out the groups; what a workload is granted is as Istio can grant it. */
    PodGroups(Inventory inventory, ResolvedTarget target, Function<Workload, List<Grant>> grants) {
        this.inventory = inventory;
        this.target = target;
        this.destinations = new TreeSet<>(target.destinations());
        this.grants = grants;
        Map<List<Grant>, SortedSet<Workload>> alike = new LinkedHashMap<>();
        target.destinations()
                .forEach(w -> alike.computeIfAbsent(grants.apply(w), g -> new TreeSet<>())
                        .add(w));
        alike.forEach(this::add);
    }

    /** The groups. */
    List<PodGroup> groups() {
        return groups;
    }

    /** Workloads that are granted less, since others with the same labels are. */
    List<Workload> narrowed() {
        return narrowed;
    }

    /** Workloads that no labels select alone, each with the reason as the end of a sentence. */
    Map<Workload, String> ambiguous() {
        return ambiguous;
    }

    private void add(List<Grant> granted, SortedSet<Workload> workloads) {
        Optional<SortedMap<String, String>> labels = labels(workloads);
        if (labels.isPresent()) {
            groups.add(new PodGroup(labels.get(), granted));
            return;
        }
        for (Workload workload : workloads) {
            labels(new TreeSet<>(Set.of(workload)), workloads)
                    .ifPresentOrElse(own -> groups.add(new PodGroup(own, granted)), () -> addShared(workload));
        }
    }

    /** A workload whose labels others have too: if all of these are destinations, what all are granted. */
    private void addShared(Workload workload) {
        SortedMap<String, String> labels = selectable(workload.labels());
        Set<Workload> selected = selected(labels);
        Optional<Workload> stranger =
                selected.stream().filter(w -> !destinations.contains(w)).findFirst();
        if (labels.isEmpty()) {
            ambiguous.put(workload, ", which has no lasting label that Kubernetes accepts");
            return;
        }
        if (stranger.isPresent() || !isSure(labels)) {
            ambiguous.put(
                    workload,
                    stranger.map(w -> " without the " + w.kind() + " " + w.name())
                            .orElse(" and surely no pod that is not known"));
            return;
        }
        List<Grant> own = grants.apply(workload);
        List<Grant> common = own;
        for (Workload other : selected) {
            common = Grant.common(common, grants.apply(other));
        }
        if (!common.equals(own)) {
            narrowed.add(workload);
        }
        groups.add(new PodGroup(labels, common));
    }

    /** The known workloads that labels select, and those that stand for unknown pods which they select. */
    private Set<Workload> selected(Map<String, String> labels) {
        Set<Workload> selected = new TreeSet<>(inventory.workloadsWith(target.namespace(), labels));
        destinations.stream().filter(w -> w.hasLabels(labels)).forEach(selected::add);
        return selected;
    }

    private Optional<SortedMap<String, String>> labels(SortedSet<Workload> workloads) {
        return labels(workloads, workloads);
    }

    /**
     * Labels that all of these workloads have and that select none but the allowed ones. Those that name the destination come
     * first, then those that controllers select by, since others may change with every release.
     */
    private Optional<SortedMap<String, String>> labels(SortedSet<Workload> workloads, SortedSet<Workload> allowed) {
        Stream<Map<String, String>> named = target.destinationSelectors().stream()
                .filter(labels -> workloads.stream().allMatch(w -> w.hasLabels(labels)));
        Stream<Map<String, String>> own =
                Stream.of(common(workloads, Workload::controllerLabels), common(workloads, Workload::labels));
        return Stream.concat(named, own)
                .map(PodGroups::selectable)
                .filter(labels -> !labels.isEmpty() && isSure(labels))
                .filter(labels -> allowed.containsAll(selected(labels)))
                .findFirst();
    }

    /** Where not all workloads are known, labels select none but those of the destination only if they name it. */
    private boolean isSure(Map<String, String> labels) {
        return inventory.knowsWorkloads(target.namespace())
                || target.destinationSelectors().stream()
                        .anyMatch(named -> labels.entrySet().containsAll(named.entrySet()));
    }

    private static Map<String, String> common(
            SortedSet<Workload> workloads, Function<Workload, Map<String, String>> labels) {
        Map<String, String> common = new TreeMap<>(labels.apply(workloads.first()));
        workloads.forEach(w -> common.entrySet().retainAll(labels.apply(w).entrySet()));
        return common;
    }

    /** The labels that Kubernetes accepts, and that last longer than one rollout. */
    private static SortedMap<String, String> selectable(Map<String, String> labels) {
        SortedMap<String, String> selectable = new TreeMap<>(labels);
        selectable
                .entrySet()
                .removeIf(e -> RuntimeLabels.contains(e.getKey())
                        || !DnsNames.isLabelKey(e.getKey())
                        || !DnsNames.isLabelValue(e.getValue()));
        return selectable;
    }
}
