package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the sidecar of a client sends what is for a Service: along the discovery chain of the service of Consul that has its cluster
 * IP. Without an entry for that service, and past the mesh, it is the Service itself.
 */
final class OutboundPolicy {
    private final ConfigEntries entries;
    private final Inventory inventory;
    private final Settings settings;
    private final Injection injection;
    private final Instances instances;
    private final Places places;

    OutboundPolicy(ConfigEntries entries, Inventory inventory, Pods pods, Settings settings) {
        this.entries = entries;
        this.inventory = inventory;
        this.settings = settings;
        this.injection = pods.injection();
        this.instances = new Instances(inventory, pods);
        this.places = new Places(inventory, settings, instances);
    }

    /** Absent where it is not known. */
    Optional<Routes> route(ServiceName name, int port, Traffic traffic) {
        Optional<Routes> itself = Optional.of(Routes.all(name, port));
        Optional<KubernetesService> service = inventory.service(name);
        boolean past = traffic.protocol() == TransportProtocol.UDP
                || !settings.transparentProxy()
                || service.filter(found -> found.headless() || found.externalName() || isOutside(found))
                        .isPresent();
        if (past) {
            return itself;
        }
        ConsulService root = new ConsulService(settings.namespace(name.namespace()), name.name());
        Set<ConsulService> registered =
                service.map(found -> instances.through(found)).orElse(Set.of());
        if (Stream.concat(Stream.of(root), registered.stream()).noneMatch(this::hasChain)) {
            return itself;
        }
        boolean reached = service.isPresent()
                && (registered.isEmpty() ? hasAddress(name, root) : registered.equals(Set.of(root)))
                && (registered.isEmpty() || instances.leads(service.get(), port, root));
        return reached ? along(root, name, port, traffic) : Optional.empty();
    }

    private Optional<Routes> along(ConsulService root, ServiceName name, int port, Traffic traffic) {
        new ServiceProtocols(entries).requireKnown(root);
        DiscoveryChain chain = DiscoveryChain.ofClients(root, entries);
        boolean bytes = !(traffic instanceof Traffic.Http);
        if (chain.contradiction().isPresent() || (bytes && chain.isHttpLike())) {
            return Optional.empty();
        }
        List<ChainNode.Split> shares = ChainRoutes.shares(chain.start(), traffic);
        return places.of(shares, name.namespace(), port);
    }

    private boolean hasChain(ConsulService service) {
        return Stream.of(ConfigEntry.ROUTER, ConfigEntry.SPLITTER, ConfigEntry.RESOLVER)
                .anyMatch(kind -> entries.of(kind, service).isPresent());
    }

    /** A Service without pods of its own gets an address in the mesh by a resource of its namespace and name. */
    private boolean hasAddress(ServiceName name, ConsulService root) {
        return Stream.of(
                        ConfigEntry.ROUTER,
                        ConfigEntry.SPLITTER,
                        ConfigEntry.RESOLVER,
                        ConfigEntry.DEFAULTS,
                        ConfigEntry.INTENTIONS)
                .flatMap(kind -> entries.of(kind, root).stream())
                .flatMap(entry -> entry.object().stream())
                .anyMatch(object -> object.name().equals(name.name())
                        && object.namespace().filter(name.namespace()::equals).isPresent());
    }

    /** Whether all pods of a Service are past the mesh. */
    private boolean isOutside(KubernetesService service) {
        Set<Boolean> seen = inventory.workloadsBehind(service).stream()
                .filter(workload -> injection.of(workload) != Injection.State.REFUSED)
                .map(this::isSeen)
                .collect(Collectors.toSet());
        return seen.equals(Set.of(false));
    }

    private boolean isSeen(Workload workload) {
        return injection.of(workload) != Injection.State.OUTSIDE && injection.isTransparent(workload);
    }
}
