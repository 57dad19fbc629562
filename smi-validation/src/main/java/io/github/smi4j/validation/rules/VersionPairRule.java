package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resources that refer to each other have versions that one release of SMI combines. */
final class VersionPairRule implements SetRule {
    /** The versions of traffic specs that the text of a version speaks of (SMI specification, apis/). */
    private static final Map<String, Set<String>> SPECS = Map.of(
            "access.smi-spec.io/v1alpha1", Set.of("v1alpha1", "v1alpha2"),
            "access.smi-spec.io/v1alpha2", Set.of("v1alpha3"),
            "access.smi-spec.io/v1alpha3", Set.of("v1alpha4"),
            "access.smi-spec.io/v1alpha4", Set.of("v1alpha4"),
            "split.smi-spec.io/v1alpha3", Set.of("v1alpha2", "v1alpha3"),
            "split.smi-spec.io/v1alpha4", Set.of("v1alpha4"));

    private static final FieldPath SPEC = FieldPath.of("spec");

    @Override
    public DiagnosticCode code() {
        return ValidationCode.VERSION_PAIR;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        for (SetResource<TrafficTarget> target : in.resources(TrafficTarget.class)) {
            List<Rule> rules = target.value().rules();
            for (int i = 0; i < rules.size(); i++) {
                FieldPath path = SPEC.field("rules").index(i);
                find(in, target, rules.get(i).kind(), rules.get(i).name())
                        .ifPresent(spec -> compare(target, spec, path, out));
            }
        }
        for (SetResource<TrafficSplit> split : in.resources(TrafficSplit.class)) {
            List<RouteRef> groups =
                    split.value().matches() instanceof SplitMatches.Groups given ? given.groups() : List.of();
            for (int i = 0; i < groups.size(); i++) {
                FieldPath path = SPEC.field("matches").index(i);
                find(in, split, groups.get(i).kind(), groups.get(i).name())
                        .ifPresent(spec -> compare(split, spec, path, out));
            }
        }
    }

    private static Optional<? extends SetResource<? extends SmiResource>> find(
            RuleContext in, SetResource<?> from, String kind, String name) {
        return ResourceKind.of(kind).flatMap(k -> switch (k) {
            case HTTP_ROUTE_GROUP -> in.find(HTTPRouteGroup.class, from.namespace(), name);
            case TCP_ROUTE -> in.find(TCPRoute.class, from.namespace(), name);
            case UDP_ROUTE -> in.find(UDPRoute.class, from.namespace(), name);
            default -> Optional.empty();
        });
    }

    private static void compare(
            SetResource<?> from, SetResource<? extends SmiResource> spec, FieldPath path, SetFindings out) {
        Optional<WrittenVersion> own = WrittenVersion.of(from);
        Optional<WrittenVersion> other = WrittenVersion.of(spec);
        if (own.isEmpty() || other.isEmpty()) {
            return;
        }
        Set<String> combined = SPECS.getOrDefault(own.get().apiVersion(), Set.of());
        if (!combined.isEmpty() && !combined.contains(other.get().version())) {
            out.of(from)
                    .report(
                            path,
                            spec.ref() + " is of " + other.get().apiVersion()
                                    + ", which no release of SMI combines with "
                                    + own.get().apiVersion());
        }
    }
}
