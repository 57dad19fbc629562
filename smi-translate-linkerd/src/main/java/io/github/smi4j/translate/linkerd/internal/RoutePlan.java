package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The routes of one Server. Linkerd judges a request by the one route that fits best, while SMI adds up what all matches grant.
 * So each route lets in the sources of every match that all its requests are in, and where two overlap there is a third route
 * for what they share, if one match can say that. Where Linkerd may still prefer a route with fewer sources, some are denied
 * that SMI allows, which is told; the reverse cannot happen.
 */
final class RoutePlan {
    private static final int MAX_ROUTES = 120;
    /** With more routes none is compared with another, and what may be denied is told of all targets. */
    private static final int MAX_COMPARED = 300;

    private final SortedMap<String, Route> routes = new TreeMap<>();
    private final LanguageRelations languages = new LanguageRelations();
    private final boolean alike;
    private final boolean compared;
    private final List<Granted> grants;
    private final SortedSet<Identity> everywhere;

    /**
     * What somebody may send.
     *
     * @param requests what
     * @param sources who
     * @param target the TrafficTarget that says so
     */
    record Granted(RequestSet requests, Set<Identity> sources, ResourceRef target) {}

    /**
     * A route.
     *
     * @param requests what it is for
     * @param sources who may send it, beside those that the Server itself lets in
     * @param targets the TrafficTargets that say so
     * @param probe whether health checks may send it too
     */
    record Route(RequestSet requests, SortedSet<Identity> sources, SortedSet<ResourceRef> targets, boolean probe) {}

    /**
     * Works the routes out.
     *
     * @param grants who may send what; at least one
     * @param probes the requests of health checks
     * @param any any request: a route without sources of its own where the Server lets somebody send anything
     * @param everywhere who may send anything, by the Server itself
     */
    RoutePlan(List<Granted> grants, List<RequestSet> probes, RequestSet any, SortedSet<Identity> everywhere) {
        this.grants = List.copyOf(grants);
        this.everywhere = everywhere;
        probes.forEach(probe -> add(probe, true));
        grants.forEach(grant -> letIn(grant, add(grant.requests(), false)));
        if (!everywhere.isEmpty()) {
            add(any, false);
        }
        this.alike = this.grants.stream().map(Granted::sources).distinct().count() <= 1;
        boolean alone = alike && everywhere.isEmpty() && probes.isEmpty();
        this.compared = !alone && routes.size() <= MAX_COMPARED;
        if (compared) {
            addIntersections();
            routes.values()
                    .forEach(route -> this.grants.stream()
                            .filter(grant -> !route.sources().containsAll(grant.sources())
                                    && route.requests().isPartOf(grant.requests(), languages))
                            .forEach(grant -> letIn(grant, route)));
        }
        routes.replaceAll((key, route) -> withProbes(route, probes));
    }

    /** Whoever may ask for a path as a health check may do so with more headers. */
    private Route withProbes(Route route, List<RequestSet> probes) {
        boolean probe = probes.stream().anyMatch(set -> route.requests().isPartOf(set, languages));
        return probe ? new Route(route.requests(), route.sources(), route.targets(), true) : route;
    }

    private static void letIn(Granted grant, Route route) {
        route.sources().addAll(grant.sources());
        route.targets().add(grant.target());
    }

    private Route add(RequestSet requests, boolean probe) {
        return routes.computeIfAbsent(
                requests.key(), key -> new Route(requests, new TreeSet<>(), new TreeSet<>(), probe));
    }

    /** What two routes share, unless both let the same sources in. */
    private void addIntersections() {
        List<Route> open = new ArrayList<>(routes.values());
        for (int i = 0; i < open.size(); i++) {
            for (int j = 0; j < i && routes.size() < MAX_ROUTES; j++) {
                Route left = open.get(i);
                Route right = open.get(j);
                if (!left.sources().equals(right.sources())
                        && !left.requests().isApartFrom(right.requests(), languages)) {
                    left.requests()
                            .intersection(right.requests(), languages)
                            .filter(both -> !routes.containsKey(both.key()))
                            .ifPresent(both -> open.add(intersection(both, left, right)));
                }
            }
        }
    }

    private Route intersection(RequestSet both, Route left, Route right) {
        Route route = add(both, false);
        for (Route whole : List.of(left, right)) {
            route.sources().addAll(whole.sources());
            route.targets().addAll(whole.targets());
        }
        return route;
    }

    /** The routes, in a fixed order. */
    List<Route> routes() {
        return List.copyOf(routes.values());
    }

    /**
     * The targets of which something is denied: some of their requests may be judged by a route that does not let all of their
     * sources in. Each with that route and the one that should have judged.
     */
    SortedMap<ResourceRef, String> narrowed() {
        SortedMap<ResourceRef, String> narrowed = new TreeMap<>();
        if (!compared && !alike) {
            grants.forEach(grant ->
                    narrowed.put(grant.target(), "more than " + MAX_COMPARED + " matches, which are not compared"));
            return narrowed;
        }
        for (Granted grant : grants) {
            Set<Identity> beside = new HashSet<>(grant.sources());
            beside.removeAll(everywhere);
            routes.values().stream()
                    .filter(other -> !other.sources().containsAll(beside))
                    .filter(other -> mayTake(other.requests(), grant.requests()))
                    .findFirst()
                    .ifPresent(other -> narrowed.putIfAbsent(
                            grant.target(), describe(grant.requests()) + " and " + describe(other.requests())));
        }
        return narrowed;
    }

    private static String describe(RequestSet requests) {
        return UserText.show(requests.path().match().value())
                + requests.method().map(method -> " with " + method).orElse("")
                + (requests.headers().isEmpty()
                        ? ""
                        : " with " + String.join(", ", requests.headers().keySet()));
    }

    /** Whether a route may judge requests that a grant is about: they overlap, and no route for both is surely preferred. */
    private boolean mayTake(RequestSet other, RequestSet granted) {
        return !other.isApartFrom(granted, languages)
                && granted.intersection(other, languages)
                        .filter(both -> routes.containsKey(both.key()))
                        .filter(both -> both.surelyBeats(other))
                        .isEmpty();
    }
}
