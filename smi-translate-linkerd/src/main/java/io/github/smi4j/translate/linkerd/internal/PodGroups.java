package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.RuntimeLabels;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.translate.linkerd.policy.AbsentValues;
import io.github.smi4j.translate.linkerd.policy.PodSelector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workloads of a namespace in groups that labels tell apart. Of two Servers for one port of a pod only the older counts, so
 * each pod is in one group. Labels that running pods get from elsewhere do not count.
 */
final class PodGroups {
    private final List<PodGroup> groups;

    /**
     * Workloads with the same labels.
     *
     * @param workloads the workloads, sorted; at least one
     * @param selector what selects their pods and those of no other known workload
     */
    record PodGroup(SortedSet<Workload> workloads, PodSelector selector) {
        /** Whether a workload is in it. */
        boolean contains(Workload workload) {
            return workloads.contains(workload);
        }

        /** Kinds and names of the workloads. */
        String describe() {
            return workloads.stream()
                    .map(w -> "the " + w.kind() + " " + w.name())
                    .collect(Collectors.joining(", "));
        }

        /** Whether all pods that it selects, known or not, have these labels. */
        boolean isWithin(Map<String, String> labels) {
            return selector.matchLabels().entrySet().containsAll(labels.entrySet());
        }

        /** Whether a pod that is not known can be in both; where all are known, none is. */
        boolean mayMeet(PodGroup other) {
            return isCompatible(selector, other.selector) && isCompatible(other.selector, selector);
        }

        private static boolean isCompatible(PodSelector left, PodSelector right) {
            return left.matchLabels().entrySet().stream()
                    .allMatch(label ->
                            label.getValue().equals(right.matchLabels().getOrDefault(label.getKey(), label.getValue()))
                                    && right.absentValues().stream()
                                            .noneMatch(absent -> absent.key().equals(label.getKey())
                                                    && absent.values().contains(label.getValue())));
        }
    }

    /**
     * Works out the groups.
     *
     * @param guessed workloads that stand for pods which the inventory does not tell
     */
    PodGroups(Inventory inventory, String namespace, Collection<Workload> guessed) {
        SortedSet<Workload> all = new TreeSet<>(inventory.workloads(namespace));
        all.addAll(guessed);
        SortedMap<Workload, SortedMap<String, String>> labelsOf = new TreeMap<>();
        all.forEach(workload -> labelsOf.put(workload, selectable(workload.labels())));
        Map<SortedMap<String, String>, SortedSet<Workload>> alike = new LinkedHashMap<>();
        labelsOf.forEach((workload, labels) ->
                alike.computeIfAbsent(labels, l -> new TreeSet<>()).add(workload));
        joinInseparable(alike, labelsOf);
        boolean known = inventory.knowsWorkloads(namespace) && guessed.isEmpty();
        this.groups = alike.entrySet().stream()
                .map(e -> new PodGroup(e.getValue(), selector(e.getKey(), e.getValue(), labelsOf, known)))
                .toList();
    }

    /** Joins those of which one has all that the other selects by, and no key of its own that tells it. */
    private static void joinInseparable(
            Map<SortedMap<String, String>, SortedSet<Workload>> alike,
            SortedMap<Workload, SortedMap<String, String>> labelsOf) {
        for (SortedMap<String, String> labels : List.copyOf(alike.keySet())) {
            SortedSet<Workload> workloads = alike.getOrDefault(labels, new TreeSet<>());
            for (SortedMap<String, String> other : others(labels, workloads, labelsOf)) {
                boolean inseparable =
                        !workloads.isEmpty() && keyOf(other, workloads).isEmpty();
                if (inseparable && alike.containsKey(other)) {
                    workloads.addAll(alike.remove(other));
                }
            }
        }
    }

    List<PodGroup> groups() {
        return groups;
    }

    /** The group of a workload. */
    PodGroup of(Workload workload) {
        return groups.stream().filter(g -> g.contains(workload)).findFirst().orElseThrow();
    }

    /** Labels that controllers select by come first, since others may change with every release. */
    private static PodSelector selector(
            SortedMap<String, String> labels,
            SortedSet<Workload> workloads,
            SortedMap<Workload, SortedMap<String, String>> labelsOf,
            boolean known) {
        Optional<SortedMap<String, String>> lasting = workloads.stream()
                .map(workload -> selectable(workload.controllerLabels()))
                .distinct()
                .reduce((left, right) -> new TreeMap<>())
                .filter(own -> known && !own.isEmpty() && labels.entrySet().containsAll(own.entrySet()));
        Stream<SortedMap<String, String>> candidates = Stream.concat(lasting.stream(), Stream.of(labels));
        return candidates
                .filter(candidate -> others(candidate, workloads, labelsOf).isEmpty())
                .findFirst()
                .map(candidate -> PodSelector.builder().matchLabels(candidate).build())
                .orElseGet(() -> apart(labels, labelsOfOthers(workloads, others(labels, workloads, labelsOf)), known));
    }

    /** Pods that are not known may have a label of the others with another value, and then belong to none of them. */
    private static PodSelector apart(
            SortedMap<String, String> labels, SortedMap<String, SortedSet<String>> others, boolean known) {
        PodSelector.Builder selector = PodSelector.builder().matchLabels(labels);
        if (known) {
            return selector.absentKeys(others.keySet()).build();
        }
        others.forEach((key, values) -> selector.addAbsentValue(new AbsentValues(key, List.copyOf(values))));
        return selector.build();
    }

    /** The labels of workloads of other groups that a candidate selects too. */
    private static List<SortedMap<String, String>> others(
            SortedMap<String, String> candidate,
            SortedSet<Workload> own,
            SortedMap<Workload, SortedMap<String, String>> labelsOf) {
        return labelsOf.entrySet().stream()
                .filter(e -> e.getValue().entrySet().containsAll(candidate.entrySet()) && !own.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /**
     * Of each other group one label that this one has not, by its key, with the values that the others have; those have all that
     * this one has, and more.
     */
    private static SortedMap<String, SortedSet<String>> labelsOfOthers(
            SortedSet<Workload> own, List<SortedMap<String, String>> others) {
        SortedMap<String, SortedSet<String>> labels = new TreeMap<>();
        for (SortedMap<String, String> other : others) {
            labels.keySet().stream()
                    .filter(key -> other.containsKey(key))
                    .findFirst()
                    .or(() -> keyOf(other, own))
                    .ifPresent(key ->
                            labels.computeIfAbsent(key, k -> new TreeSet<>()).add(other.getOrDefault(key, "")));
        }
        return labels;
    }

    /** A key that none of the workloads has, with whatever value. */
    private static Optional<String> keyOf(SortedMap<String, String> labels, SortedSet<Workload> without) {
        return labels.keySet().stream()
                .filter(key ->
                        without.stream().noneMatch(workload -> workload.labels().containsKey(key)))
                .findFirst();
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
