package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.linkerd.profile.ServiceProfile;
import io.github.smi4j.translate.linkerd.profile.WeightedDestination;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import io.github.smi4j.translate.spi.Weights;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A split root as a ServiceProfile, as the SMI adaptor of Linkerd wrote it: without conditions, for all ports alike. Linkerd
 * multiplies weights by 10000 and adds them in 32 bits.
 */
final class ProfileMapper {
    private static final FieldPath SERVICE = FieldPath.of("spec", "service");
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");
    private static final FieldPath BACKENDS = FieldPath.of("spec", "backends");
    private static final int MAX_SUM = 429_496;

    private final ResolvedSplit split;
    private final ExistingRoutes existing;
    private final TranslationContext in;
    private final TranslationOutput out;
    private final String clusterDomain;

    ProfileMapper(ResolvedSplit split, ExistingRoutes existing, TranslationContext in, TranslationOutput out) {
        this.split = split;
        this.existing = existing;
        this.in = in;
        this.out = out;
        this.clusterDomain = in.policy().options().clusterDomain();
    }

    void map() {
        List<SplitRoute> routes =
                split.ports().stream().flatMap(port -> port.routes().stream()).toList();
        if (routes.stream().anyMatch(SplitRoute::isConditional)) {
            report(
                    LinkerdCode.PROFILE_WITHOUT_MATCHES,
                    MATCHES,
                    "a ServiceProfile knows no matches; the split is not emitted");
            return;
        }
        if (!isForAllPorts()) {
            report(
                    LinkerdCode.PROFILE_FOR_ALL_PORTS,
                    SERVICE,
                    "the ports of " + split.root().name()
                            + " are split in different ways, and a ServiceProfile is for all of them; the split is not"
                            + " emitted");
            return;
        }
        List<SplitRoute> seen = split.ports().stream()
                .filter(port -> !isDatagrams(port))
                .flatMap(port -> port.routes().stream())
                .toList();
        split.ports().stream().filter(ProfileMapper::isDatagrams).forEach(this::reportDatagrams);
        if (!seen.isEmpty()) {
            emit(seen.get(0));
        }
    }

    private void emit(SplitRoute route) {
        Weights weights = Weights.of(route.shares(), MAX_SUM, MAX_SUM);
        ServiceProfile profile = ServiceProfile.builder()
                .metadata(ObjectMeta.builder()
                        .name(split.root().dnsName(clusterDomain))
                        .namespace(split.root().namespace())
                        .build())
                .dstOverrides(weights.shares().stream()
                        .map(share -> new WeightedDestination(
                                share.backend().dnsName(clusterDomain),
                                share.weight().intValueExact()))
                        .toList())
                .build();
        Optional<ResourceRef> taken = existing.profile(split.root(), Optional.of(profile.ref()))
                .or(() -> existing.route(split.root(), OptionalInt.empty(), Optional.empty()))
                .map(resource -> resource.ref());
        if (taken.isPresent()) {
            report(
                    LinkerdCode.ROUTE_TAKEN,
                    SERVICE,
                    "the input has the " + taken.get() + " already for "
                            + split.root().name() + "; the split is not emitted");
            return;
        }
        out.emit(profile, split.origins());
        if (!weights.errors().isEmpty()) {
            out.report(
                    LinkerdCode.WEIGHTS_APPROXIMATED,
                    route.split(),
                    BACKENDS,
                    "the weights sum to more than " + MAX_SUM + "; shares differ for "
                            + String.join(", ", weights.errors()));
        }
    }

    /** Whether all TCP ports of the root are split, and in the same way. */
    private boolean isForAllPorts() {
        Optional<KubernetesService> root = in.inventory().service(split.root());
        List<PortSplit> seen =
                split.ports().stream().filter(port -> !isDatagrams(port)).toList();
        long ports = root.stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> port.protocol() == TransportProtocol.TCP)
                .count();
        long different = seen.stream()
                .map(port -> port.routes().stream().map(SplitRoute::shares).toList())
                .distinct()
                .count();
        return different <= 1 && (root.isEmpty() || seen.isEmpty() || seen.size() == ports);
    }

    private static boolean isDatagrams(PortSplit port) {
        return port.port().filter(p -> p.protocol() != TransportProtocol.TCP).isPresent();
    }

    private void reportDatagrams(PortSplit port) {
        port.port()
                .ifPresent(p -> report(
                        LinkerdCode.PORT_NOT_PROXIED,
                        SERVICE,
                        "Linkerd does not see the port " + p.number() + "/" + p.protocol() + " of "
                                + split.root().name() + "; the port stays unsplit"));
    }

    private void report(LinkerdCode code, FieldPath path, String message) {
        ResourceRef first = split.splits().get(0);
        split.splits().forEach(ref -> out.report(code, ref, ref.equals(first) ? path : SERVICE, message));
    }
}
