package io.github.smi4j.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workloads by namespace, by service account and by label, so that a question costs what it finds, not what there is. */
final class PodIndex {
    private final Map<String, List<Workload>> byNamespace = new HashMap<>();
    private final Map<ServiceAccountName, List<Workload>> byAccount = new HashMap<>();
    private final Map<NamespacedLabel, List<Workload>> byLabel = new HashMap<>();

    /** Keeps the order of the workloads. */
    PodIndex(List<Workload> workloads) {
        for (Workload workload : workloads) {
            String namespace = workload.namespace();
            add(byNamespace, namespace, workload);
            add(byAccount, new ServiceAccountName(namespace, workload.serviceAccount()), workload);
            NamespacedLabel.all(namespace, workload.labels()).forEach(label -> add(byLabel, label, workload));
        }
    }

    private static <K> void add(Map<K, List<Workload>> index, K key, Workload workload) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(workload);
    }

    List<Workload> inNamespace(String namespace) {
        return Collections.unmodifiableList(byNamespace.getOrDefault(namespace, List.of()));
    }

    List<Workload> of(ServiceAccountName account) {
        return Collections.unmodifiableList(byAccount.getOrDefault(account, List.of()));
    }

    /** Those with all the labels. */
    List<Workload> withLabels(String namespace, Map<String, String> labels) {
        return candidates(namespace, labels).stream()
                .filter(w -> w.hasLabels(labels))
                .toList();
    }

    /** What is looked through for that: of the lists for each label, the shortest. */
    List<Workload> candidates(String namespace, Map<String, String> labels) {
        return NamespacedLabel.all(namespace, labels)
                .map(label -> byLabel.getOrDefault(label, List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElseGet(() -> inNamespace(namespace));
    }
}
