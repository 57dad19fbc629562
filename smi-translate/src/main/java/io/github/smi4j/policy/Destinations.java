package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns what destinations name into workloads. */
final class Destinations {
    private static final String ASSUMED_KIND = "Pods";

    private final Inventory inventory;
    private final InventoryNames names;
    private final PolicyOptions options;
    private final Map<ServiceAccountName, Destination> accounts = new TreeMap<>();
    private final Map<ResourceRef, Destination> bound = new TreeMap<>();

    Destinations(Inventory inventory, InventoryNames names, PolicyOptions options) {
        this.inventory = inventory;
        this.names = names;
        this.options = options;
    }

    Destination workloads(Subjects.Named named) {
        if (named instanceof Subjects.Account account) {
            return accounts.computeIfAbsent(account.name(), this::ofAccount);
        }
        IdentityBindings.Schemes schemes = ((Subjects.Bound) named).schemes();
        return bound.computeIfAbsent(schemes.binding().ref(), ref -> ofBinding(schemes));
    }

    private Destination ofAccount(ServiceAccountName account) {
        if (!inventory.knowsWorkloads(account.namespace())) {
            return guessed(account);
        }
        List<Workload> workloads = inventory.workloadsOf(account);
        return workloads.isEmpty()
                ? Destination.unresolved(new Destination.Problem(
                        AccessCode.DESTINATION_WITHOUT_WORKLOAD,
                        "no workload of the namespace " + account.namespace() + " runs under the service account "
                                + UserText.show(account.name()),
                        names.help(AccessCode.DESTINATION_WITHOUT_WORKLOAD, account)))
                : new Destination(workloads, List.of(), true, List.of());
    }

    private Destination guessed(ServiceAccountName account) {
        Optional<Map<String, String>> labels = options.workloadLabel()
                .filter(label -> DnsNames.isLabelValue(account.name()))
                .map(label -> Map.of(label, account.name()));
        if (labels.isEmpty()) {
            return Destination.unresolved(new Destination.Problem(
                    AccessCode.DESTINATION_UNKNOWN,
                    "the workloads that run under the service account " + UserText.show(account.name())
                            + " are not all known"
                            + UnreadableObjects.workloads(inventory, account.namespace())));
        }
        Optional<Workload> other = inventory.workloadsWith(account.namespace(), labels.get()).stream()
                .filter(w -> !w.serviceAccount().equals(account.name()))
                .findFirst();
        if (other.isPresent()) {
            return Destination.unresolved(new Destination.Problem(
                    AccessCode.DESTINATION_UNKNOWN,
                    "the workloads that run under the service account " + UserText.show(account.name())
                            + " are not all known, and the guessed label is also on the "
                            + other.get().kind() + " " + other.get().name() + ", which has another account"));
        }
        SortedSet<Workload> workloads = new TreeSet<>(inventory.workloadsOf(account));
        workloads.add(assumed(account.namespace(), labels.get())
                .serviceAccount(account.name())
                .build());
        return new Destination(
                List.copyOf(workloads),
                List.of(labels.get()),
                true,
                List.of(new Destination.Problem(
                        AccessCode.DESTINATION_GUESSED,
                        "the workloads are guessed to be those with the label "
                                + options.workloadLabel().orElseThrow() + "=" + account.name())));
    }

    /** One workload that stands for all pods with the labels that are not known. */
    private static Workload.Builder assumed(String namespace, Map<String, String> labels) {
        return Workload.builder()
                .kind(ASSUMED_KIND)
                .namespace(namespace)
                .name(new TreeMap<>(labels)
                        .entrySet().stream().map(Object::toString).collect(Collectors.joining(",")))
                .labels(labels);
    }

    /** The workloads of all schemes together; foreign identities have no pods here. */
    private Destination ofBinding(IdentityBindings.Schemes schemes) {
        List<Destination.Problem> problems = new ArrayList<>();
        SortedSet<Workload> workloads = new TreeSet<>();
        List<Map<String, String>> selectors = new ArrayList<>();
        boolean resolved = schemes.complete();
        for (ServiceAccountName account : schemes.accounts()) {
            Destination destination = ofAccount(account);
            workloads.addAll(destination.workloads());
            selectors.addAll(destination.selectors());
            problems.addAll(destination.problems());
            resolved &= destination.resolved();
        }
        if (!schemes.labels().isEmpty()) {
            Destination destination = ofLabels(schemes);
            workloads.addAll(destination.workloads());
            selectors.addAll(destination.selectors());
            problems.addAll(destination.problems());
            resolved &= destination.resolved();
        }
        schemes.foreign()
                .forEach(id -> problems.add(new Destination.Problem(
                        AccessCode.SPIFFE_FOREIGN_DESTINATION,
                        id + " is of another trust domain, and names no pod here")));
        boolean explained =
                problems.stream().anyMatch(p -> p.code().definition().severity() == Severity.ERROR);
        if (workloads.isEmpty() && !schemes.isNobody() && !explained) {
            problems.add(new Destination.Problem(
                    AccessCode.DESTINATION_WITHOUT_WORKLOAD,
                    "the IdentityBinding " + schemes.binding().ref().name() + " names no pod here"));
        }
        return new Destination(
                List.copyOf(workloads),
                selectors,
                resolved && !workloads.isEmpty(),
                problems.stream().distinct().toList());
    }

    /** Labels select their pods, known or not; where not all are known, one more stands for the others. */
    private Destination ofLabels(IdentityBindings.Schemes schemes) {
        String namespace = schemes.binding().namespace();
        SortedSet<Workload> workloads = new TreeSet<>(inventory.workloadsWith(namespace, schemes.labels()));
        if (!inventory.knowsWorkloads(namespace)) {
            workloads.add(assumed(namespace, schemes.labels()).build());
        }
        return workloads.isEmpty()
                ? Destination.unresolved(new Destination.Problem(
                        AccessCode.DESTINATION_WITHOUT_WORKLOAD,
                        "no workload of the namespace " + namespace + " has the labels of the IdentityBinding "
                                + schemes.binding().ref().name()))
                : new Destination(List.copyOf(workloads), List.of(schemes.labels()), true, List.of());
    }
}
