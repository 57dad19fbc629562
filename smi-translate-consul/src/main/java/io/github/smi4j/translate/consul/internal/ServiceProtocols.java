package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.DefaultsMode;
import io.github.smi4j.translate.consul.UnknownProtocol;
import io.github.smi4j.translate.spi.TranslationContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What each service speaks: what entries of the input say, else what its ports say, else HTTP where SMI asks for requests. The
 * services of a split speak one protocol, or it cannot be.
 */
final class ServiceProtocols {
    private final Inventory inventory;
    private final ConsulNames names;
    private final Catalog catalog;
    private final ExistingEntries existing;
    private final boolean mayAssume;
    private final boolean unknownIsHttp;
    private final Set<ConsulName> askedForRequests = new HashSet<>();
    private final SplitChains chains = new SplitChains();
    private final Map<ConsulName, SortedSet<String>> declarations = new TreeMap<>();
    private final Map<ConsulName, SortedSet<String>> agreements = new TreeMap<>();

    ServiceProtocols(TranslationContext in, ConsulNames names, Catalog catalog, ExistingEntries existing) {
        this.inventory = in.inventory();
        this.names = names;
        this.catalog = catalog;
        this.existing = existing;
        this.mayAssume = in.option(ConsulOptions.SERVICE_DEFAULTS) != DefaultsMode.VERIFY;
        this.unknownIsHttp = in.option(ConsulOptions.UNKNOWN_PROTOCOL) == UnknownProtocol.HTTP;
        in.policy().targets().forEach(this::ask);
        in.policy().splits().forEach(this::join);
    }

    private void ask(ResolvedTarget target) {
        for (Workload workload : target.destinations()) {
            boolean requests = target.grants(workload).stream().anyMatch(Grant.HttpRequests.class::isInstance);
            if (requests && catalog.registration(workload) instanceof Registration.Registered registered) {
                askedForRequests.add(registered.service());
            }
        }
    }

    private void join(ResolvedSplit split) {
        if (split.ports().stream().flatMap(port -> port.routes().stream()).anyMatch(SplitRoute::isConditional)) {
            askedForRequests.add(name(split.root()));
        }
        chains.join(servicesOf(split));
    }

    /** The root and all backends of a split. */
    Set<ConsulName> servicesOf(ResolvedSplit split) {
        Set<ConsulName> services = new TreeSet<>();
        services.add(name(split.root()));
        split.ports().stream()
                .flatMap(port -> port.routes().stream())
                .flatMap(route -> route.shares().stream())
                .forEach(share -> services.add(name(share.backend())));
        return services;
    }

    private ConsulName name(ServiceName service) {
        return names.of(service.namespace(), service.name());
    }

    /** What a service speaks; of services that cannot agree each speaks its own. */
    String of(ConsulName service) {
        SortedSet<String> shared = agreed(service);
        SortedSet<String> own = shared.size() == 1 ? shared : candidates(Set.of(service));
        return own.size() == 1 ? own.first() : PortProtocol.TCP;
    }

    /** What the services of the splits of a service speak: one protocol if they agree. */
    SortedSet<String> agreed(ConsulName service) {
        ConsulName first = chains.first(service);
        SortedSet<String> known = agreements.get(first);
        if (known == null) {
            known = candidates(chains.of(first));
            agreements.put(first, known);
        }
        return known;
    }

    private SortedSet<String> candidates(Collection<ConsulName> services) {
        SortedMap<String, SortedSet<ConsulName>> said = said(services, mayAssume);
        if (!said.isEmpty()) {
            return new TreeSet<>(said.keySet());
        }
        boolean requests = mayAssume && services.stream().anyMatch(askedForRequests::contains);
        return new TreeSet<>(Set.of(requests ? PortProtocol.HTTP : PortProtocol.TCP));
    }

    /**
     * What is said of services, and of which: by entries, or where there are none, perhaps by ports. If nothing may be assumed,
     * those without entries speak tcp beside others that have some.
     */
    private SortedMap<String, SortedSet<ConsulName>> said(Collection<ConsulName> services, boolean byPorts) {
        SortedMap<String, SortedSet<ConsulName>> said = new TreeMap<>();
        SortedSet<ConsulName> silent = new TreeSet<>();
        services.forEach(service -> existing.protocol(service)
                .ifPresentOrElse(
                        protocol -> said.computeIfAbsent(protocol, p -> new TreeSet<>())
                                .add(service),
                        () -> silent.add(service)));
        if (!said.isEmpty() && !mayAssume && !silent.isEmpty()) {
            said.computeIfAbsent(PortProtocol.TCP, p -> new TreeSet<>()).addAll(silent);
        }
        if (said.isEmpty() && byPorts) {
            services.forEach(service -> declared(service)
                    .forEach(protocol ->
                            said.computeIfAbsent(protocol, p -> new TreeSet<>()).add(service)));
        }
        return said;
    }

    private SortedMap<String, SortedSet<ConsulName>> saidOfChain(ConsulName service) {
        return said(chains.of(service), true);
    }

    /** What is said of the services of the splits of a service, with their names: {@code grpc (b), http (a, c)}. */
    String speakers(ConsulName service) {
        return saidOfChain(service).entrySet().stream()
                .map(said -> said.getKey()
                        + said.getValue().stream()
                                .map(ConsulName::toString)
                                .collect(Collectors.joining(", ", " (", ")")))
                .collect(Collectors.joining(", "));
    }

    /** Whether entries or ports say that a service, or another one of its splits, speaks no HTTP. */
    boolean isKnownToHaveNone(ConsulName service) {
        return saidOfChain(service).containsKey(PortProtocol.TCP);
    }

    /** Whether ports and SMI alone may tell that a service speaks HTTP. */
    boolean mayBeAssumed() {
        return mayAssume;
    }

    /** What the Service ports say that lead to the port which Consul registers. */
    private SortedSet<String> declared(ConsulName service) {
        SortedSet<String> known = declarations.get(service);
        if (known == null) {
            known = declaration(service);
            declarations.put(service, known);
        }
        return known;
    }

    private SortedSet<String> declaration(ConsulName service) {
        SortedSet<String> declared = new TreeSet<>();
        for (Workload workload : catalog.members(service)) {
            if (catalog.registration(workload) instanceof Registration.Registered registered) {
                OptionalInt main = registered
                        .ports()
                        .map(ports -> OptionalInt.of(ports.main()))
                        .orElse(OptionalInt.empty());
                inventory.servicesOf(workload).stream()
                        .flatMap(s -> s.ports().stream())
                        .filter(port -> main.isPresent() && workload.port(port).equals(main))
                        .forEach(port -> add(PortProtocol.of(port), declared));
            }
        }
        if (catalog.members(service).isEmpty()) {
            // A root without pods speaks what its ports say.
            catalog.services(service).stream()
                    .filter(s -> s.ports().size() == 1)
                    .map(KubernetesService::ports)
                    .forEach(ports -> add(PortProtocol.of(ports.get(0)), declared));
        }
        return declared;
    }

    private void add(Optional<String> protocol, Set<String> declared) {
        protocol.or(() -> unknownIsHttp ? Optional.of(PortProtocol.HTTP) : Optional.empty())
                .ifPresent(p -> declared.add(p));
    }

    /** Whether a service speaks HTTP by its ports or by entries, so that nobody expects it to carry anything else. */
    boolean isKnownToHaveRequests(ConsulName service) {
        return existing.protocol(service).filter(PortProtocol::hasRequests).isPresent()
                || declared(service).stream().anyMatch(PortProtocol::hasRequests);
    }
}
