package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.Share;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.linkerd.gateway.BackendRef;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteMatch;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteRule;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import io.github.smi4j.translate.spi.Weights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The rules of the HTTPRoute for one port of a root. A last rule without condition always stands at the end: once a Service has
 * a route, Linkerd answers 404 to what no rule matches. If one path is an expression, all are, since Linkerd prefers the match
 * of the longer part of the path; among equals the first wins.
 */
final class RootRoutes {
    static final int MAX_BACKENDS = 16;
    private static final int MAX_RULES = 16;
    private static final int MAX_MATCHES = 128;
    private static final int MAX_WEIGHT = 1_000_000;

    private final ServiceName root;
    private final int port;
    private final int matchesOfARule;

    /**
     * The rules for a port.
     *
     * @param matchesOfARule how many matches a rule has at most
     */
    RootRoutes(ServiceName root, int port, int matchesOfARule) {
        this.root = root;
        this.port = port;
        this.matchesOfARule = matchesOfARule;
    }

    /** The rules, the conditional ones first. */
    List<HTTPRouteRule> rules(PortSplit split) {
        PathMatch anyPath = split.routes().stream()
                        .flatMap(route -> route.matches().stream())
                        .anyMatch(MatchMapper::needsRegex)
                ? MatchMapper.ANY_BY_REGEX
                : PathMatch.ANY;
        HTTPRouteMatch any = HTTPRouteMatch.builder().path(anyPath).build();
        List<HTTPRouteRule> rules = new ArrayList<>();
        for (SplitRoute route : split.routes()) {
            if (!route.isConditional() || route.matches().stream().anyMatch(MatchMapper::isAnyRequest)) {
                rules.add(rule(List.of(any), backends(route)));
                return rules;
            }
            Set<HTTPRouteMatch> matches = new LinkedHashSet<>();
            route.matches().forEach(match -> matches.addAll(MatchMapper.map(match, anyPath)));
            List<HTTPRouteMatch> all = List.copyOf(matches);
            for (int from = 0; from < all.size(); from += matchesOfARule) {
                rules.add(rule(all.subList(from, Math.min(from + matchesOfARule, all.size())), backends(route)));
            }
        }
        rules.add(
                rule(List.of(any), List.of(new BackendRef(root.namespace(), root.name(), port, OptionalInt.empty()))));
        return rules;
    }

    /** Whether an HTTPRoute can hold them. */
    static boolean fit(List<HTTPRouteRule> rules) {
        return rules.size() <= MAX_RULES
                && rules.stream().mapToInt(rule -> rule.matches().size()).sum() <= MAX_MATCHES;
    }

    private static HTTPRouteRule rule(List<HTTPRouteMatch> matches, List<BackendRef> backends) {
        return HTTPRouteRule.builder().matches(matches).backendRefs(backends).build();
    }

    /** Backends without weight take nothing and are left out: a lone one would take everything, and zeros alone stop the proxy. */
    List<BackendRef> backends(SplitRoute route) {
        List<Share> shares = weights(route).shares();
        return shares.stream()
                .map(share -> new BackendRef(
                        share.backend().namespace(),
                        share.backend().name(),
                        port,
                        shares.size() == 1
                                ? OptionalInt.empty()
                                : OptionalInt.of(share.weight().intValueExact())))
                .toList();
    }

    /** The weights in the range of the Gateway API. */
    static Weights weights(SplitRoute route) {
        return Weights.of(
                route.shares(),
                MAX_WEIGHT,
                (long) MAX_WEIGHT * Math.max(route.shares().size(), 1));
    }
}
