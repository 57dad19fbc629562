package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The services as which the sources of a target call: Consul knows no service accounts. */
final class SourceServices {
    private static final FieldPath SOURCES = FieldPath.of("spec", "sources");

    private final Inventory inventory;
    private final ConsulNames names;
    private final Catalog catalog;
    private final boolean acls;
    private final TranslationOutput out;

    SourceServices(TranslationContext in, ConsulNames names, Catalog catalog, TranslationOutput out) {
        this.inventory = in.inventory();
        this.names = names;
        this.catalog = catalog;
        this.acls = in.option(ConsulOptions.ACLS);
        this.out = out;
    }

    /**
     * The services with the accounts that they stand for, sorted; a source that is no service of its own is left out and
     * reported.
     */
    SortedMap<ConsulName, Set<ServiceAccountName>> of(ResolvedTarget target) {
        SortedMap<ConsulName, Set<ServiceAccountName>> services = new TreeMap<>();
        for (Identity source : target.sources()) {
            if (source instanceof Identity.ServiceAccount account) {
                reportUnregistered(target, account.name());
                Set<ConsulName> own = acls ? byName(target, account.name()) : byPods(target, account.name());
                own.forEach(service ->
                        services.computeIfAbsent(service, s -> new TreeSet<>()).add(account.name()));
            } else {
                report(
                        ConsulCode.FOREIGN_IDENTITY,
                        target,
                        source + " is of another mesh, and an intention names services of this one; it is left out");
            }
        }
        return services;
    }

    /** With ACLs a pod gets a proxy only as the service that its service account is called. */
    private Set<ConsulName> byName(ResolvedTarget target, ServiceAccountName account) {
        if (account.name().equals(Workload.DEFAULT_SERVICE_ACCOUNT) || !DnsNames.isLabel(account.name())) {
            String why = DnsNames.isLabel(account.name())
                    ? "gets no token with ACLs"
                    : "is no DNS label, as a service of Consul must be";
            report(ConsulCode.SOURCE_NOT_A_SERVICE, target, account + " " + why + "; it is left out");
            return Set.of();
        }
        ConsulName service = names.of(account.namespace(), account.name());
        if (isAmbiguous(service, account.namespace())) {
            return reportAmbiguous(target, service, account);
        }
        Optional<Workload> other = namesake(service, account);
        other.ifPresent(workload -> reportShared(target, service, account, workload));
        return other.isPresent() ? Set.of() : Set.of(service);
    }

    /** Without ACLs the pods tell, if all of them are known. */
    private Set<ConsulName> byPods(ResolvedTarget target, ServiceAccountName account) {
        if (!inventory.knowsWorkloads(account.namespace())) {
            report(
                    ConsulCode.SOURCE_UNKNOWN,
                    target,
                    "the workloads of the namespace " + account.namespace()
                            + " are not all known, so nobody can say as which service " + account
                            + " calls; it is left out");
            return Set.of();
        }
        SortedSet<ConsulName> services = catalog.servicesOf(account);
        Set<ConsulName> usable = new TreeSet<>();
        for (ConsulName service : services) {
            Optional<Workload> other = catalog.members(service).stream()
                    .filter(workload -> !isOf(workload, account))
                    .findFirst()
                    .or(() -> namesake(service, account));
            if (other.isPresent() && other.get().namespace().equals(account.namespace())) {
                reportShared(target, service, account, other.get());
            } else if (isAmbiguous(service, account.namespace())) {
                reportAmbiguous(target, service, account);
            } else {
                usable.add(service);
            }
        }
        return usable;
    }

    private Optional<Workload> namesake(ConsulName service, ServiceAccountName account) {
        return catalog.namesakes(service).stream()
                .filter(workload -> !isOf(workload, account))
                .findFirst();
    }

    private void reportShared(ResolvedTarget target, ConsulName service, ServiceAccountName account, Workload other) {
        report(
                ConsulCode.SOURCE_SHARED,
                target,
                "the service " + service + " has the " + other.kind() + " " + other.name()
                        + " too, which runs under the service account " + other.serviceAccount() + "; the source "
                        + account + " is left out");
    }

    /** Pods of a source that cannot call, since they have no proxy that shows who they are. */
    private void reportUnregistered(ResolvedTarget target, ServiceAccountName account) {
        List<Workload> all = inventory.workloadsOf(account);
        String without = all.stream()
                .flatMap(workload -> whyUnregistered(workload).stream())
                .collect(Collectors.joining("; nor from "));
        if (!without.isEmpty()) {
            report(ConsulCode.SOURCE_NOT_A_SERVICE, target, account + " cannot call from " + without);
        } else if (all.isEmpty() && !acls && inventory.knowsWorkloads(account.namespace())) {
            report(ConsulCode.SOURCE_NOT_A_SERVICE, target, "no pods run under " + account + "; it is left out");
        }
    }

    private Optional<String> whyUnregistered(Workload workload) {
        String named = "the " + workload.kind() + " " + workload.name() + ", which ";
        return catalog.registration(workload).whyMissing().map(why -> named + why);
    }

    private static boolean isOf(Workload workload, ServiceAccountName account) {
        return workload.namespace().equals(account.namespace())
                && workload.serviceAccount().equals(account.name());
    }

    private boolean isAmbiguous(ConsulName service, String namespace) {
        return catalog.namespacesOf(service).stream().anyMatch(other -> !other.equals(namespace));
    }

    private Set<ConsulName> reportAmbiguous(ResolvedTarget target, ConsulName service, ServiceAccountName account) {
        SortedSet<String> namespaces = new TreeSet<>(catalog.namespacesOf(service));
        namespaces.add(account.namespace());
        report(
                ConsulCode.SOURCE_AMBIGUOUS,
                target,
                "the service " + service + " is in the namespaces " + String.join(", ", namespaces)
                        + ", which are one for Consul; the source " + account + " is left out");
        return Set.of();
    }

    private void report(ConsulCode code, ResolvedTarget target, String message) {
        out.report(code, target.ref(), SOURCES, message);
    }
}
