package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.IdentityBinding;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns what sources name into identities. */
final class Sources {
    private static final FieldPath LABELS = FieldPath.of("spec", "schemes", "podLabelSelector");

    private final Inventory inventory;
    private final PolicyFindings findings;
    private final Map<ResourceRef, SortedSet<Identity>> bound = new TreeMap<>();

    Sources(Inventory inventory, PolicyFindings findings) {
        this.inventory = inventory;
        this.findings = findings;
    }

    Set<Identity> identities(Subjects.Named named) {
        if (named instanceof Subjects.Account account) {
            return Set.of(new Identity.ServiceAccount(account.name()));
        }
        IdentityBindings.Schemes schemes = ((Subjects.Bound) named).schemes();
        return bound.computeIfAbsent(schemes.binding().ref(), ref -> identities(schemes));
    }

    private SortedSet<Identity> identities(IdentityBindings.Schemes schemes) {
        SortedSet<Identity> identities = new TreeSet<>(schemes.foreign());
        schemes.accounts().forEach(account -> identities.add(new Identity.ServiceAccount(account)));
        if (!schemes.labels().isEmpty()) {
            identities.addAll(labelled(schemes));
        }
        return identities;
    }

    /** Identities are service accounts: labels name one only where they select all of its pods. */
    private Set<Identity> labelled(IdentityBindings.Schemes schemes) {
        Known<IdentityBinding> binding = schemes.binding();
        String namespace = binding.namespace();
        if (!inventory.knowsWorkloads(namespace)) {
            findings.report(
                    AccessCode.SOURCE_LABELS_UNKNOWN,
                    binding,
                    LABELS,
                    "the workloads of the namespace " + namespace
                            + " are not all known, so the labels name no service account; they allow nobody to call"
                            + UnreadableObjects.workloads(inventory, namespace));
            return Set.of();
        }
        SortedSet<ServiceAccountName> accounts = inventory.workloadsWith(namespace, schemes.labels()).stream()
                .map(w -> new ServiceAccountName(namespace, w.serviceAccount()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (accounts.isEmpty()) {
            findings.report(
                    AccessCode.SOURCE_LABELS_UNUSED, binding, LABELS, "no workload of the namespace has the labels");
        }
        Set<Identity> identities = new TreeSet<>();
        for (ServiceAccountName account : accounts) {
            inventory.workloadsOf(account).stream()
                    .filter(w -> !w.hasLabels(schemes.labels()))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> reportShared(binding, account, other),
                            () -> identities.add(new Identity.ServiceAccount(account)));
        }
        return identities;
    }

    private void reportShared(Known<IdentityBinding> binding, ServiceAccountName account, Workload other) {
        findings.report(
                AccessCode.SOURCE_LABELS_NOT_AN_ACCOUNT,
                binding,
                LABELS,
                "the service account " + account.name() + " is also that of the " + other.kind() + " " + other.name()
                        + ", which does not have the labels; the account may not call");
    }
}
