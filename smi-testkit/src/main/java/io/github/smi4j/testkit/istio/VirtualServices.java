package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the sidecar of a client sends what it has for a Service (Istio, "Virtual Service"): by the oldest VirtualService of the
 * mesh that has the host and a route for the port; its first route that matches decides, and without any the answer is 404.
 */
final class VirtualServices {
    private final ResourcesInForce resources;
    private final Cluster cluster;
    private final RouteDestinations destinations;

    VirtualServices(ResourcesInForce resources, Cluster cluster) {
        this.resources = resources;
        this.cluster = cluster;
        this.destinations = new RouteDestinations(resources, cluster);
    }

    Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
        Optional<KubernetesService> known = cluster.inventory().service(service);
        Optional<ServicePort> servicePort = known.stream()
                .flatMap(s -> s.ports().stream())
                .filter(p -> p.number() == port && p.protocol() == traffic.protocol())
                .findFirst();
        if (known.isPresent() && servicePort.isEmpty()) {
            return Optional.empty();
        }
        if (traffic.protocol() != TransportProtocol.TCP) {
            return Optional.of(Routes.all(service, port));
        }
        PortProtocol protocol = servicePort.map(PortProtocol::of).orElse(PortProtocol.DETECTED);
        boolean requests = protocol == PortProtocol.HTTP || protocol == PortProtocol.DETECTED;
        if (traffic instanceof Traffic.Http request && requests) {
            return Optional.of(routeRequest(service, port, request));
        }
        if (protocol == PortProtocol.HTTP) {
            return Optional.empty();
        }
        // Clients of a headless Service reach its pods by their addresses, which no route has.
        boolean routed = protocol != PortProtocol.TLS
                && known.filter(KubernetesService::headless).isEmpty();
        return Optional.of(routed ? routeBytes(service, port) : Routes.all(service, port));
    }

    private Routes routeRequest(ServiceName service, int port, Traffic.Http request) {
        for (Map<?, ?> virtualService : forHost(service)) {
            List<Map<?, ?>> routes = applicable(virtualService, "http", port);
            if (!routes.isEmpty()) {
                return routes.stream()
                        .filter(route -> takes(route, port, request))
                        .findFirst()
                        .map(route -> destinations.of(virtualService, route, port, false))
                        .orElseGet(Routes::none);
            }
        }
        return Routes.all(service, port);
    }

    private Routes routeBytes(ServiceName service, int port) {
        List<Map<?, ?>> virtualServices = forHost(service);
        virtualServices.stream()
                .flatMap(virtualService -> Fields.objects(Fields.object(virtualService, "spec"), "tcp").stream())
                .forEach(VirtualServices::requireKnownRouteOfBytes);
        return virtualServices.stream()
                .flatMap(virtualService -> applicable(virtualService, "tcp", port).stream()
                        .limit(1)
                        .map(route -> destinations.of(virtualService, route, port, true)))
                .findFirst()
                .orElseGet(() -> Routes.all(service, port));
    }

    /** The VirtualServices for sidecars that have the Service as a host, the oldest first. */
    private List<Map<?, ?>> forHost(ServiceName service) {
        return resources.ofKind("VirtualService").stream()
                .filter(virtualService -> {
                    Map<?, ?> spec = Fields.object(virtualService, "spec");
                    Fields.requireKnown(spec, "a VirtualService", "hosts", "gateways", "http", "tcp", "exportTo");
                    requireForAll(spec);
                    List<String> gateways = Fields.texts(spec, "gateways");
                    return (gateways.isEmpty() || gateways.contains("mesh"))
                            && Fields.texts(spec, "hosts").stream()
                                    .anyMatch(host -> destinations
                                            .service(virtualService, host)
                                            .filter(service::equals)
                                            .isPresent());
                })
                .toList();
    }

    /** Which namespaces a VirtualService is for is not modelled, but for all of them. */
    private static void requireForAll(Map<?, ?> spec) {
        List<String> namespaces = Fields.texts(spec, "exportTo");
        if (!namespaces.isEmpty() && !namespaces.equals(List.of("*"))) {
            throw new UnsupportedOperationException("the model of Istio does not know exportTo " + namespaces);
        }
    }

    /** The routes that some request to the port could take. */
    private static List<Map<?, ?>> applicable(Map<?, ?> virtualService, String field, int port) {
        return Fields.objects(Fields.object(virtualService, "spec"), field).stream()
                .filter(route -> matches(route).findAny().isEmpty()
                        || matches(route).anyMatch(match -> RouteMatch.isForPort(match, port)))
                .toList();
    }

    private static boolean takes(Map<?, ?> route, int port, Traffic.Http request) {
        Fields.requireKnown(route, "a route", "name", "match", "route");
        return matches(route).findAny().isEmpty()
                || matches(route)
                        .anyMatch(match -> RouteMatch.isForPort(match, port) && RouteMatch.takes(match, request));
    }

    private static void requireKnownRouteOfBytes(Map<?, ?> route) {
        Fields.requireKnown(route, "a route of bytes", "match", "route");
        matches(route).forEach(match -> Fields.requireKnown(match, "a match of bytes", "port"));
    }

    private static Stream<Map<?, ?>> matches(Map<?, ?> route) {
        return Fields.objects(route, "match").stream();
    }
}
