package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.Share;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.config.ConfigEntry;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.consul.config.ServiceResolver;
import io.github.smi4j.translate.consul.config.ServiceRoute;
import io.github.smi4j.translate.consul.config.ServiceRouter;
import io.github.smi4j.translate.consul.config.ServiceSplit;
import io.github.smi4j.translate.consul.config.ServiceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One root as a ServiceSplitter, a ServiceRouter, both, or a ServiceResolver where all connections go to one backend. */
final class SplitMapper {
    private final ResolvedSplit split;
    private final SplitPlan plan;
    private final Inventory inventory;
    private final ServiceProtocols protocols;
    private final SplitFindings findings;
    private final boolean ordered;

    /**
     * Maps one root.
     *
     * @param ordered whether the sum of the weights depends on their order, as with custom resources
     */
    SplitMapper(
            ResolvedSplit split,
            SplitPlan plan,
            Inventory inventory,
            ServiceProtocols protocols,
            SplitFindings findings,
            boolean ordered) {
        this.split = split;
        this.plan = plan;
        this.inventory = inventory;
        this.protocols = protocols;
        this.findings = findings;
        this.ordered = ordered;
    }

    /** The entries; none where the root stays unsplit, which is reported. */
    List<ConfigEntry> entries() {
        SortedSet<String> agreed = protocols.agreed(plan.service());
        if (agreed.size() > 1) {
            findings.report(
                    ConsulCode.PROTOCOLS_DIFFER,
                    SplitFindings.BACKENDS,
                    "the services of a split speak one protocol, but these speak "
                            + protocols.speakers(plan.service()) + "; "
                            + split.root().name() + " stays unsplit");
            return List.of();
        }
        if (!PortProtocol.hasRequests(agreed.first())) {
            return connections();
        }
        return isWithoutInstances() || hasFaultyMatch() ? List.of() : requests();
    }

    /** Connections go to one backend as a whole, or cannot be split. */
    private List<ConfigEntry> connections() {
        List<Share> positive = plan.unconditional().stream()
                .flatMap(route -> route.shares().stream())
                .filter(share -> share.weight().signum() > 0)
                .toList();
        boolean whole = plan.conditional().isEmpty() && positive.size() == 1;
        if (whole && positive.get(0).backend().equals(split.root())) {
            return List.of();
        }
        if (whole) {
            return List.of(ServiceResolver.builder()
                    .metadata(metadata(split.root().name()))
                    .redirectService(positive.get(0).backend().name())
                    .build());
        }
        reportConnections();
        return List.of();
    }

    private void reportConnections() {
        String root = split.root().name();
        if (protocols.isKnownToHaveNone(plan.service())) {
            findings.report(
                    ConsulCode.SPLIT_ON_TCP_SERVICE,
                    SplitFindings.SERVICE,
                    "Consul splits requests alone, and " + root + " speaks tcp; it stays unsplit");
        } else if (protocols.mayBeAssumed()) {
            findings.report(
                    ConsulCode.PROTOCOL_UNKNOWN,
                    SplitFindings.SERVICE,
                    "nothing says that " + root + " speaks HTTP, and Consul splits requests alone; it stays unsplit");
        } else {
            findings.report(
                    ConsulCode.SPLIT_NOT_VERIFIED,
                    SplitFindings.SERVICE,
                    "no ServiceDefaults of the input say that " + root
                            + " speaks HTTP, and none are generated; it stays unsplit");
        }
    }

    /** What no route is for, and what is for the root itself, goes to its own pods. */
    private boolean isWithoutInstances() {
        boolean rest = plan.unconditional().isEmpty();
        boolean own = plan.routes().stream()
                .flatMap(route -> route.shares().stream())
                .anyMatch(share ->
                        share.backend().equals(split.root()) && share.weight().signum() > 0);
        boolean missing = !plan.hasInstances() && (rest || own);
        if (missing) {
            findings.report(
                    ConsulCode.ROOT_WITHOUT_INSTANCES,
                    SplitFindings.SERVICE,
                    split.root().name() + " has no pods of its own in Consul, and "
                            + (own ? "a share" : "what no match is for") + " would go to them; it stays unsplit");
        }
        return missing;
    }

    private boolean hasFaultyMatch() {
        boolean faulty = false;
        for (ResolvedMatch match : plan.conditional().map(SplitRoute::matches).orElse(List.of())) {
            Optional<String> method = RequestMapper.unknownMethod(match);
            method.ifPresent(name -> findings.report(
                    ConsulCode.SPLIT_METHOD,
                    SplitFindings.MATCHES,
                    match + " has the method " + UserText.show(name)
                            + ", which Consul does not know; the split is not emitted"));
            Optional<String> header = RequestMapper.headerOfProxy(match);
            header.ifPresent(name -> findings.report(
                    ConsulCode.SPLIT_HEADER_OF_PROXY,
                    SplitFindings.MATCHES,
                    match + " tests the header " + UserText.show(name)
                            + ", which proxies set or take away on the way; the split is not emitted"));
            faulty |= method.isPresent() || header.isPresent();
        }
        return faulty;
    }

    private List<ConfigEntry> requests() {
        List<ConfigEntry> entries = new ArrayList<>();
        Optional<List<ConfigEntry>> rest =
                plan.unconditional().map(route -> splitter(route, split.root().name(), false));
        Optional<List<ConfigEntry>> some = plan.conditional().map(this::router);
        // One without the other would send requests elsewhere than SMI says.
        if (rest.filter(List::isEmpty).isPresent() || some.filter(List::isEmpty).isPresent()) {
            return List.of();
        }
        rest.ifPresent(entries::addAll);
        some.ifPresent(entries::addAll);
        return entries;
    }

    private List<ConfigEntry> router(SplitRoute route) {
        List<Share> positive =
                route.shares().stream().filter(s -> s.weight().signum() > 0).toList();
        List<ConfigEntry> entries = new ArrayList<>();
        String destination = positive.get(0).backend().name();
        if (positive.size() > 1) {
            destination = virtualName(split.root());
            entries.addAll(splitter(route, destination, true));
            if (entries.isEmpty()) {
                return List.of();
            }
        }
        List<ServiceRoute> routes = new ArrayList<>();
        for (ResolvedMatch match : route.matches()) {
            HttpMatch request = RequestMapper.map(match);
            routes.add(new ServiceRoute(request.isEmpty() ? HttpMatch.ANY : request, destination));
        }
        entries.add(ServiceRouter.builder()
                .metadata(metadata(split.root().name()))
                .routes(routes)
                .build());
        return entries;
    }

    /** A splitter; none where a share cannot be said. */
    private List<ConfigEntry> splitter(SplitRoute route, String name, boolean virtual) {
        List<Share> shares = route.shares().stream()
                .filter(share -> share.weight().signum() > 0
                        || inventory.service(share.backend()).isPresent())
                .toList();
        SplitterWeights weights = SplitterWeights.of(shares);
        if (!weights.lost().isEmpty()) {
            findings.report(
                    ConsulCode.SHARE_LOST,
                    SplitFindings.BACKENDS,
                    "Consul counts in hundredths of a percent, and " + String.join(", ", weights.lost())
                            + " would get none; " + split.root().name() + " stays unsplit");
            return List.of();
        }
        List<ServiceSplit> splits = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            splits.add(new ServiceSplit(
                    weights.hundredths().get(i), shares.get(i).backend().name()));
        }
        Optional<List<ServiceSplit>> order = ordered ? SplitOrder.find(splits) : Optional.of(splits);
        if (order.isEmpty()) {
            findings.report(
                    ConsulCode.NO_ORDER_OF_WEIGHTS,
                    SplitFindings.BACKENDS,
                    "consul-k8s refuses these weights in every order that was tried, since they do not sum to 100 as it"
                            + " adds them; " + split.root().name() + " stays unsplit");
            return List.of();
        }
        if (!weights.errors().isEmpty()) {
            findings.report(
                    ConsulCode.WEIGHTS_APPROXIMATED,
                    route,
                    SplitFindings.BACKENDS,
                    "Consul tells Envoy hundredths of a percent, and of some one less, so the shares differ: "
                            + String.join(", ", weights.errors()));
        }
        return List.of(ServiceSplitter.builder()
                .metadata(metadata(name))
                .splits(order.get())
                .virtual(virtual)
                .build());
    }

    /** The name of the service that stands for the requests of a condition where several backends share them. */
    static String virtualName(ServiceName root) {
        return GeneratedNames.of(root.name(), "smi");
    }

    /** The services that must speak HTTP for the entries to be accepted. */
    static List<ConsulName> services(List<ConfigEntry> entries, ConsulNames names, ServiceName root) {
        List<ConsulName> services = new ArrayList<>();
        for (ConfigEntry entry : entries) {
            if (entry instanceof ServiceSplitter splitter) {
                services.add(names.of(root.namespace(), splitter.metadata().displayName()));
                splitter.splits().forEach(s -> services.add(names.of(root.namespace(), s.service())));
            } else if (entry instanceof ServiceRouter router) {
                services.add(names.of(root.namespace(), root.name()));
                router.routes().forEach(r -> services.add(names.of(root.namespace(), r.service())));
            }
        }
        return services;
    }

    private ObjectMeta metadata(String name) {
        return ObjectMeta.builder()
                .name(name)
                .namespace(split.root().namespace())
                .build();
    }

    /** An earlier output that none of these entries replaces, and that would decide beside them. */
    static Optional<ResourceRef> taken(ExistingEntries existing, SplitPlan plan, List<ConfigEntry> entries) {
        String namespace = plan.root().name().namespace();
        Set<String> names = entries.stream()
                .map(entry -> entry.metadata().displayName())
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(plan.service().name());
        return names.stream()
                .flatMap(name ->
                        taken(existing, new ConsulName(plan.service().namespace(), name), namespace, entries).stream())
                .findFirst();
    }

    private static Optional<ResourceRef> taken(
            ExistingEntries existing, ConsulName service, String namespace, List<ConfigEntry> entries) {
        Set<String> written = entries.stream()
                .filter(entry -> entry.metadata().displayName().equals(service.name()))
                .map(ConfigEntry::kind)
                .collect(Collectors.toSet());
        return Stream.of("ServiceSplitter", "ServiceRouter", "ServiceResolver")
                .flatMap(kind -> written.contains(kind)
                        ? existing.taken(kind, service, namespace).stream()
                        : existing.any(kind, service).stream())
                .findFirst();
    }
}
