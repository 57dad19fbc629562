package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.PortMatch;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.UDPRoute;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The TCPRoutes and UDPRoutes of a set with their ports read. */
final class PortRoutes {
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");

    private final Map<ResourceRef, PortSelection> routes = new TreeMap<>();
    private final PolicyFindings findings;

    private PortRoutes(PolicyFindings findings) {
        this.findings = findings;
    }

    static PortRoutes resolve(ResourceIndex index, PolicyFindings findings) {
        PortRoutes routes = new PortRoutes(findings);
        Stream.concat(index.usable(TCPRoute.class).stream(), index.partlyReadable(TCPRoute.class).stream())
                .forEach(r -> routes.add(
                        r, r.value().matches(), r.value().otherSpec(), r.value().other()));
        Stream.concat(index.usable(UDPRoute.class).stream(), index.partlyReadable(UDPRoute.class).stream())
                .forEach(r -> routes.add(
                        r, r.value().matches(), r.value().otherSpec(), r.value().other()));
        return routes;
    }

    /** The ports of the route of this name; absent where the set has none of which anything can be used. */
    Optional<PortSelection> find(ResourceRef ref) {
        return Optional.ofNullable(routes.get(ref));
    }

    /** A route with a field that may have been meant as a constraint selects no port. */
    private void add(Known<? extends SmiResource> route, PortMatch match, OtherFields otherSpec, OtherFields other) {
        UnknownFields unknown = new UnknownFields(findings, route);
        boolean flat = route.value().resourceKind().isFlat(route.value().apiVersion());
        boolean refused = unknown.refuse(match.other(), MATCHES, "name", "ports");
        // Without a spec, what stands in its place was read as one.
        boolean hasSpec = route.entry().tree().containsKey("spec");
        refused |= hasSpec
                ? unknown.refuse(otherSpec, FieldPath.of("spec"), "matches")
                : unknown.refuse(otherSpec, FieldPath.root(), "spec");
        OtherFields beside = TopLevel.withoutStatus(other);
        if (flat) {
            refused |= unknown.refuse(beside, FieldPath.root(), "metadata");
        } else {
            unknown.warn(beside, FieldPath.root(), "spec");
        }
        if (route.value().metadata().name().isPresent()) {
            routes.put(route.ref(), refused ? PortSelection.NONE : PortSelection.of(match.ports()));
        }
    }
}
