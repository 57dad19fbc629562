package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes the port of a destination as routes: one for TCP and one for UDP, as far as the target has such rules, which replace
 * these rules by what they and the port have in common. HTTP rules stay, and are limited by the TCP route.
 */
final class PortToRoutes {
    /** The annotation of a route that stands for a port: the name of the target. */
    static final String TARGET = "smi4j.github.io/destination-port-of";

    /** The annotation that names the routes that the target referred to before. */
    static final String REPLACED = "smi4j.github.io/replaced-routes";

    private static final FieldPath PORT = FieldPath.of("spec", "destination", "port");

    private final Step<TrafficTarget> step;
    private final TrafficTarget target;
    private final int port;
    private final PortRoutes routes;
    private final List<SmiResource> added = new ArrayList<>();

    PortToRoutes(Step<TrafficTarget> step, int port, PortRoutes routes) {
        this.step = step;
        this.target = step.resource();
        this.port = port;
        this.routes = routes;
    }

    /** The target without its port; absent, and reported, where that would allow another thing. */
    Optional<TargetWithRoutes> convert() {
        Optional<String> reason = refusal();
        if (reason.isPresent()) {
            step.report(ConversionCode.PORT_NOT_CONVERTED, PORT, reason.get());
            return Optional.empty();
        }
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : target.rules()) {
            if (!isOf(ResourceKind.TCP_ROUTE, rule) && !isOf(ResourceKind.UDP_ROUTE, rule)) {
                rules.add(rule);
            } else if (rules.stream().noneMatch(r -> r.kind().equals(rule.kind()))) {
                rules.add(ruleOf(ResourceKind.of(rule.kind()).orElseThrow()));
            }
        }
        if (rulesOf(ResourceKind.TCP_ROUTE).isEmpty()
                && !rulesOf(ResourceKind.HTTP_ROUTE_GROUP).isEmpty()) {
            rules.add(ruleOf(ResourceKind.TCP_ROUTE));
        }
        added.forEach(route -> step.report(
                ConversionCode.PORT_BECAME_ROUTE,
                PORT,
                port + " became the " + route.kind() + " "
                        + UserText.show(route.metadata().displayName())));
        TrafficTarget converted = target.toBuilder()
                .destinationPort(OptionalInt.empty())
                .rules(rules)
                .build();
        List<SmiResource> fresh =
                added.stream().filter(route -> !routes.has(route.ref())).toList();
        return Optional.of(new TargetWithRoutes(converted, fresh, List.of()));
    }

    /** Why the port cannot become routes. */
    private Optional<String> refusal() {
        boolean http = !rulesOf(ResourceKind.HTTP_ROUTE_GROUP).isEmpty();
        List<Rule> tcp = rulesOf(ResourceKind.TCP_ROUTE);
        List<Rule> udp = rulesOf(ResourceKind.UDP_ROUTE);
        if (!routes.apiVersion().equals(ResourceKind.TCP_ROUTE.newestApiVersion())) {
            return Optional.of("would become a route with a port, which " + routes.apiVersion() + " does not have");
        }
        if (routes.isAmbiguous(target)) {
            return Optional.of("the input has another TrafficTarget of this name that differs");
        }
        if (!http && tcp.isEmpty() && udp.isEmpty()) {
            return Optional.of("the target has no rules that the port could limit, and allows nothing");
        }
        return refusal(ResourceKind.TCP_ROUTE, tcp)
                .or(() -> refusal(ResourceKind.UDP_ROUTE, udp))
                .or(this::taken);
    }

    private Optional<String> refusal(ResourceKind kind, List<Rule> rules) {
        boolean allowed = rules.isEmpty();
        for (Rule rule : rules) {
            if (!PortRoutes.isPlain(rule)) {
                return Optional.of("the rule of the " + kind + " " + UserText.show(rule.name())
                        + " has more than a kind and a name, which would be lost");
            }
            Optional<SmiResource> route = routes.find(PortRoutes.ref(target, rule));
            if (route.isEmpty()) {
                return Optional.of("the input has no " + kind + " " + UserText.show(rule.name())
                        + " that can be read, so its ports are not known");
            }
            allowed |= PortRoutes.allows(route.get(), port);
        }
        return allowed
                ? Optional.empty()
                : Optional.of("no " + kind + " of the target has the port " + port + ", so the target allows none");
    }

    /** A route of the name that the new one is to have, but for one that is the same. */
    private Optional<String> taken() {
        for (ResourceKind kind : List.of(ResourceKind.TCP_ROUTE, ResourceKind.UDP_ROUTE)) {
            SmiResource route = route(kind);
            if (routes.has(route.ref()) && !routes.find(route.ref()).equals(Optional.of(route))) {
                return Optional.of("the input has another " + kind + " "
                        + UserText.show(route.metadata().displayName()) + ", the name that the new route would have");
            }
        }
        return Optional.empty();
    }

    private List<Rule> rulesOf(ResourceKind kind) {
        return target.rules().stream().filter(rule -> isOf(kind, rule)).toList();
    }

    private static boolean isOf(ResourceKind kind, Rule rule) {
        return rule.kind().equals(kind.kind());
    }

    private Rule ruleOf(ResourceKind kind) {
        SmiResource route = route(kind);
        added.add(route);
        return Rule.builder()
                .kind(kind.kind())
                .name(route.metadata().displayName())
                .build();
    }

    private SmiResource route(ResourceKind kind) {
        ObjectMeta.Builder metadata = ObjectMeta.builder()
                .name(GeneratedNames.of(target.metadata().displayName(), "port", String.valueOf(port)))
                .namespace(target.metadata().namespace())
                .putAnnotation(TARGET, target.metadata().displayName());
        List<String> replaced =
                rulesOf(kind).stream().map(Rule::name).distinct().toList();
        if (!replaced.isEmpty()) {
            metadata.putAnnotation(REPLACED, String.join(",", replaced));
        }
        return kind == ResourceKind.TCP_ROUTE
                ? TCPRoute.builder().metadata(metadata.build()).ports(port).build()
                : UDPRoute.builder().metadata(metadata.build()).ports(port).build();
    }

    /** Whether a route has nothing but what stands for a port, so that nothing is lost with it. */
    static boolean isNothingElse(SmiResource route) {
        ObjectMeta metadata = route.metadata();
        OtherFields other = route instanceof TCPRoute tcp ? tcp.other() : ((UDPRoute) route).other();
        return metadata.labels().isEmpty()
                && Set.of(TARGET, REPLACED).containsAll(metadata.annotations().keySet())
                && metadata.other().isEmpty()
                && other.isEmpty()
                && PortRoutes.match(route).name().isEmpty();
    }

    /** What an annotation of a route says. */
    static Optional<String> annotation(SmiResource route, String name) {
        return Optional.ofNullable(route.metadata().annotations().get(name));
    }

    /** The routes that a target referred to before. */
    static List<ResourceRef> replaced(SmiResource route) {
        return annotation(route, REPLACED).stream()
                .flatMap(names -> List.of(names.split(",", -1)).stream())
                .map(name -> new ResourceRef(
                        route.ref().group(), route.kind(), route.ref().namespace(), name))
                .toList();
    }
}
