package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.linkerd.RequestMatch.Rank;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which rule of several HTTPRoutes a request goes: that of the best match over all of them. Of equals it is that of the
 * oldest route, and within a route the first.
 */
final class HttpRoutes {
    private static final Map<?, ?> EVERYTHING = Map.of("path", Map.of("type", "PathPrefix", "value", "/"));

    private HttpRoutes() {}

    /**
     * A rule that takes a request.
     *
     * @param route the HTTPRoute
     * @param rule its rule
     * @param rank how well it takes the request
     */
    record Chosen(Resource route, Map<?, ?> rule, Rank rank) {}

    /** The rules that may be the one, at most one of each route; none if no rule takes the request. */
    static List<Chosen> choose(List<Resource> routes, Traffic.Http request) {
        List<Chosen> all = new ArrayList<>();
        routes.forEach(route -> best(route, request).ifPresent(all::add));
        List<Chosen> best = all.stream()
                .filter(one -> all.stream().allMatch(other -> one.rank().compareTo(other.rank()) >= 0))
                .toList();
        List<Resource> oldest = Resource.oldest(best.stream().map(Chosen::route).toList());
        return best.stream().filter(one -> oldest.contains(one.route())).toList();
    }

    private static Optional<Chosen> best(Resource route, Traffic.Http request) {
        Optional<Chosen> best = Optional.empty();
        for (Map<?, ?> rule : rules(route)) {
            for (Map<?, ?> match : matches(rule)) {
                Optional<Rank> rank = RequestMatch.rank(match, request);
                if (rank.isPresent()
                        && best.filter(b -> b.rank().compareTo(rank.get()) >= 0).isEmpty()) {
                    best = Optional.of(new Chosen(route, rule, rank.get()));
                }
            }
        }
        return best;
    }

    private static List<Map<?, ?>> rules(Resource route) {
        Fields.requireKnown(route.spec(), "an HTTPRoute", "parentRefs", "hostnames", "rules");
        if (!Fields.list(route.spec(), "hostnames").isEmpty()) {
            throw new UnsupportedOperationException("the model of Linkerd does not know hostnames of " + route);
        }
        List<Map<?, ?>> rules =
                route.spec().containsKey("rules") ? Fields.objects(route.spec(), "rules") : List.of(Map.of());
        for (Map<?, ?> rule : rules) {
            Fields.requireKnown(rule, "a rule", "matches", "filters", "backendRefs");
            if (!Fields.list(rule, "filters").isEmpty()) {
                throw new UnsupportedOperationException("the model of Linkerd does not know filters of " + route);
            }
        }
        return rules;
    }

    private static List<Map<?, ?>> matches(Map<?, ?> rule) {
        if (!rule.containsKey("matches")) {
            return List.of(EVERYTHING);
        }
        List<Map<?, ?>> matches = Fields.objects(rule, "matches");
        if (matches.isEmpty()) {
            throw new UnsupportedOperationException("the model of Linkerd does not know a rule with empty matches");
        }
        return matches;
    }
}
