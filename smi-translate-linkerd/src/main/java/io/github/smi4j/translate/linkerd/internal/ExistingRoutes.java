package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.spi.ResourceFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Routes and profiles of the input, which generated ones would be merged with, or be turned off by. */
final class ExistingRoutes {
    private static final Set<String> ROUTES = Set.of("HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute");
    private static final String PROFILE = "ServiceProfile";

    private final List<OtherResource> routes;
    private final List<OtherResource> profiles;
    private final String clusterDomain;
    private final String defaultNamespace;

    ExistingRoutes(Inventory inventory, PolicyOptions options) {
        this.routes = Stream.of("gateway.networking.k8s.io", "policy.linkerd.io")
                .flatMap(group -> inventory.meshResources(group).stream())
                .filter(resource -> ROUTES.contains(resource.kind()))
                .toList();
        this.profiles = inventory.meshResources("linkerd.io").stream()
                .filter(resource -> resource.kind().equals(PROFILE))
                .toList();
        this.clusterDomain = options.clusterDomain();
        this.defaultNamespace = options.defaultNamespace();
    }

    /** A route for a port of a Service, but for an earlier output of this name. */
    Optional<OtherResource> route(ServiceName service, OptionalInt port, Optional<ResourceRef> own) {
        return routes.stream()
                .filter(route -> !isReplaced(route, own))
                .filter(route -> ResourceFields.objects(ResourceFields.spec(route), "parentRefs")
                        .anyMatch(parent -> isFor(parent, route, service, port)))
                .min((a, b) -> a.ref().compareTo(b.ref()));
    }

    private boolean isFor(Map<?, ?> parent, OtherResource route, ServiceName service, OptionalInt port) {
        String namespace = ResourceFields.text(parent, "namespace");
        return "Service".equals(parent.get("kind"))
                && service.name().equals(parent.get("name"))
                && service.namespace().equals(namespace.isEmpty() ? namespace(route) : namespace)
                && (port.isEmpty()
                        || parent.get("port") == null
                        || String.valueOf(port.getAsInt()).equals(String.valueOf(parent.get("port"))));
    }

    /** A profile for a Service, of its own namespace or one of clients, that says anything; but for an earlier output. */
    Optional<OtherResource> profile(ServiceName service, Optional<ResourceRef> own) {
        return profiles.stream()
                .filter(profile -> !isReplaced(profile, own))
                .filter(profile -> profile.ref().name().equals(service.dnsName(clusterDomain)))
                .filter(profile -> own.isPresent()
                        || !ResourceFields.list(ResourceFields.spec(profile), "routes")
                                .isEmpty()
                        || !ResourceFields.list(ResourceFields.spec(profile), "dstOverrides")
                                .isEmpty())
                .findFirst();
    }

    private boolean isReplaced(OtherResource resource, Optional<ResourceRef> own) {
        return ResourceFields.isOurs(resource)
                && own.filter(resource.ref().withDefaultNamespace(defaultNamespace)::equals)
                        .isPresent();
    }

    private String namespace(OtherResource resource) {
        return resource.ref().namespace().orElse(defaultNamespace);
    }
}
