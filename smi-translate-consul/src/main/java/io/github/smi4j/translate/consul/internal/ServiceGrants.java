package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What targets grant at services: an intention is for all pods and ports of one, so it says what all of them are granted. */
final class ServiceGrants {
    private static final FieldPath DESTINATION = FieldPath.of("spec", "destination");
    private static final FieldPath RULES = FieldPath.of("spec", "rules");

    private final Inventory inventory;
    private final Scope scope;
    private final boolean acls;
    private final Catalog catalog;
    private final TranslationOutput out;

    ServiceGrants(TranslationContext in, Catalog catalog, TranslationOutput out) {
        this.inventory = in.inventory();
        this.scope = in.policy().scope();
        this.acls = in.option(ConsulOptions.ACLS);
        this.catalog = catalog;
        this.out = out;
    }

    /** How a workload is named in a sentence. */
    static String named(Workload workload) {
        return "the " + workload.kind() + " " + workload.name();
    }

    /** What the target grants at all pods of the service that are in scope. */
    DestinationGrants of(ResolvedTarget target, ConsulName service) {
        List<DestinationGrants> all = new ArrayList<>();
        Set<Workload> destinations = new TreeSet<>(target.destinations());
        Set<String> strangers = new TreeSet<>();
        for (Workload workload : catalog.members(service)) {
            if (destinations.contains(workload)) {
                all.add(grants(target, service, workload));
            } else if (scope.contains(workload)) {
                strangers.add(named(workload));
            }
        }
        catalog.namesakes(service).stream()
                .filter(workload -> scope.contains(workload) && !destinations.contains(workload))
                .forEach(workload -> strangers.add(named(workload)));
        if (!knowsAllOf(target)) {
            strangers.add("pods that are not known");
        }
        if (!strangers.isEmpty()) {
            report(
                    ConsulCode.DESTINATION_SHARED,
                    target,
                    DESTINATION,
                    "the service " + service + " has " + String.join(", ", strangers)
                            + " too, which the target is not for; nothing is allowed there");
            return DestinationGrants.NONE;
        }
        DestinationGrants common = DestinationGrants.common(all);
        if (all.stream().anyMatch(grants -> !grants.isEmpty() && !grants.equals(common))) {
            report(
                    ConsulCode.DESTINATION_NARROWED,
                    target,
                    DESTINATION,
                    "the pods of the service " + service
                            + " have other ports; only what is granted to all of them is allowed");
        }
        return common;
    }

    /**
     * Whether no pods that nobody knows can be behind the services of a destination. Guessed ones stand for all of an account,
     * which with ACLs is one service.
     */
    private boolean knowsAllOf(ResolvedTarget target) {
        return inventory.knowsWorkloads(target.namespace()) || (acls && isGuessed(target));
    }

    private boolean isGuessed(ResolvedTarget target) {
        return target.uses().stream().noneMatch(ref -> ref.kind().equals(ResourceKind.IDENTITY_BINDING.kind()))
                && target.destinations().stream()
                        .noneMatch(workload ->
                                inventory.workloads(workload.namespace()).contains(workload));
    }

    private DestinationGrants grants(ResolvedTarget target, ConsulName service, Workload workload) {
        List<Grant> grants = target.grants(workload);
        if (!(catalog.registration(workload) instanceof Registration.Registered registered)
                || grants.stream().allMatch(Grant.UdpDatagrams.class::isInstance)) {
            return DestinationGrants.NONE;
        }
        if (registered.ports().isEmpty()) {
            report(
                    ConsulCode.PORT_UNKNOWN,
                    target,
                    RULES,
                    "nobody can say which port Consul registers for " + named(workload) + "; nothing is allowed there");
            return DestinationGrants.NONE;
        }
        RegisteredPorts ports = registered.ports().get();
        boolean connections = false;
        Set<ResolvedMatch> matches = new LinkedHashSet<>();
        Set<PortCoverage> missed = new HashSet<>();
        for (Grant grant : grants) {
            PortCoverage coverage = PortCoverage.of(grant, ports);
            if (coverage != PortCoverage.ALL && !(grant instanceof Grant.UdpDatagrams)) {
                missed.add(coverage);
            } else if (grant instanceof Grant.HttpRequests http) {
                matches.addAll(http.matches());
            } else if (grant instanceof Grant.TcpConnections) {
                connections = true;
            }
        }
        reportPorts(target, service, workload, missed, ports);
        return new DestinationGrants(connections, matches);
    }

    private void reportPorts(
            ResolvedTarget target,
            ConsulName service,
            Workload workload,
            Set<PortCoverage> missed,
            RegisteredPorts ports) {
        String registered =
                "the service " + service + " has " + PortCoverage.show(ports.all()) + " of " + named(workload);
        SortedSet<Integer> beyond = PortCoverage.beyond(target.grants(workload), ports);
        if (missed.contains(PortCoverage.SOME)) {
            report(
                    ConsulCode.PORTS_IN_PART,
                    target,
                    RULES,
                    registered + ", of which the rules are for some only, and an intention is for all; nothing is"
                            + " allowed there");
        } else if (missed.contains(PortCoverage.NONE)) {
            String others = beyond.isEmpty() ? "none of its ports" : PortCoverage.show(beyond);
            report(
                    ConsulCode.PORTS_NOT_REGISTERED,
                    target,
                    RULES,
                    registered + ", and the rules are for " + others + "; nothing is allowed there");
        } else if (!beyond.isEmpty()) {
            report(
                    ConsulCode.PORTS_OUTSIDE,
                    target,
                    RULES,
                    registered + " alone; " + PortCoverage.show(beyond) + " cannot be called through Consul");
        }
    }

    private void report(ConsulCode code, ResolvedTarget target, FieldPath path, String message) {
        out.report(code, target.ref(), path, message);
    }
}
