package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.Ports;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TrafficTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The way back of {@link PortToRoutes}. What the annotations of a route say is believed only as far as the set shows that
 * the target allows the same afterwards; otherwise the rules stay as they are, which every version can hold.
 */
final class PortFromRoutes {
    private static final FieldPath RULES = FieldPath.of("spec", "rules");

    private final Step<TrafficTarget> step;
    private final TrafficTarget target;
    private final PortRoutes routes;

    PortFromRoutes(Step<TrafficTarget> step, PortRoutes routes) {
        this.step = step;
        this.target = step.resource();
        this.routes = routes;
    }

    /** The target with its port again, or as it is. */
    TargetWithRoutes convert() {
        Map<Rule, SmiResource> standIns = new HashMap<>();
        for (Rule rule : target.rules()) {
            if (!isHttp(rule)) {
                Optional<SmiResource> route = standIn(rule);
                if (route.isEmpty()) {
                    return TargetWithRoutes.of(target);
                }
                standIns.put(rule, route.get());
            }
        }
        OptionalInt port = port(standIns.values());
        return port.isPresent() && standsForAll(standIns)
                ? restored(standIns, port.getAsInt())
                : TargetWithRoutes.of(target);
    }

    private static boolean isHttp(Rule rule) {
        return rule.kind().equals(ResourceKind.HTTP_ROUTE_GROUP.kind());
    }

    /** The route of a rule that was made of this target's port, with the routes that it stands for. */
    private Optional<SmiResource> standIn(Rule rule) {
        return routes.find(PortRoutes.ref(target, rule))
                .filter(route -> PortRoutes.isPlain(rule))
                .filter(route -> PortToRoutes.annotation(route, PortToRoutes.TARGET)
                        .equals(Optional.of(target.metadata().displayName())))
                .filter(route -> onlyPort(route).isPresent())
                .filter(this::hasWhatItReplaced);
    }

    private static OptionalInt onlyPort(SmiResource route) {
        return PortRoutes.match(route).ports() instanceof Ports.Listed listed
                        && listed.numbers().size() == 1
                        && PortRoutes.allows(route, listed.numbers().get(0))
                ? OptionalInt.of(listed.numbers().get(0))
                : OptionalInt.empty();
    }

    private boolean hasWhatItReplaced(SmiResource route) {
        List<ResourceRef> replaced = PortToRoutes.replaced(route);
        int port = onlyPort(route).orElseThrow();
        boolean allowed = replaced.stream()
                .anyMatch(ref ->
                        routes.find(ref).filter(r -> PortRoutes.allows(r, port)).isPresent());
        return replaced.isEmpty()
                || (allowed
                        && replaced.stream().allMatch(ref -> routes.find(ref).isPresent()));
    }

    private static OptionalInt port(Iterable<SmiResource> standIns) {
        OptionalInt port = OptionalInt.empty();
        for (SmiResource route : standIns) {
            OptionalInt own = onlyPort(route);
            if (port.isPresent() && !port.equals(own)) {
                return OptionalInt.empty();
            }
            port = own;
        }
        return port;
    }

    /** Whether each part that the target has is limited by a route of its own, and has rules afterwards. */
    private boolean standsForAll(Map<Rule, SmiResource> standIns) {
        boolean http = target.rules().stream().anyMatch(PortFromRoutes::isHttp);
        long tcp = count(standIns, ResourceKind.TCP_ROUTE);
        long udp = count(standIns, ResourceKind.UDP_ROUTE);
        boolean rulesLeft = standIns.values().stream()
                .allMatch(route -> !PortToRoutes.replaced(route).isEmpty()
                        || (http && route.resourceKind() == ResourceKind.TCP_ROUTE));
        return rulesLeft && tcp <= 1 && udp <= 1 && (!http || tcp == 1);
    }

    private static long count(Map<Rule, SmiResource> standIns, ResourceKind kind) {
        return standIns.values().stream().filter(r -> r.resourceKind() == kind).count();
    }

    private TargetWithRoutes restored(Map<Rule, SmiResource> standIns, int port) {
        List<Rule> rules = new ArrayList<>();
        List<ResourceRef> released = new ArrayList<>();
        for (int i = 0; i < target.rules().size(); i++) {
            Rule rule = target.rules().get(i);
            SmiResource route = standIns.get(rule);
            if (route == null) {
                rules.add(rule);
                continue;
            }
            PortToRoutes.replaced(route)
                    .forEach(ref -> rules.add(
                            Rule.builder().kind(ref.kind()).name(ref.name()).build()));
            if (PortToRoutes.isNothingElse(route)) {
                released.add(route.ref());
            }
            step.report(
                    ConversionCode.PORT_RESTORED,
                    RULES.index(i),
                    "the " + route.kind() + " " + UserText.show(rule.name()) + " became destination.port: " + port);
        }
        // A port exists in the two oldest versions alone: the builder has to be told at once.
        TrafficTarget restored = target.toBuilder()
                .apiVersion(step.apiVersion())
                .destinationPort(port)
                .rules(rules)
                .build();
        return new TargetWithRoutes(restored, List.of(), released);
    }
}
