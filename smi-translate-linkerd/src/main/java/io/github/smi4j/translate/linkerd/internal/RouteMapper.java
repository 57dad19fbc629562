package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.linkerd.gateway.HTTPRoute;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteMatch;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteRule;
import io.github.smi4j.translate.linkerd.gateway.ParentReference;
import io.github.smi4j.translate.linkerd.policy.PolicyReference;
import io.github.smi4j.translate.linkerd.policy.Server;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is granted of requests as HTTPRoutes of a Server; and routes for health checks, which Linkerd lets in only without routes. */
final class RouteMapper {
    private static final FieldPath RULES = FieldPath.of("spec", "rules");
    private static final String API_VERSION = "policy.linkerd.io/v1beta3";
    private static final String KUBELET = "kube-probe/.*";
    private static final int MATCHES_OF_A_RULE = 8;

    private final RequestMapper requests;
    private final Authentications authentications;
    private final TranslationOutput out;

    RouteMapper(RequestMapper requests, Authentications authentications, TranslationOutput out) {
        this.requests = requests;
        this.authentications = authentications;
        this.out = out;
    }

    /** Emits the routes of a Server, and who is let in there; gives their names. */
    List<ResourceRef> map(ServerDraft draft, Server server) {
        RoutePlan plan = plan(draft);
        plan.narrowed()
                .forEach((target, routes) -> out.report(
                        LinkerdCode.ROUTES_OVERLAP,
                        target,
                        RULES,
                        "on the port " + draft.port() + " of " + draft.group().describe()
                                + " Linkerd may judge requests by a match that lets fewer sources in: " + routes));
        // Routes that differ in their methods alone are matches of one HTTPRoute.
        SortedMap<String, List<RoutePlan.Route>> alike = new TreeMap<>();
        plan.routes()
                .forEach(route -> alike.computeIfAbsent(
                                new RequestSet(
                                                        route.requests().path(),
                                                        Optional.empty(),
                                                        route.requests().headers())
                                                .key()
                                        + " " + route.sources() + " " + route.probe(),
                                key -> new ArrayList<>())
                        .add(route));
        return alike.values().stream()
                .map(routes -> emit(routes, server, draft))
                .toList();
    }

    private ResourceRef emit(List<RoutePlan.Route> routes, Server server, ServerDraft draft) {
        String namespace = server.metadata().namespace().orElseThrow();
        String serverName = server.metadata().name().orElseThrow();
        List<HTTPRouteMatch> matches =
                routes.stream().map(route -> route.requests().toMatch()).toList();
        SortedSet<ResourceRef> origins = origins(routes, draft);
        HTTPRoute.Builder builder = HTTPRoute.builder()
                .apiVersion(API_VERSION)
                .metadata(metadata(name(routes, draft, serverName), namespace))
                .parentRef(ParentReference.server(serverName));
        for (int from = 0; from < matches.size(); from += MATCHES_OF_A_RULE) {
            int to = Math.min(from + MATCHES_OF_A_RULE, matches.size());
            builder.addRule(
                    HTTPRouteRule.builder().matches(matches.subList(from, to)).build());
        }
        HTTPRoute route = builder.build();
        out.emit(route, origins);
        PolicyReference target = new PolicyReference("HTTPRoute", route.ref().name());
        authentications.allow(routes.get(0).sources(), target, namespace, origins);
        if (routes.get(0).probe()) {
            authentications.allowProbes(target, namespace, origins);
        }
        return route.ref();
    }

    /** The TrafficTargets that say something about the routes, with what they refer to; those of the Server where none does. */
    private static SortedSet<ResourceRef> origins(List<RoutePlan.Route> routes, ServerDraft draft) {
        SortedSet<ResourceRef> targets = new TreeSet<>();
        routes.forEach(route -> targets.addAll(route.targets()));
        return draft.origins(targets.isEmpty() ? draft.targets() : targets);
    }

    /** The port and the path come first, for readers; the Server last, which tells the pods. */
    private static String name(List<RoutePlan.Route> routes, ServerDraft draft, String server) {
        RequestSet first = routes.get(0).requests();
        Stream<String> path =
                Stream.of(String.valueOf(draft.port()), first.path().match().value());
        Stream<String> headers = first.headers().values().stream()
                .map(RequestSet.HeaderSet::match)
                .flatMap(h -> Stream.of(h.name(), h.value()));
        Stream<String> methods =
                routes.stream().map(route -> route.requests().method().orElse("*"));
        Stream<String> rest = Stream.of(first.path().match().type().name(), server);
        return GeneratedNames.of(
                "route",
                Stream.of(path, methods, headers, rest).flatMap(part -> part).toArray(String[]::new));
    }

    /** Paths that are open after a literal are divided where that makes fewer routes hide others. */
    private RoutePlan plan(ServerDraft draft) {
        RoutePlan whole = plan(draft, draft.requests());
        if (whole.narrowed().isEmpty()) {
            return whole;
        }
        List<RoutePlan.Granted> divided = draft.requests().stream()
                .flatMap(grant -> requests.divided(grant.requests()).stream()
                        .map(part -> new RoutePlan.Granted(part, grant.sources(), grant.target())))
                .toList();
        RoutePlan parts = plan(draft, divided);
        return parts.narrowed().size() < whole.narrowed().size() ? parts : whole;
    }

    private RoutePlan plan(ServerDraft draft, List<RoutePlan.Granted> grants) {
        return new RoutePlan(
                grants,
                probes(draft, grants),
                new RequestSet(requests.anyPath(), Optional.empty(), new TreeMap<>()),
                draft.connections());
    }

    /**
     * The requests of health checks. Where a match with a method is for the same path, Linkerd may prefer it; a second one with
     * the header that the kubelet sends comes before both.
     */
    private List<RequestSet> probes(ServerDraft draft, List<RoutePlan.Granted> grants) {
        List<RequestSet> probes = new ArrayList<>();
        for (String path : HealthChecks.paths(draft).stream()
                .filter(HealthChecks::isWritable)
                .toList()) {
            RequestSet probe = new RequestSet(requests.exactly(path), Optional.of("GET"), new TreeMap<>());
            probes.add(probe);
            boolean disputed = grants.stream()
                    .map(RoutePlan.Granted::requests)
                    .anyMatch(set -> set.headers().isEmpty()
                            && set.method().equals(probe.method())
                            && LanguageCache.mayContain(set.path().language(), path));
            if (disputed) {
                probes.add(new RequestSet(
                        probe.path(),
                        probe.method(),
                        new TreeMap<>(
                                Map.of("user-agent", requests.header("user-agent", RequestMapper.regex(KUBELET))))));
            }
        }
        return probes;
    }

    private static ObjectMeta metadata(String name, String namespace) {
        return ObjectMeta.builder().name(name).namespace(namespace).build();
    }
}
