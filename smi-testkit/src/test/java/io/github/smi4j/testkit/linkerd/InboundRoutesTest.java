package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.ACCOUNT;
import static io.github.smi4j.testkit.linkerd.Shop.CLIENT;
import static io.github.smi4j.testkit.linkerd.Shop.EVERYBODY;
import static io.github.smi4j.testkit.linkerd.Shop.HTTP;
import static io.github.smi4j.testkit.linkerd.Shop.NOBODY;
import static io.github.smi4j.testkit.linkerd.Shop.created;
import static io.github.smi4j.testkit.linkerd.Shop.grant;
import static io.github.smi4j.testkit.linkerd.Shop.match;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static io.github.smi4j.testkit.linkerd.Shop.ref;
import static io.github.smi4j.testkit.linkerd.Shop.request;
import static io.github.smi4j.testkit.linkerd.Shop.route;
import static io.github.smi4j.testkit.linkerd.Shop.routeGrant;
import static io.github.smi4j.testkit.linkerd.Shop.server;
import static io.github.smi4j.testkit.linkerd.Shop.serverGrant;
import static io.github.smi4j.testkit.linkerd.Shop.serverRoute;
import static io.github.smi4j.testkit.linkerd.Shop.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests the routes of a Server take, and which of several routes decides. */
class InboundRoutesTest {
    private static final String OLD = "2020-01-01T00:00:00Z";
    private static final String NEW = "2021-01-01T00:00:00Z";

    /** A route that the client may use, and nothing else. */
    private static Outcome decide(String match, String request) {
        return Shop.with(server(), serverRoute("a", match), routeGrant("a"), ACCOUNT)
                .decide(request);
    }

    /** A route that the client may use beside one that nobody may use. */
    private static Outcome open(String open, String closed, String request) {
        return Shop.with(
                        server(), serverRoute("open", open), routeGrant("open"), serverRoute("closed", closed), ACCOUNT)
                .decide(request);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {}                                                        ; /any  ; ALLOWED
                    {path: {value: /a}}                                       ; /a/b  ; ALLOWED
                    {path: {type: PathPrefix}}                                ; /any  ; ALLOWED
                    {path: {type: Exact, value: /a}}                          ; /a    ; ALLOWED
                    {path: {type: Exact, value: /a}}                          ; /a/   ; DENIED
                    {path: {type: PathPrefix, value: /a}}                     ; /a    ; ALLOWED
                    {path: {type: PathPrefix, value: /a}}                     ; /a/   ; ALLOWED
                    {path: {type: PathPrefix, value: /a}}                     ; /ab   ; DENIED
                    {path: {type: PathPrefix, value: /a/}}                    ; /a    ; ALLOWED
                    {path: {type: PathPrefix, value: /a/}}                    ; /a/b  ; ALLOWED
                    {path: {type: PathPrefix, value: /a/}}                    ; /ab   ; DENIED
                    {path: {type: RegularExpression, value: '/a|/ab'}}        ; /ab   ; DENIED
                    {path: {type: RegularExpression, value: '/ab|/a'}}        ; /ab   ; ALLOWED
                    {path: {type: RegularExpression, value: '^(?:/a|/ab)$'}}  ; /ab   ; ALLOWED
                    {path: {type: RegularExpression, value: '/a.*?'}}         ; /a/b  ; DENIED
                    {path: {type: RegularExpression, value: '/a.*'}}          ; /a/b  ; ALLOWED
                    {path: {type: RegularExpression, value: 'a'}}             ; /a    ; DENIED
                    """)
    void path_isTestedAsItsTypeSays(String match, String path, Outcome outcome) {
        assertThat(decide(match, "GET " + path)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"GET, GET, ALLOWED", "GET, get, DENIED", "GET, PUT, DENIED"})
    void method_isTestedExactly(String method, String given, Outcome outcome) {
        assertThat(decide("{method: " + method + "}", given + " /")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    [{name: X-A, value: b}]                                       ; x-a=b       ; ALLOWED
                    [{name: x-a, type: Exact, value: b}]                          ; x-a=bb      ; DENIED
                    [{name: x-a, type: Exact, value: b}]                          ; x-b=b       ; DENIED
                    [{name: x-a, type: RegularExpression, value: 'b|bc'}]         ; x-a=bc      ; DENIED
                    [{name: x-a, type: RegularExpression, value: '^(?:b|bc)$'}]   ; x-a=bc      ; ALLOWED
                    [{name: x-a, type: RegularExpression, value: '.*'}]           ; x-a=        ; ALLOWED
                    [{name: x-a, type: RegularExpression, value: '.*'}]           ; x-b=b       ; DENIED
                    [{name: x-a, value: b}, {name: x-b, value: c}]                ; x-a=b x-b=c ; ALLOWED
                    [{name: x-a, value: b}, {name: x-b, value: c}]                ; x-a=b       ; DENIED
                    """)
    void headers_mustAllMatch(String headers, String given, Outcome outcome) {
        assertThat(decide("{headers: " + headers + "}", "GET / " + given)).isEqualTo(outcome);
    }

    @Test
    void headers_theHost_mayNotBeSeen() {
        assertThat(decide("{headers: [{name: Host, value: web}]}", "GET / host=web"))
                .isEqualTo(Outcome.EITHER);
        assertThat(decide("{headers: [{name: Host, value: web}]}", "GET / host=api"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void match_withSeveralParts_needsAllOfThem() {
        String match = "{path: {value: /a}, method: GET, headers: [{name: x-a, value: b}]}";
        assertThat(decide(match, "GET /a x-a=b")).isEqualTo(Outcome.ALLOWED);
        assertThat(decide(match, "PUT /a x-a=b")).isEqualTo(Outcome.DENIED);
        assertThat(decide(match, "GET /b x-a=b")).isEqualTo(Outcome.DENIED);
        assertThat(decide(match, "GET /a")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void matches_areAlternatives() {
        String matches = match("Exact", "/a") + ", " + match("Exact", "/b");
        assertThat(decide(matches, "GET /b")).isEqualTo(Outcome.ALLOWED);
        assertThat(decide(matches, "GET /c")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rules: [{}]"})
    void rules_thatAreAbsent_takeEverything(String rules) {
        Shop shop = Shop.with(
                server(),
                route("a", "{parentRefs: [{group: policy.linkerd.io, kind: Server, name: web}], " + rules + "}"),
                routeGrant("a"),
                ACCOUNT);
        assertThat(shop.decide("GET /any")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void rules_thatAreEmpty_takeNothing() {
        Shop shop = Shop.with(
                server(),
                route("a", "{parentRefs: [{group: policy.linkerd.io, kind: Server, name: web}], rules: []}"),
                routeGrant("a"),
                ACCOUNT);
        assertThat(shop.decide("GET /any")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {path: {type: Exact, value: /a/b}}          | {path: {value: /a}}                                     | GET /a/b
                    {path: {value: /a/b}}                       | {path: {value: /a}}                                     | GET /a/b/c
                    {path: {type: RegularExpression, value: '.*'}} | {path: {value: /a}}                                  | GET /a/b
                    {path: {type: RegularExpression, value: '.*'}} | {method: GET, headers: [{name: x-a, value: b}]}      | GET /a x-a=b
                    {path: {value: /a}}                         | {method: GET}                                           | GET /a
                    {headers: [{name: x-a, value: b}]}          | {method: GET}                                           | GET / x-a=b
                    {headers: [{name: x-a, value: b}, {name: x-b, value: c}]} | {method: GET, headers: [{name: x-a, value: b}]} | GET / x-a=b x-b=c
                    {method: GET}                               | {}                                                      | GET /
                    {path: {value: /a/}, method: GET}           | {path: {value: /a}}                                     | GET /a/b
                    """)
    void severalRoutes_theBestMatchDecides(String better, String worse, String request) {
        assertThat(open(better, worse, request)).isEqualTo(Outcome.ALLOWED);
        assertThat(open(worse, better, request)).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {path: {type: Exact, value: /a}}  | {path: {type: RegularExpression, value: /a}} | GET /a
                    {path: {type: Exact, value: /a}}  | {path: {value: /a/}}                         | GET /a
                    {headers: [{name: x-a, value: b}]} | {headers: [{name: x-b, value: c}]}          | GET / x-a=b x-b=c
                    """)
    void severalRoutes_ofTheSameRank_areDecidedByAge(String one, String two, String request) {
        assertThat(open(one, two, request)).isEqualTo(Outcome.EITHER);
        String open = serverRoute("open", one);
        String closed = serverRoute("closed", two);
        assertThat(Shop.holding(server(), created(OLD, open), created(NEW, closed), routeGrant("open"), ACCOUNT)
                        .decide(request))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.holding(server(), created(NEW, open), created(OLD, closed), routeGrant("open"), ACCOUNT)
                        .decide(request))
                .isEqualTo(Outcome.DENIED);
        assertThat(Shop.holding(server(), created(OLD, open), created(OLD, closed), routeGrant("open"), ACCOUNT)
                        .decide(request))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void severalRoutes_ofTheSameRankAndTheSameGrants_agree() {
        Shop shop = Shop.with(
                server(), serverRoute("a", "{}"), serverRoute("b", "{}"), routeGrant("a"), routeGrant("b"), ACCOUNT);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void severalRoutes_areNoUnion() {
        String everybody = grant(
                "all", target("gateway.networking.k8s.io", "HTTPRoute", "all"), ref("NetworkAuthentication", "all"));
        Shop shop = Shop.with(
                server(),
                serverRoute("all", "{}"),
                everybody,
                EVERYBODY,
                serverRoute("a", match("Exact", "/a")),
                routeGrant("a"),
                ACCOUNT);
        assertThat(shop.decide(NOBODY, HTTP, request("GET /a"))).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(NOBODY, HTTP, request("GET /b"))).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("GET /a")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aRoute_hasTheGrantsOfItsServerToo() {
        Shop shop = Shop.with(server(), serverRoute("a", match("Exact", "/a")), serverGrant(), ACCOUNT);
        assertThat(shop.decide("GET /a")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("GET /b")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{group: policy.linkerd.io, kind: Server, name: other}",
                "{group: policy.linkerd.io, kind: Server, name: web, namespace: data}",
                "{group: policy.linkerd.io, name: web}",
                "{kind: Server, name: web}",
                "{group: '', kind: Service, name: web}"
            })
    void aRoute_ofAnotherParent_isNotForTheServer(String parent) {
        Shop shop = Shop.with(server(), route("a", "{parentRefs: [" + parent + "]}"), serverGrant(), ACCOUNT);
        assertThat(shop.decide("GET /healthz")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(NOBODY, HTTP, request("GET /healthz"))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aRoute_ofAnotherNamespace_isNotForTheServer() {
        Shop shop = Shop.with(
                server(),
                policy(
                        "HTTPRoute",
                        "data",
                        "a",
                        "{parentRefs: [{kind: Server, name: web, namespace: shop}], rules: [{}]}"));
        assertThat(shop.decide(NOBODY, HTTP, request("GET /healthz"))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aRouteOfLinkerd_hasItsOwnGroupAsADefault() {
        String route = policy("HTTPRoute", "shop", "a", "{parentRefs: [{kind: Server, name: web}], rules: [{}]}");
        String grant =
                grant("a", target("policy.linkerd.io", "HTTPRoute", "a"), ref("MeshTLSAuthentication", "client"));
        assertThat(Shop.with(server(), route, grant, ACCOUNT).decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(server(), route, routeGrant("a"), ACCOUNT).decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void aRouteOfTheGatewayApi_isNotThereWithoutIt() {
        Shop shop = Shop.with(server(), serverRoute("a", match("Exact", "/a")), serverGrant(), ACCOUNT)
                .withSetting("gateway-api", "none");
        assertThat(shop.decide("GET /b")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"/healthz, ALLOWED", "/ready, ALLOWED", "/healthz/a, DENIED"})
    void probes_areLetInWithoutARoute(String path, Outcome outcome) {
        assertThat(Shop.with(server()).decide(NOBODY, HTTP, request("GET " + path)))
                .isEqualTo(outcome);
        assertThat(Shop.with(server()).decide(NOBODY, HTTP, request("PUT " + path)))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void probes_areForTheirPortAndForRequestsOnly() {
        assertThat(Shop.with(server("web", "admin", "")).decide(NOBODY, Shop.ADMIN, request("GET /healthz")))
                .isEqualTo(Outcome.DENIED);
        assertThat(Shop.with(server("web", "http", ", proxyProtocol: opaque"))
                        .decide(NOBODY, HTTP, request("GET /healthz")))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void probes_areNotLetInWithARoute() {
        assertThat(Shop.with(server(), serverRoute("a", match("Exact", "/a")))
                        .decide(CLIENT, HTTP, request("GET /ready")))
                .isEqualTo(Outcome.DENIED);
    }
}
