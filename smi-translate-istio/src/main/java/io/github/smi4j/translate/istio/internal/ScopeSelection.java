package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.RuntimeLabels;
import io.github.smi4j.policy.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether resources of the input select workloads in scope. What cannot be read, or known, is taken to.
 *
 * @param inventory what is known of workloads
 * @param scope what is closed
 */
record ScopeSelection(Inventory inventory, Scope scope) {
    /** The labels that a resource selects by, all for none; absent where they cannot be read. */
    static Optional<Map<String, String>> labels(Map<?, ?> given) {
        Map<String, String> labels = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (key instanceof String name && value instanceof String text) {
                labels.put(name, text);
            }
        });
        return labels.size() == given.size() ? Optional.of(labels) : Optional.empty();
    }

    /** Whether labels may select a workload of a namespace that is in scope. */
    boolean mayHit(Optional<Map<String, String>> labels, String namespace) {
        return labels.isEmpty()
                || labels.get().isEmpty()
                || !inventory.knowsWorkloads(namespace)
                // Labels of running pods are not known: any workload with the others may have them.
                || inventory.workloadsWith(namespace, RuntimeLabels.without(labels.get())).stream()
                        .anyMatch(scope::contains);
    }
}
