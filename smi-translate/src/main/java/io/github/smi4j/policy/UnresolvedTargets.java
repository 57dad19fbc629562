package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.Comparator;
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

    private final Map<ServiceAccountName, List<DeclaredTarget>> byAccount = new HashMap<>();
    /** A binding may name any pod of its namespace. */
    private final Map<String, List<DeclaredTarget>> ofBindings = new HashMap<>();

    UnresolvedTargets(ResolvedPolicy policy) {
        Set<ResourceRef> unknown = policy.diagnostics().stream()
                .filter(finding -> MISSING_FACTS.contains(finding.code().id()))
                .map(Diagnostic::resource)
                .flatMap(ref -> ref.stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (DeclaredTarget target : policy.declaredTargets()) {
            if (unknown.contains(target.ref()) || target.uses().stream().anyMatch(unknown::contains)) {
                add(target, target.ref().namespace().orElse(""));
            }
        }
    }

    private void add(DeclaredTarget target, String namespace) {
        boolean account = target.destination().group().isEmpty();
        List<DeclaredTarget> targets = account
                ? byAccount.computeIfAbsent(
                        new ServiceAccountName(namespace, target.destination().name()), a -> new ArrayList<>())
                : ofBindings.computeIfAbsent(namespace, n -> new ArrayList<>());
        targets.add(target);
    }

    /** What is not known of targets that may be about a workload, in words. */
    List<String> of(Workload workload) {
        return mayBeAbout(workload).stream()
                .map(target -> "what " + target.ref() + " is about is not all known; its findings say why")
                .toList();
    }

    /** The targets that may be about a workload: those of its account, and those of bindings of its namespace. */
    List<DeclaredTarget> mayBeAbout(Workload workload) {
        ServiceAccountName account = new ServiceAccountName(workload.namespace(), workload.serviceAccount());
        List<DeclaredTarget> targets = new ArrayList<>(byAccount.getOrDefault(account, List.of()));
        targets.addAll(ofBindings.getOrDefault(workload.namespace(), List.of()));
        targets.sort(Comparator.comparing(DeclaredTarget::ref));
        return targets;
    }
}
