package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.linkerd.OpaquePorts.Reading;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the proxy of a client sends what it has for a Service: by its ServiceProfile if that splits; else requests by the
 * HTTPRoutes of the Service, with 404 for those that none of them takes, and what it takes to be bytes by the oldest TCPRoute.
 * A Service without an address in the cluster has neither. The documentation does not say what becomes of bytes on a port where
 * the protocol is detected and there are HTTPRoutes; they are taken to go to the Service itself.
 */
final class OutboundPolicy {
    private static final String TCP_ROUTE_VERSION = "gateway.networking.k8s.io/v1alpha2";

    private final ResourcesInForce resources;
    private final Settings settings;
    private final Inventory inventory;
    private final ServiceProfiles profiles;
    private final OpaquePorts opaquePorts;
    private final Backends backends;

    OutboundPolicy(ResourcesInForce resources, Cluster cluster, Annotations annotations, Settings settings) {
        this.resources = resources;
        this.settings = settings;
        this.inventory = cluster.inventory();
        this.opaquePorts = new OpaquePorts(inventory, annotations, settings);
        this.backends = new Backends(inventory);
        this.profiles = new ServiceProfiles(resources, cluster, backends);
    }

    Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
        Optional<KubernetesService> known = inventory.service(service);
        Optional<ServicePort> servicePort = known.stream()
                .flatMap(s -> s.ports().stream())
                .filter(p -> p.number() == port && p.protocol() == traffic.protocol())
                .findFirst();
        if (known.isPresent() && servicePort.isEmpty()) {
            return Optional.empty();
        }
        boolean hasAddress =
                known.map(s -> !s.headless() && !s.externalName()).orElseGet(() -> !inventory.isKnown(service));
        if (traffic.protocol() != TransportProtocol.TCP || !hasAddress) {
            return Optional.of(Routes.all(service, port));
        }
        resources.requireKnownAbout("Service", service.namespace(), service.name());
        Set<Reading> readings =
                servicePort.map(p -> opaquePorts.readings(known.get(), p)).orElse(EnumSet.of(Reading.DETECTED));
        return LinkerdMesh.agreed(readings.stream()
                .map(reading -> route(service, port, traffic, reading))
                .toList());
    }

    private Optional<Routes> route(ServiceName service, int port, Traffic traffic, Reading reading) {
        boolean bytes = !(traffic instanceof Traffic.Http);
        if (bytes && reading == Reading.REQUESTS) {
            return Optional.empty();
        }
        Optional<Routes> split = profiles.split(service, port);
        if (split.isPresent()) {
            return split;
        }
        List<Resource> httpRoutes = httpRoutes(service, port);
        List<Resource> tcpRoutes = tcpRoutes(service, port);
        boolean profiled = profiles.hasRoutes(service);
        if (profiled && !tcpRoutes.isEmpty()) {
            // The profile and the policy may disagree on whether the port is opaque.
            return Optional.empty();
        }
        boolean opaque = reading == Reading.OPAQUE
                || (reading == Reading.DETECTED && httpRoutes.isEmpty() && !tcpRoutes.isEmpty());
        if (opaque) {
            return routeBytes(service, port, tcpRoutes, !httpRoutes.isEmpty());
        }
        return bytes || profiled || httpRoutes.isEmpty()
                ? Optional.of(Routes.all(service, port))
                : routeRequest(service, port, httpRoutes, (Traffic.Http) traffic);
    }

    private Optional<Routes> routeRequest(ServiceName service, int port, List<Resource> routes, Traffic.Http request) {
        List<HttpRoutes.Chosen> chosen = HttpRoutes.choose(routes, request);
        return chosen.isEmpty()
                ? Optional.of(Routes.none())
                : LinkerdMesh.agreed(chosen.stream()
                        .map(one -> Optional.of(backends.of(service, port, one.rule())))
                        .toList());
    }

    /** An HTTPRoute for the same port, though it is not used there, may keep a TCPRoute from being accepted. */
    private Optional<Routes> routeBytes(ServiceName service, int port, List<Resource> routes, boolean contested) {
        List<Optional<Routes>> ways = new ArrayList<>();
        for (Resource route : Resource.oldest(routes)) {
            ways.add(Optional.of(backends.of(
                    service, port, Fields.objects(route.spec(), "rules").get(0))));
        }
        if (routes.isEmpty() || contested) {
            ways.add(Optional.of(Routes.all(service, port)));
        }
        return LinkerdMesh.agreed(ways);
    }

    private List<Resource> httpRoutes(ServiceName service, int port) {
        return resources.httpRoutes().stream()
                .filter(route -> ParentRefs.haveService(route, service, port))
                .toList();
    }

    private List<Resource> tcpRoutes(ServiceName service, int port) {
        List<Resource> routes = resources.ofKind(Resource.GATEWAY, "TCPRoute").stream()
                .filter(route -> settings.hasTcpRoutes() && ParentRefs.haveService(route, service, port))
                .toList();
        for (Resource route : routes) {
            Fields.requireKnown(route.spec(), "a TCPRoute", "parentRefs", "rules");
            if (!route.apiVersion().equals(TCP_ROUTE_VERSION)
                    || Fields.objects(route.spec(), "rules").size() != 1) {
                throw new UnsupportedOperationException(
                        "the model of Linkerd knows TCPRoutes with one rule in v1alpha2 only, not " + route);
            }
            Fields.requireKnown(Fields.objects(route.spec(), "rules").get(0), "a rule of a TCPRoute", "backendRefs");
        }
        return routes;
    }
}
