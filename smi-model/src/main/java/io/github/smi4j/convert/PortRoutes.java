package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.MatchNames;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.PortMatch;
import io.github.smi4j.model.Ports;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The TCPRoutes and UDPRoutes of a set, and which targets refer to them. */
final class PortRoutes {
    // The value where all of a name are equal and can be read.
    private final Map<ResourceRef, Optional<SmiResource>> routes = new HashMap<>();
    private final Map<ResourceRef, Optional<SmiResource>> targets = new HashMap<>();
    private final Map<ResourceRef, Set<SmiResource>> uses = new HashMap<>();

    private final String apiVersion;

    /**
     * The routes of a set.
     *
     * @param apiVersion the version in which routes are written in the end
     */
    PortRoutes(ResourceSet set, String apiVersion) {
        this.apiVersion = apiVersion;
        for (ResourceSet.Entry entry : set.entries()) {
            Optional<ResourceKind> kind = ResourceKind.of(entry.ref().kind());
            if (kind.filter(PortRoutes::isPorts).isPresent()
                    && entry.otherResource().isEmpty()) {
                add(routes, inDefaultNamespace(entry.ref()), entry.resource());
            }
            if (entry.remainder().orElse(null) instanceof TrafficTarget target) {
                add(targets, target.ref(), Optional.of(target));
                target.rules().stream()
                        .map(rule -> inDefaultNamespace(ref(target, rule)))
                        .forEach(ref ->
                                uses.computeIfAbsent(ref, r -> new HashSet<>()).add(target));
            }
        }
    }

    private static void add(
            Map<ResourceRef, Optional<SmiResource>> all, ResourceRef ref, Optional<SmiResource> resource) {
        all.merge(ref, resource, (before, more) -> before.equals(more) ? before : Optional.empty());
    }

    private static boolean hasNothingButStatus(OtherFields fields) {
        return fields.names().stream().allMatch("status"::equals);
    }

    private static boolean isPorts(ResourceKind kind) {
        return kind == ResourceKind.TCP_ROUTE || kind == ResourceKind.UDP_ROUTE;
    }

    /** The name with the namespace that is meant where none is given, so that one resource has one name. */
    static ResourceRef inDefaultNamespace(ResourceRef ref) {
        return ref.withDefaultNamespace("default");
    }

    /** The route that a rule refers to, in the namespace of its target. */
    static ResourceRef ref(TrafficTarget target, Rule rule) {
        return new ResourceRef(
                ResourceKind.TCP_ROUTE.group(), rule.kind(), target.ref().namespace(), rule.name());
    }

    /** The version in which routes are written in the end. */
    String apiVersion() {
        return apiVersion;
    }

    /** Whether the set has anything of this name, readable or not. */
    boolean has(ResourceRef ref) {
        return routes.containsKey(inDefaultNamespace(ref));
    }

    /**
     * The route, if the set has one that can be read, or equal ones. Who has no namespace may be applied to any, so a target
     * without one does not find a route that has one, nor the reverse.
     */
    Optional<SmiResource> find(ResourceRef ref) {
        return routes.getOrDefault(inDefaultNamespace(ref), Optional.empty())
                .filter(route -> route.ref().equals(ref));
    }

    /** Whether the set has another target of the same name that says something else: of one prefix, that is. */
    boolean isAmbiguous(TrafficTarget target) {
        return targets.getOrDefault(target.ref(), Optional.empty()).isEmpty();
    }

    /** How many targets have a rule that refers to the route; equal ones are one. */
    int uses(ResourceRef ref) {
        return uses.getOrDefault(inDefaultNamespace(ref), Set.of()).size();
    }

    /** Whether a rule has nothing but a reference to a route: with anything more it grants nothing. */
    static boolean isPlain(Rule rule) {
        return rule.matches() instanceof MatchNames.All && rule.other().isEmpty();
    }

    /** Whether a route allows the port; a field that nobody knows may have been meant as a limit. */
    static boolean allows(SmiResource route, int port) {
        PortMatch match = match(route);
        boolean known = match.other().isEmpty() && otherSpecIsEmpty(route);
        return known
                && (!(match.ports() instanceof Ports.Listed listed)
                        || listed.numbers().contains(port));
    }

    static PortMatch match(SmiResource route) {
        return route instanceof TCPRoute tcp ? tcp.matches() : ((UDPRoute) route).matches();
    }

    private static boolean otherSpecIsEmpty(SmiResource route) {
        if (route instanceof UDPRoute udp) {
            return udp.otherSpec().isEmpty();
        }
        TCPRoute tcp = (TCPRoute) route;
        boolean flat = tcp.resourceKind().isFlat(tcp.apiVersion());
        return tcp.otherSpec().isEmpty() && (!flat || hasNothingButStatus(tcp.other()));
    }
}
