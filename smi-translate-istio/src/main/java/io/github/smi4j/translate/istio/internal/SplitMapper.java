package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.IstioOptions;
import io.github.smi4j.translate.istio.networking.VirtualService;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A split root as one VirtualService: Istio does not merge two of one host. Everything is written for the root's full
 * name, since Istio does not complete a name with a dot.
 */
public final class SplitMapper {
    private static final FieldPath SERVICE = FieldPath.of("spec", "service");
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");

    private final ResolvedSplit split;
    private final TranslationContext in;
    private final TranslationOutput out;
    private final String clusterDomain;
    private final ExistingVirtualServices existing;

    /** Maps one root. */
    public SplitMapper(
            ResolvedSplit split, ExistingVirtualServices existing, TranslationContext in, TranslationOutput out) {
        this.split = split;
        this.existing = existing;
        this.in = in;
        this.out = out;
        this.clusterDomain = in.policy().options().clusterDomain();
    }

    /** Emits the VirtualService, or reports why there is none. */
    public void map() {
        if (isHostTaken() || hasUnusableMatch()) {
            return;
        }
        RouteMapper routes = new RouteMapper(split, clusterDomain, (ref, c, p, m) -> out.report(c, ref, p, m));
        split.ports().forEach(port -> map(port, routes));
        if (routes.isEmpty()) {
            return;
        }
        ServiceName root = split.root();
        VirtualService virtualService = VirtualService.builder()
                .apiVersion(in.option(IstioOptions.ISTIO_VERSION).networkingApiVersion())
                .metadata(ObjectMeta.builder()
                        .name(name())
                        .namespace(root.namespace())
                        .build())
                .addHost(root.dnsName(clusterDomain))
                .http(routes.http())
                .tcp(routes.tcp())
                .build();
        out.emit(virtualService, split.origins());
    }

    /** The name of the split, of the unconditional one where there are two; made of the root's where a cluster names it. */
    private String name() {
        String name = split.splits().get(split.splits().size() - 1).name();
        String own = name.endsWith("*") ? GeneratedNames.of(split.root().name(), "split") : GeneratedNames.of(name);
        return existing.isName(split.root().namespace(), own) ? GeneratedNames.of(own, "split") : own;
    }

    private void map(PortSplit port, RouteMapper routes) {
        if (port.port().isEmpty()) {
            report(
                    IstioCode.PORTS_UNKNOWN,
                    SERVICE,
                    "the ports of " + split.root().name() + " are not known, so only HTTP requests are split");
            routes.addHttp(port, OptionalInt.empty());
            return;
        }
        OptionalInt number = OptionalInt.of(port.port().get().number());
        switch (PortProtocol.of(port.port().get())) {
            case HTTP -> routes.addHttp(port, number);
            case DETECTED -> {
                routes.addHttp(port, number);
                mapDetectedTcp(port, number.getAsInt(), routes);
            }
            case TCP -> mapTcp(port, number.getAsInt(), routes);
            case TLS ->
                report(
                        IstioCode.PORT_TLS,
                        SERVICE,
                        "clients encrypt the traffic to the port " + number.getAsInt() + " of "
                                + split.root().name() + " themselves; the port stays unsplit");
            case NOT_CAPTURED ->
                report(
                        IstioCode.PORT_NOT_CAPTURED,
                        SERVICE,
                        "Istio does not see the port " + number.getAsInt() + "/"
                                + port.port().get().protocol() + " of "
                                + split.root().name() + "; the port stays unsplit");
        }
    }

    private void mapTcp(PortSplit port, int number, RouteMapper routes) {
        if (isHeadless()) {
            reportHeadless(number);
        } else {
            routes.addTcp(port, number);
        }
    }

    /** What is not HTTP matches no condition: only a split without one has something to say about it. */
    private void mapDetectedTcp(PortSplit port, int number, RouteMapper routes) {
        if (port.routes().stream().allMatch(SplitRoute::isConditional)) {
            return;
        }
        if (isHeadless()) {
            reportHeadless(number);
        } else {
            routes.addDetectedTcp(port, number);
        }
    }

    private void reportHeadless(int number) {
        report(
                IstioCode.PORT_HEADLESS,
                SERVICE,
                split.root().name() + " is headless, and its clients open connections to the port " + number
                        + " past any route; they stay unsplit");
    }

    private boolean isHeadless() {
        return in.inventory()
                .service(split.root())
                .filter(KubernetesService::headless)
                .isPresent();
    }

    private boolean isHostTaken() {
        Optional<OtherResource> taken = existing.forHost(split.root(), name());
        taken.ifPresent(vs -> report(
                IstioCode.HOST_TAKEN,
                SERVICE,
                "the input has the " + vs.ref() + " for " + split.root().name()
                        + " already; the split is not emitted"));
        return taken.isPresent();
    }

    private boolean hasUnusableMatch() {
        Set<ResolvedMatch> matches = split.ports().stream()
                .flatMap(port -> port.routes().stream())
                .map(SplitRoute::matches)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean unusable = false;
        for (ResolvedMatch match : matches) {
            Optional<String> reserved = MatchMapper.reservedHeader(match);
            if (reserved.isPresent()) {
                report(
                        IstioCode.HEADER_RESERVED,
                        MATCHES,
                        match + " tests the header \"" + reserved.get()
                                + "\", which Istio ignores; the split is not emitted");
                unusable = true;
            } else if (MatchMapper.isTooLong(MatchMapper.map(match, OptionalInt.empty()))) {
                report(
                        IstioCode.REGEX_TOO_LONG,
                        MATCHES,
                        match + " has a pattern of more than " + MatchMapper.MAX_REGEX_BYTES
                                + " bytes as Istio needs it; the split is not emitted");
                unusable = true;
            }
        }
        return unusable;
    }

    /** Both splits of a root share what becomes of it; only the first has matches. */
    private void report(IstioCode code, FieldPath path, String message) {
        ResourceRef first = split.splits().get(0);
        split.splits().forEach(ref -> out.report(code, ref, ref.equals(first) ? path : SERVICE, message));
    }
}
