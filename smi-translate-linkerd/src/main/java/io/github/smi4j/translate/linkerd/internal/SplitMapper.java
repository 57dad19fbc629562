package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.Share;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.linkerd.GatewayApi;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.linkerd.LinkerdOptions;
import io.github.smi4j.translate.linkerd.LinkerdVersion;
import io.github.smi4j.translate.linkerd.SplitMode;
import io.github.smi4j.translate.linkerd.gateway.HTTPRoute;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteRule;
import io.github.smi4j.translate.linkerd.gateway.ParentReference;
import io.github.smi4j.translate.linkerd.gateway.TCPRoute;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import io.github.smi4j.translate.spi.Weights;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A split root as one HTTPRoute, or TCPRoute, for each of its ports; or as a ServiceProfile. */
public final class SplitMapper {
    private static final FieldPath SERVICE = FieldPath.of("spec", "service");
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");
    private static final FieldPath BACKENDS = FieldPath.of("spec", "backends");
    private static final int MATCHES_OF_A_GATEWAY_RULE = 64;
    private static final int MATCHES_OF_A_POLICY_RULE = 8;

    private final ResolvedSplit split;
    private final TranslationContext in;
    private final TranslationOutput out;
    private final LinkerdVersion version;
    private final GatewayApi gatewayApi;
    private final ExistingRoutes existing;
    private final OpaquePorts opaque;

    /** Maps one root. */
    public SplitMapper(ResolvedSplit split, TranslationContext in, TranslationOutput out) {
        this.split = split;
        this.in = in;
        this.out = out;
        this.version = in.option(LinkerdOptions.LINKERD_VERSION);
        this.gatewayApi = in.option(LinkerdOptions.GATEWAY_API);
        this.existing = new ExistingRoutes(in.inventory(), in.policy().options());
        this.opaque = new OpaquePorts(in.inventory(), version);
    }

    /** Emits the routes, or reports why there are none. */
    public void map() {
        Optional<KubernetesService> root = in.inventory().service(split.root());
        if (root.filter(service -> service.headless() || service.externalName()).isPresent()) {
            report(
                    LinkerdCode.ROOT_WITHOUT_CLUSTER_IP,
                    SERVICE,
                    split.root().name() + " has no cluster IP, so Linkerd accepts no route for it; it stays unsplit");
        } else if (hasExternalBackend()) {
            return;
        } else if (in.option(LinkerdOptions.SPLIT_MODE) == SplitMode.SERVICEPROFILE) {
            new ProfileMapper(split, existing, in, out).map();
        } else if (!hasProfile() && !hasFaultyMatch()) {
            split.ports().forEach(port -> map(port, root));
        }
    }

    private void map(PortSplit port, Optional<KubernetesService> root) {
        if (port.port().isEmpty() || root.isEmpty()) {
            report(
                    LinkerdCode.PORTS_UNKNOWN,
                    SERVICE,
                    "the ports of " + split.root().name()
                            + " are not known, and a backend of a route needs its port; the"
                            + " Service stays unsplit");
            return;
        }
        ServicePort known = port.port().get();
        boolean conditional = port.routes().stream().anyMatch(SplitRoute::isConditional);
        if (known.protocol() != TransportProtocol.TCP) {
            reportPort(LinkerdCode.PORT_NOT_PROXIED, known, "Linkerd does not see the port");
        } else if (hasTooManyBackends(port, known)) {
            return;
        } else if (!opaque.isOpaque(root.get(), known)) {
            mapRequests(port, known);
        } else if (conditional) {
            reportPort(
                    LinkerdCode.MATCHES_ON_OPAQUE_PORT,
                    known,
                    "a condition needs requests, and Linkerd sees none on the port");
        } else if (version.hasTcpRoutes() && gatewayApi.experimental()) {
            mapConnections(port, known);
        } else {
            reportPort(
                    LinkerdCode.PORT_OPAQUE, known, "Linkerd sees no requests, and reads no TCPRoutes, for the port");
        }
    }

    private void mapRequests(PortSplit port, ServicePort known) {
        int most = gatewayApi.installed() ? MATCHES_OF_A_GATEWAY_RULE : MATCHES_OF_A_POLICY_RULE;
        List<HTTPRouteRule> rules = new RootRoutes(split.root(), known.number(), most).rules(port);
        if (!RootRoutes.fit(rules)) {
            reportPort(
                    LinkerdCode.TOO_MANY_MATCHES,
                    known,
                    "the matches are more than an HTTPRoute can hold, for the port");
            return;
        }
        emit(
                HTTPRoute.builder()
                        .apiVersion(routeApiVersion())
                        .metadata(metadata(known))
                        .parentRef(parent(known))
                        .rules(rules)
                        .build(),
                port,
                known);
    }

    private void mapConnections(PortSplit port, ServicePort known) {
        RootRoutes routes = new RootRoutes(split.root(), known.number(), 1);
        emit(
                TCPRoute.builder()
                        .metadata(metadata(known))
                        .parentRef(parent(known))
                        .backendRefs(routes.backends(port.routes().get(0)))
                        .build(),
                port,
                known);
    }

    private void emit(MeshResource route, PortSplit port, ServicePort known) {
        Optional<? extends MeshResource> own = Optional.of(route);
        existing.route(split.root(), OptionalInt.of(known.number()), own.map(MeshResource::ref))
                .ifPresentOrElse(
                        taken -> reportPort(
                                LinkerdCode.ROUTE_TAKEN,
                                known,
                                "the input has the " + taken.ref() + " already for the port"),
                        () -> {
                            out.emit(route, split.origins());
                            port.routes().forEach(this::reportWeights);
                            reportBytes(port, known, route);
                        });
    }

    /** A route of requests leaves other connections alone; where the port may carry some, they are not split. */
    private void reportBytes(PortSplit port, ServicePort known, MeshResource route) {
        boolean splitsBytes = port.routes().stream().anyMatch(r -> !r.isConditional());
        if (splitsBytes && opaque.isDetected(known) && route instanceof HTTPRoute) {
            String why = version.hasAppProtocols()
                    ? " has no appProtocol"
                    : " may carry anything, since Linkerd " + version + " reads no appProtocol";
            report(
                    LinkerdCode.CONNECTIONS_UNSPLIT,
                    SERVICE,
                    "the port " + known.number() + " of " + split.root().name() + why
                            + ": connections to it that carry no HTTP stay unsplit");
        }
    }

    private void reportWeights(SplitRoute route) {
        Weights weights = RootRoutes.weights(route);
        if (!weights.errors().isEmpty()) {
            out.report(
                    LinkerdCode.WEIGHTS_APPROXIMATED,
                    route.split(),
                    BACKENDS,
                    "a weight is above 1000000; shares differ for " + String.join(", ", weights.errors()));
        }
    }

    private boolean hasTooManyBackends(PortSplit port, ServicePort known) {
        boolean tooMany = port.routes().stream()
                .anyMatch(route -> RootRoutes.weights(route).shares().size() > RootRoutes.MAX_BACKENDS);
        if (tooMany) {
            reportPort(
                    LinkerdCode.TOO_MANY_BACKENDS,
                    known,
                    "more than " + RootRoutes.MAX_BACKENDS + " backends have a weight for the port");
        }
        return tooMany;
    }

    private boolean hasExternalBackend() {
        Optional<ServiceName> external = split.ports().stream()
                .flatMap(port -> port.routes().stream())
                .flatMap(route -> route.shares().stream())
                .filter(share -> share.weight().signum() > 0)
                .map(Share::backend)
                .filter(backend -> in.inventory()
                        .service(backend)
                        .filter(KubernetesService::externalName)
                        .isPresent())
                .min(Comparator.naturalOrder());
        external.ifPresent(backend -> report(
                LinkerdCode.BACKEND_EXTERNAL,
                BACKENDS,
                backend.name() + " is an ExternalName Service, of which Linkerd knows no endpoints; "
                        + split.root().name() + " stays unsplit"));
        return external.isPresent();
    }

    private boolean hasProfile() {
        Optional<ResourceRef> profile =
                existing.profile(split.root(), Optional.empty()).map(p -> p.ref());
        profile.ifPresent(ref -> report(
                LinkerdCode.PROFILE_TAKES_OVER,
                SERVICE,
                "the input has the " + ref + ", which turns all routes of "
                        + split.root().name() + " off; it stays unsplit"));
        return profile.isPresent();
    }

    private boolean hasFaultyMatch() {
        Set<ResolvedMatch> matches = split.ports().stream()
                .flatMap(port -> port.routes().stream())
                .flatMap(route -> route.matches().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean faulty = false;
        for (ResolvedMatch match : matches) {
            Optional<MatchFault> fault = MatchMapper.fault(match);
            fault.ifPresent(
                    f -> report(f.kind().ofSplit(), MATCHES, match + " " + f.what() + "; the split is not emitted"));
            faulty |= fault.isPresent();
        }
        return faulty;
    }

    private String routeApiVersion() {
        if (!gatewayApi.installed()) {
            return "policy.linkerd.io/v1beta3";
        }
        return version.hasGatewayV1() ? "gateway.networking.k8s.io/v1" : "gateway.networking.k8s.io/v1beta1";
    }

    private ParentReference parent(ServicePort port) {
        return ParentReference.service(split.root().namespace(), split.root().name(), port.number());
    }

    /** The name of the split, of the unconditional one where there are two; made of the root's where a cluster names it. */
    private ObjectMeta metadata(ServicePort port) {
        String name = split.splits().get(split.splits().size() - 1).name();
        String own = name.endsWith("*") ? "split" : name;
        return ObjectMeta.builder()
                .name(GeneratedNames.of(own, split.root().name(), String.valueOf(port.number())))
                .namespace(split.root().namespace())
                .build();
    }

    private void reportPort(LinkerdCode code, ServicePort port, String why) {
        String number = port.number() + (port.protocol() == TransportProtocol.TCP ? "" : "/" + port.protocol());
        report(code, SERVICE, why + " " + number + " of " + split.root().name() + "; the port stays unsplit");
    }

    /** Both splits of a root share what becomes of it; only the first has matches. */
    private void report(LinkerdCode code, FieldPath path, String message) {
        ResourceRef first = split.splits().get(0);
        split.splits().forEach(ref -> out.report(code, ref, ref.equals(first) ? path : SERVICE, message));
    }
}
