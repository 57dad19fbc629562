package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TrafficTargets as intentions: for each service in scope all that any target grants, and nothing else. */
final class AccessMapper {
    private static final FieldPath DESTINATION = FieldPath.of("spec", "destination");
    private static final FieldPath RULES = FieldPath.of("spec", "rules");

    private final TranslationContext in;
    private final TranslationOutput out;
    private final Inventory inventory;
    private final Scope scope;
    private final Catalog catalog;
    private final ServiceProtocols protocols;
    private final SourceServices sources;
    private final ServiceGrants grants;
    private final RequestLimits limits;
    private final SortedMap<ConsulName, IntentionDraft> drafts = new TreeMap<>();

    AccessMapper(
            TranslationContext in,
            ConsulNames names,
            Catalog catalog,
            ServiceProtocols protocols,
            TranslationOutput out) {
        this.in = in;
        this.out = out;
        this.inventory = in.inventory();
        this.scope = in.policy().scope();
        this.catalog = catalog;
        this.protocols = protocols;
        this.sources = new SourceServices(in, names, catalog, out);
        this.grants = new ServiceGrants(in, catalog, out);
        this.limits = new RequestLimits(out);
    }

    /** The intentions of each service in scope; what Consul cannot say is reported. */
    SortedMap<ConsulName, IntentionDraft> map() {
        governed().forEach(this::close);
        in.policy().targets().forEach(this::map);
        return Collections.unmodifiableSortedMap(drafts);
    }

    /** The workloads in scope, known and guessed. */
    SortedSet<Workload> governed() {
        return Stream.concat(inventory.workloads().stream().filter(scope::contains), scope.destinations().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void close(Workload workload) {
        Registration registration = catalog.registration(workload);
        Set<ResourceRef> closing = scope.targetsOf(workload.namespace());
        if (registration instanceof Registration.Registered registered) {
            draft(registered.service(), workload).closedBy(closing);
        } else if (registration instanceof Registration.Unregistered unregistered) {
            // They may start once something is put right.
            unregistered.possible().forEach(service -> draft(service, workload).closedBy(closing));
        }
    }

    private IntentionDraft draft(ConsulName service, Workload workload) {
        return drafts.computeIfAbsent(service, s -> new IntentionDraft(workload.namespace()));
    }

    private void map(ResolvedTarget target) {
        reportDatagrams(target);
        Set<ConsulName> services = new TreeSet<>();
        for (Workload workload : target.destinations()) {
            Registration registration = catalog.registration(workload);
            if (registration instanceof Registration.Registered registered) {
                services.add(registered.service());
                draft(registered.service(), workload).comesFrom(target.origins());
            } else if (registration instanceof Registration.Unregistered unregistered) {
                unregistered
                        .possible()
                        .forEach(service -> draft(service, workload).comesFrom(target.origins()));
                reportUnregistered(target, workload, unregistered);
            } else if (registration instanceof Registration.Outside
                    && !target.grants(workload).isEmpty()) {
                report(
                        ConsulCode.WORKLOAD_NOT_IN_MESH,
                        target,
                        DESTINATION,
                        "nothing is emitted for " + ServiceGrants.named(workload) + ", which is open to everybody");
            }
        }
        if (!target.grantsNothing()) {
            SortedMap<ConsulName, Set<ServiceAccountName>> callers = sources.of(target);
            services.forEach(service -> map(target, service, callers));
        }
    }

    private void reportUnregistered(ResolvedTarget target, Workload workload, Registration.Unregistered registration) {
        if (!target.grants(workload).isEmpty()) {
            report(
                    ConsulCode.DESTINATION_NOT_REGISTERED,
                    target,
                    DESTINATION,
                    ServiceGrants.named(workload) + " " + registration.why() + "; nothing is allowed there");
        }
    }

    private void reportDatagrams(ResolvedTarget target) {
        boolean udp = target.destinations().stream()
                .flatMap(workload -> target.grants(workload).stream())
                .anyMatch(Grant.UdpDatagrams.class::isInstance);
        if (udp) {
            report(
                    ConsulCode.UDP_NOT_ENFORCED,
                    target,
                    RULES,
                    "Consul does not see UDP; the ports of the UDPRoute are open to everybody");
        }
    }

    private void map(
            ResolvedTarget target, ConsulName service, SortedMap<ConsulName, Set<ServiceAccountName>> callers) {
        if (catalog.namespacesOf(service).size() > 1) {
            report(
                    ConsulCode.DESTINATION_AMBIGUOUS,
                    target,
                    DESTINATION,
                    "the service " + service + " is in the namespaces "
                            + String.join(", ", catalog.namespacesOf(service))
                            + ", which are one for Consul; nothing is allowed there");
            return;
        }
        DestinationGrants granted = grants.of(target, service);
        IntentionDraft draft = drafts.get(service);
        if (granted.isEmpty() || draft == null) {
            return;
        }
        callers.forEach(draft::standsFor);
        boolean requests = PortProtocol.hasRequests(protocols.of(service));
        if (granted.connections()) {
            callers.keySet().forEach(draft::allow);
            if (requests && !protocols.isKnownToHaveRequests(service)) {
                report(
                        ConsulCode.CONNECTIONS_AS_REQUESTS,
                        target,
                        RULES,
                        "the service " + service + " is taken to speak HTTP, since other rules ask for requests;"
                                + " connections that carry anything else do not reach it");
            }
        }
        if (!requests && !granted.matches().isEmpty()) {
            report(
                    ConsulCode.HTTP_ON_TCP_SERVICE,
                    target,
                    RULES,
                    "Consul sees no requests of the service " + service
                            + (protocols.isKnownToHaveNone(service)
                                    ? ", which speaks tcp"
                                    : ", since no ServiceDefaults of the input say that it speaks HTTP")
                            + "; nothing is allowed there");
            return;
        }
        for (ResolvedMatch match : granted.matches()) {
            Optional<HttpMatch> request = limits.map(match);
            request.ifPresent(r -> callers.keySet().forEach(caller -> draft.allow(caller, r)));
        }
    }

    private void report(ConsulCode code, ResolvedTarget target, FieldPath path, String message) {
        out.report(code, target.ref(), path, message);
    }
}
