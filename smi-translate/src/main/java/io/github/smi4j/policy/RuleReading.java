package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.MatchNames;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.TrafficTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rules of one TrafficTarget. */
final class RuleReading {
    private static final FieldPath RULES = FieldPath.of("spec", "rules");
    private static final int MAX_NAMED = 10;

    private final Known<TrafficTarget> target;
    private final ResourceIndex index;
    private final RouteGroups groups;
    private final PortRoutes routes;
    private final PolicyFindings findings;
    private final RuleParts parts = new RuleParts();

    RuleReading(
            Known<TrafficTarget> target,
            ResourceIndex index,
            RouteGroups groups,
            PortRoutes routes,
            PolicyFindings findings) {
        this.target = target;
        this.index = index;
        this.groups = groups;
        this.routes = routes;
        this.findings = findings;
    }

    /** The parts; absent, and reported, where the target grants nothing at all. */
    Optional<RuleParts> read() {
        List<Rule> rules = target.value().rules();
        List<?> given = FaultyElements.given(target.entry().tree(), "rules", "specs");
        if (given.isEmpty()) {
            if (!target.entry().isFaulty()) {
                findings.report(AccessCode.TARGET_WITHOUT_RULES, target, RULES, "has no rules; it allows nothing");
            }
            return Optional.empty();
        }
        List<Integer> places = FaultyElements.of(target.entry()).readable(rules.size(), "rules", "specs");
        boolean understood = reportOtherKinds(rules, places) && given.stream().allMatch(this::require);
        for (int i = 0; i < rules.size(); i++) {
            read(rules.get(i), RULES.index(places.get(i)));
        }
        target.value().destinationPort().ifPresent(parts::limitTo);
        return understood ? Optional.of(parts) : Optional.empty();
    }

    private boolean reportOtherKinds(List<Rule> rules, List<Integer> places) {
        boolean understood = true;
        for (int i = 0; i < rules.size(); i++) {
            String kind = rules.get(i).kind();
            if (part(kind).isEmpty()) {
                understood = false;
                findings.report(
                        AccessCode.RULE_KIND,
                        target,
                        RULES.index(places.get(i)).field("kind"),
                        "refers to the kind " + UserText.show(kind)
                                + ", expected HTTPRouteGroup, TCPRoute or UDPRoute; the target allows nothing");
            }
        }
        return understood;
    }

    /** Notes which part a rule belongs to, as it was given; whether that can be told. */
    private boolean require(Object given) {
        Optional<Runnable> part = Stream.of(given)
                .flatMap(rule -> rule instanceof Map<?, ?> fields && fields.get("kind") instanceof String kind
                        ? part(kind).stream()
                        : Stream.empty())
                .findFirst();
        part.ifPresent(Runnable::run);
        return part.isPresent();
    }

    private Optional<Runnable> part(String kind) {
        return ResourceKind.of(kind).flatMap(k -> switch (k) {
            case HTTP_ROUTE_GROUP -> Optional.of(parts::requireHttp);
            case TCP_ROUTE -> Optional.of(parts::requireTcp);
            case UDP_ROUTE -> Optional.of(parts::requireUdp);
            default -> Optional.empty();
        });
    }

    private void read(Rule rule, FieldPath path) {
        findings.visits().add();
        Optional<ResourceKind> kind = ResourceKind.of(rule.kind());
        boolean unknown = new UnknownFields(findings, target).refuse(rule.other(), path, "kind", "name", "matches");
        if (kind.isEmpty() || unknown) {
            return;
        }
        ResourceRef ref = ResourceIndex.ref(kind.get(), target.namespace(), rule.name());
        switch (kind.get()) {
            case HTTP_ROUTE_GROUP ->
                groups.find(ref).ifPresentOrElse(group -> readHttp(rule, ref, group, path), () -> missing(ref, path));
            case TCP_ROUTE, UDP_ROUTE ->
                routes.find(ref).ifPresentOrElse(ports -> readPorts(rule, ref, ports, path), () -> missing(ref, path));
            default -> {}
        }
    }

    /** One that is there, but cannot be used, has findings of its own. */
    private void missing(ResourceRef ref, FieldPath path) {
        if (!index.isUnusable(ref)) {
            findings.report(
                    AccessCode.RULE_ROUTE_MISSING,
                    target,
                    path.field("name"),
                    "the input has no " + ref.kind() + " " + UserText.show(ref.name()) + " in the namespace "
                            + target.namespace() + "; the rule allows nothing",
                    index.helpForMissing(AccessCode.RULE_ROUTE_MISSING, ref));
        } else {
            parts.uses(ref);
        }
    }

    private void readPorts(Rule rule, ResourceRef ref, PortSelection ports, FieldPath path) {
        parts.uses(ref);
        if (rule.matches() instanceof MatchNames.Named) {
            findings.report(
                    AccessCode.RULE_MATCHES_OF_PORTS,
                    target,
                    path.field("matches"),
                    "a " + ref.kind() + " has no matches to choose from; the rule allows nothing");
        } else if (ref.kind().equals(ResourceKind.TCP_ROUTE.kind())) {
            parts.addTcp(ports);
        } else {
            parts.addUdp(ports);
        }
    }

    private void readHttp(Rule rule, ResourceRef ref, RouteGroups.Group group, FieldPath path) {
        parts.uses(ref);
        if (rule.matches() instanceof MatchNames.Named named) {
            readNamed(named.names(), ref, group, path.field("matches"));
            return;
        }
        if (group.empty()) {
            findings.report(
                    AccessCode.RULE_GROUP_EMPTY,
                    target,
                    path.field("name"),
                    "the HTTPRouteGroup " + UserText.show(ref.name()) + " has no match; the rule allows nothing");
        }
        findings.visits().add(group.matches().size());
        group.matches().forEach(parts::add);
    }

    private void readNamed(List<String> names, ResourceRef ref, RouteGroups.Group group, FieldPath path) {
        if (names.isEmpty()) {
            findings.report(AccessCode.RULE_MATCHES_EMPTY, target, path, "is an empty list; the rule allows nothing");
        }
        for (int i = 0; i < names.size(); i++) {
            findings.visits().add();
            String name = names.get(i);
            if (!group.names().contains(name)) {
                findings.report(
                        AccessCode.RULE_MATCH_MISSING,
                        target,
                        path.index(i),
                        "the HTTPRouteGroup " + UserText.show(ref.name()) + " has no match " + UserText.show(name)
                                + ", only " + Listing.of(group.names(), MAX_NAMED, UserText::show),
                        NearestName.help(AccessCode.RULE_MATCH_MISSING, name, group.names()));
            }
            Optional.ofNullable(group.byName().get(name)).ifPresent(parts::add);
        }
    }
}
