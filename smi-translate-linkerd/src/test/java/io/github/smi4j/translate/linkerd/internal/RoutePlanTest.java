package io.github.smi4j.translate.linkerd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.policy.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutePlanTest {
    private static final Identity EDGE = account("edge");
    private static final Identity OPS = account("ops");

    private final Requests requests = new Requests();

    private static Identity account(String name) {
        return new Identity.ServiceAccount(new ServiceAccountName("shop", name));
    }

    private RequestSet any() {
        return requests.any();
    }

    private RequestSet path(String pattern) {
        return requests.path(pattern);
    }

    private static RequestSet with(RequestSet set, String method) {
        return Requests.with(set, method);
    }

    private RequestSet with(RequestSet set, String header, String value) {
        return requests.with(set, header, value);
    }

    private static RoutePlan.Granted grant(RequestSet requests, String target, Identity... sources) {
        return new RoutePlan.Granted(
                requests,
                Set.of(sources),
                new ResourceRef("access.smi-spec.io", "TrafficTarget", Optional.of("shop"), target));
    }

    private RoutePlan plan(RoutePlan.Granted... grants) {
        return plan(new TreeSet<>(), grants);
    }

    private RoutePlan plan(SortedSet<Identity> everywhere, RoutePlan.Granted... grants) {
        return new RoutePlan(List.of(grants), List.of(), any(), everywhere);
    }

    /** Each route with its sources. */
    private static Map<String, String> routes(RoutePlan plan) {
        return plan.routes().stream()
                .collect(Collectors.toMap(
                        route -> route.requests().key(),
                        route -> route.sources().toString()));
    }

    private static List<String> narrowed(RoutePlan plan) {
        return plan.narrowed().keySet().stream().map(ResourceRef::name).toList();
    }

    @Test
    void routes_matchBelowAnother_letInBoth() {
        assertThat(routes(plan(grant(any(), "all", EDGE), grant(path("/a"), "a", OPS))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(any().key(), "[shop/edge]", path("/a").key(), "[shop/edge, shop/ops]"));
    }

    @Test
    void routes_matchesThatOverlap_haveOneForWhatTheyShare() {
        RequestSet left = path("/a");
        RequestSet right = with(any(), "x-a", "b");
        assertThat(routes(plan(grant(left, "a", EDGE), grant(right, "b", OPS))))
                .containsEntry(with(left, "x-a", "b").key(), "[shop/edge, shop/ops]")
                .hasSize(3);
    }

    @Test
    void routes_threeMatchesThatOverlap_haveOneForAll() {
        RoutePlan plan = plan(
                grant(path("/a"), "a", EDGE),
                grant(with(any(), "x-a", "b"), "b", OPS),
                grant(with(any(), "GET"), "c", account("web")));
        assertThat(routes(plan))
                .containsEntry(with(with(path("/a"), "x-a", "b"), "GET").key(), "[shop/edge, shop/ops, shop/web]")
                .hasSize(7);
        assertThat(narrowed(plan)).isEmpty();
    }

    @Test
    void routes_matchesOfTheSameSources_haveNoneForWhatTheyShare() {
        assertThat(routes(plan(grant(path("/a"), "a", EDGE), grant(with(any(), "x-a", "b"), "b", EDGE))))
                .hasSize(2);
    }

    @Test
    void routes_whereSomebodyMayConnect_haveABareOne() {
        assertThat(routes(plan(new TreeSet<>(Set.of(OPS)), grant(path("/a"), "a", EDGE))))
                .containsEntry(any().key(), "[]");
    }

    @Test
    void narrowed_pathsOfWhichNoneIsPartOfTheOther_tellsBoth() {
        assertThat(narrowed(plan(grant(path("/a"), "a", EDGE), grant(path(".*\\.css$"), "b", OPS))))
                .containsExactly("a", "b");
    }

    @Test
    void narrowed_pathsOfTheSameSources_tellsNothing() {
        assertThat(narrowed(plan(grant(path("/a"), "a", EDGE), grant(path(".*\\.css$"), "b", EDGE))))
                .isEmpty();
    }

    @Test
    void narrowed_pathBelowAnother_tellsTheOneThatMayBeHidden() {
        assertThat(narrowed(plan(grant(path("/a"), "a", EDGE), grant(path("/a/b"), "b", OPS))))
                .containsExactly("b");
    }

    @Test
    void narrowed_pathBelowAnotherOfSomebodyWhoMayConnect_tellsNothing() {
        SortedSet<Identity> everywhere = new TreeSet<>(Set.of(OPS));
        assertThat(narrowed(plan(everywhere, grant(path("/a"), "a", EDGE), grant(path("/a/b"), "b", OPS))))
                .isEmpty();
    }

    @Test
    void narrowed_theRootPathBelowAny_isHiddenByAge() {
        assertThat(narrowed(plan(grant(any(), "all", EDGE), grant(path("/$"), "root", OPS))))
                .containsExactly("root");
    }

    @Test
    void narrowed_literalPathsThatAreApart_tellsNothing() {
        assertThat(narrowed(ofPaths(200))).isEmpty();
    }

    @Test
    void narrowed_tooManyMatchesOfDifferentSources_tellsAll() {
        RoutePlan plan = ofPaths(1500);
        assertThat(plan.routes()).hasSize(1500);
        assertThat(narrowed(plan)).containsExactly("t0", "t1", "t2");
    }

    @Test
    void narrowed_manyMatchesOfTheSameSources_tellsNothing() {
        List<RoutePlan.Granted> grants = IntStream.range(0, 1500)
                .mapToObj(i -> grant(path("/p" + i + ".*x"), "t", EDGE))
                .toList();
        assertThat(narrowed(new RoutePlan(grants, List.of(), any(), new TreeSet<>())))
                .isEmpty();
    }

    @Test
    void routes_healthCheckThatAMatchIsForToo_letBothIn() {
        RequestSet probe = with(Requests.exactly("/healthz"), "GET");
        RoutePlan plan = new RoutePlan(
                List.of(grant(with(any(), "user-agent", ".*"), "t", EDGE), grant(path("/x"), "u", OPS)),
                List.of(probe),
                any(),
                new TreeSet<>());
        assertThat(plan.routes().stream()
                        .filter(RoutePlan.Route::probe)
                        .map(route -> route.requests().headers().size()))
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void routes_matchesThatAreApart_haveNoneForWhatTheyDoNotShare() {
        assertThat(routes(plan(grant(with(path("/a"), "GET"), "a", EDGE), grant(with(any(), "POST"), "b", OPS))))
                .hasSize(2);
    }

    /** Beside one of other sources, so that routes are compared at all. */
    @Test
    void routes_twoMatchesOfTheSameSourcesBesideAThird_haveNoneForWhatThoseShare() {
        RoutePlan plan = plan(
                grant(path("/a"), "a", EDGE), grant(with(any(), "x-a", "b"), "b", EDGE), grant(path("/c$"), "c", OPS));
        assertThat(routes(plan)).doesNotContainKey(with(path("/a"), "x-a", "b").key());
    }

    @Test
    void routes_matchBelowAnotherOfTheSameSources_nameTheirOwnTargetAlone() {
        RoutePlan plan = plan(grant(any(), "all", EDGE), grant(path("/a"), "a", EDGE), grant(path("/b"), "b", OPS));
        assertThat(plan.routes().stream()
                        .filter(route ->
                                route.requests().key().equals(path("/a").key()))
                        .flatMap(route -> route.targets().stream())
                        .map(ResourceRef::name))
                .containsExactly("a");
    }

    @Test
    void routes_forWhatTwoShare_nameBothTargets() {
        RoutePlan plan = plan(grant(path("/a"), "a", EDGE), grant(with(any(), "x-a", "b"), "b", OPS));
        assertThat(plan.routes().stream()
                        .filter(route -> route.requests()
                                .key()
                                .equals(with(path("/a"), "x-a", "b").key()))
                        .flatMap(route -> route.targets().stream())
                        .map(ResourceRef::name))
                .containsExactly("a", "b");
    }

    /** Each pair of headers shares something; what is not said by a route is told. */
    @Test
    void routes_thatOverlapWithoutEnd_areLimitedAndTold() {
        RoutePlan plan = new RoutePlan(
                IntStream.range(0, 40)
                        .mapToObj(i -> grant(with(any(), "x-" + i, "b"), "t" + i, account("a" + i)))
                        .toList(),
                List.of(),
                any(),
                new TreeSet<>());
        assertThat(plan.routes()).hasSize(120);
        assertThat(narrowed(plan)).hasSize(40);
    }

    @Test
    void narrowed_fewMatchesThatOverlapInOneWay_haveAllTheirRoutes() {
        RoutePlan plan = new RoutePlan(
                IntStream.range(0, 119)
                        .mapToObj(i -> grant(path("/p" + i + "/"), "t", EDGE))
                        .toList(),
                List.of(),
                any(),
                new TreeSet<>(Set.of(OPS)));
        assertThat(plan.routes()).hasSize(120);
        assertThat(plan.routes().stream()
                        .filter(route -> route.sources().contains(EDGE))
                        .count())
                .isEqualTo(119);
    }

    @Test
    void narrowed_asManyMatchesAsAreCompared_tellsNothing() {
        assertThat(narrowed(ofPaths(300))).isEmpty();
        assertThat(narrowed(ofPaths(301))).containsExactly("t0", "t1", "t2");
    }

    @Test
    void narrowed_overlap_tellsPathsMethodsAndHeaders() {
        RoutePlan plan = plan(
                grant(with(with(path("/a"), "x-b", ".*c"), "GET"), "a", EDGE),
                grant(with(path(".*\\.css$"), "x-b", "d.*"), "b", OPS));
        assertThat(plan.narrowed().values())
                .containsExactly(
                        "\"(?:/a).*\" with GET with x-b and \"(?:.*\\.css$).*\" with x-b",
                        "\"(?:.*\\.css$).*\" with x-b and \"(?:/a).*\" with GET with x-b");
    }

    @Test
    void narrowed_tooManyMatches_tellsHowMany() {
        assertThat(ofPaths(400).narrowed().values()).containsOnly("more than 300 matches, which are not compared");
    }

    private RoutePlan ofPaths(int count) {
        List<RoutePlan.Granted> grants = IntStream.range(0, count)
                .mapToObj(i -> grant(path("/p" + i + "/"), "t" + i % 3, account("a" + i % 3)))
                .toList();
        return new RoutePlan(grants, List.of(), any(), new TreeSet<>());
    }
}
