package io.github.smi4j.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services by the label of their selector that the fewest of them have, so that those of a pod are found quickly. */
final class ServiceIndex {
    private final Map<NamespacedLabel, List<KubernetesService>> byRarestLabel = new HashMap<>();

    ServiceIndex(Collection<KubernetesService> services) {
        Map<NamespacedLabel, Integer> uses = new HashMap<>();
        services.forEach(service -> labels(service).forEach(label -> uses.merge(label, 1, Integer::sum)));
        for (KubernetesService service : services) {
            labels(service).stream()
                    .min(Comparator.comparingInt(uses::get))
                    .ifPresent(rarest -> byRarestLabel
                            .computeIfAbsent(rarest, l -> new ArrayList<>())
                            .add(service));
        }
    }

    private static List<NamespacedLabel> labels(KubernetesService service) {
        return NamespacedLabel.all(service.name().namespace(), service.selector())
                .toList();
    }

    /** Those that the pods of a workload are behind, sorted by name. */
    List<KubernetesService> of(Workload workload) {
        return candidates(workload).stream()
                .filter(service -> service.selects(workload))
                .sorted(Comparator.comparing(KubernetesService::name))
                .toList();
    }

    /** What is looked through for that. */
    List<KubernetesService> candidates(Workload workload) {
        return NamespacedLabel.all(workload.namespace(), workload.labels())
                .flatMap(label -> byRarestLabel.getOrDefault(label, List.of()).stream())
                .toList();
    }
}
