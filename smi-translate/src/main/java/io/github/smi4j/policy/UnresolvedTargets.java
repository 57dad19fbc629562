package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Targets of which a fact is missing: whose pods are meant, or whose labels. They grant nothing, but that they would is not
 * ruled out, so what they may be about is not known to be denied.
 */
final class UnresolvedTargets {
    private static final Set<String> MISSING_FACTS = Set.of(
            AccessCode.DESTINATION_UNKNOWN.id(),
            AccessCode.SERVICES_UNKNOWN.id(),
            AccessCode.SOURCE_LABELS_UNKNOWN.id());

    private final Map<String, List<DeclaredTarget>> byNamespace = new HashMap<>();

    UnresolvedTargets(ResolvedPolicy policy) {
        Set<ResourceRef> unknown = policy.diagnostics().stream()
                .filter(finding -> MISSING_FACTS.contains(finding.code().id()))
                .map(Diagnostic::resource)
                .flatMap(ref -> ref.stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (DeclaredTarget target : policy.declaredTargets()) {
            if (unknown.contains(target.ref()) || target.uses().stream().anyMatch(unknown::contains)) {
                byNamespace
                        .computeIfAbsent(target.ref().namespace().orElse(""), n -> new ArrayList<>())
                        .add(target);
            }
        }
    }

    /** What is not known of targets that may be about a workload, in words. */
    List<String> of(Workload workload) {
        return byNamespace.getOrDefault(workload.namespace(), List.of()).stream()
                .filter(target -> mayBeAbout(target, workload))
                .map(target -> "what " + target.ref() + " is about is not all known; its findings say why")
                .toList();
    }

    /** A binding may name any pod of its namespace. */
    private static boolean mayBeAbout(DeclaredTarget target, Workload workload) {
        boolean account = target.destination().group().isEmpty();
        return !account || target.destination().name().equals(workload.serviceAccount());
    }
}
