package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.backend;
import static io.github.smi4j.testkit.linkerd.Shop.created;
import static io.github.smi4j.testkit.linkerd.Shop.match;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static io.github.smi4j.testkit.linkerd.Shop.request;
import static io.github.smi4j.testkit.linkerd.Shop.route;
import static io.github.smi4j.testkit.linkerd.Shop.serviceRoute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where HTTPRoutes lead, in which shares, and on which ports there are any. */
class OutboundRoutesTest {
    private static final Traffic GET = request("GET /");
    private static final String V1 = "{shop/web-v1:80=1}";
    private static final String V2 = "{shop/web-v2:80=1}";
    private static final String WEB = "{shop/web:80=1}";
    private static final String NONE = "{}, nobody=1";

    private static String rule(String matches, String backends) {
        return "{matches: [" + matches + "], backendRefs: [" + backends + "]}";
    }

    private static String to(String backends) {
        return Shop.with(serviceRoute("a", "web", "{backendRefs: [" + backends + "]}"))
                .route("GET /");
    }

    @Test
    void route_withoutAnything_isTheService() {
        assertThat(Shop.with().route("GET /")).isEqualTo(WEB);
        assertThat(Shop.with().route("web", 53, Traffic.udp())).isEqualTo("{shop/web:53=1}");
    }

    @Test
    void route_aPortThatTheServiceLacks_isNotKnown() {
        assertThat(Shop.with().route("web", 88, GET)).isEqualTo("unknown");
        assertThat(Shop.with().route("web", 53, GET)).isEqualTo("unknown");
    }

    @Test
    void weights_areRelative() {
        assertThat(to(backend("web-v1", 80, 90) + ", " + backend("web-v2", 80, 10)))
                .isEqualTo("{shop/web-v1:80=90, shop/web-v2:80=10}");
    }

    @Test
    void weights_thatAreAbsent_are1() {
        assertThat(to("{name: web-v1, port: 80}, " + backend("web-v2", 80, 3)))
                .isEqualTo("{shop/web-v1:80=1, shop/web-v2:80=3}");
    }

    @Test
    void weights_0AmongSeveral_takesNothing() {
        assertThat(to(backend("web-v1", 80, 0) + ", " + backend("web-v2", 80, 5)))
                .isEqualTo("{shop/web-v2:80=5}");
        assertThat(to(backend("missing", 80, 0) + ", " + backend("web-v2", 80, 5)))
                .isEqualTo("{shop/web-v2:80=5}");
    }

    @Test
    void weights_ofALoneBackend_areIgnored() {
        assertThat(to(backend("web-v1", 80, 0))).isEqualTo(V1);
        assertThat(to(backend("web-v1", 80, 7))).isEqualTo(V1);
    }

    @Test
    void weights_allOf0_leadNowhere() {
        assertThat(to(backend("web-v1", 80, 0) + ", " + backend("web-v2", 80, 0)))
                .isEqualTo(NONE);
    }

    @Test
    void weights_ofOneBackendTwice_areAdded() {
        assertThat(to(backend("web-v1", 80, 1) + ", " + backend("web-v1", 80, 2)))
                .isEqualTo("{shop/web-v1:80=3}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {name: web-v1, port: 80}                                  | {shop/web-v1:80=1}
                    {group: core, kind: Service, name: web-v1, port: 5432}    | {shop/web-v1:5432=1}
                    {name: web, port: 80}                                     | {shop/web:80=1}
                    {name: web-v1}                                            | {}, nobody=1
                    {name: web-v1, port: 81}                                  | {}, nobody=1
                    {name: missing, port: 80}                                 | {}, nobody=1
                    {name: web, namespace: elsewhere, port: 80}               | {elsewhere/web:80=1}
                    """)
    void backend_isAPortOfAService(String backend, String routes) {
        assertThat(to(backend)).isEqualTo(routes);
    }

    @Test
    void backend_withoutThePort_losesItsShare() {
        assertThat(to(backend("web-v1", 80, 3) + ", " + backend("web-v2", 81, 1)))
                .isEqualTo("{shop/web-v1:80=3}, nobody=1");
    }

    @Test
    void backends_thatAreAbsent_areTheServiceItself() {
        assertThat(to("")).isEqualTo(WEB);
    }

    @Test
    void rules_unmatchedRequests_areRefused() {
        Shop shop = Shop.with(serviceRoute("a", "web", rule(match("Exact", "/a"), backend("web-v1", 80, 1))));
        assertThat(shop.route("GET /a")).isEqualTo(V1);
        assertThat(shop.route("GET /b")).isEqualTo(NONE);
    }

    @ParameterizedTest
    @CsvSource({"GET /a, true", "GET /b, false"})
    void rules_ofPaths_fallThroughToAPrefix(String request, boolean first) {
        Shop shop = Shop.with(serviceRoute(
                "a",
                "web",
                rule(match("RegularExpression", "(?:/a).*"), backend("web-v1", 80, 1)) + ", "
                        + rule(match("PathPrefix", "/"), backend("web", 80, 1))));
        assertThat(shop.route(request)).isEqualTo(first ? V1 : WEB);
    }

    @Test
    void rules_aRegexForEverything_shadowsHeaders() {
        Shop shop = Shop.with(serviceRoute(
                "a",
                "web",
                rule("{headers: [{name: x-a, value: b}]}", backend("web-v1", 80, 1)) + ", "
                        + rule(match("RegularExpression", ".*"), backend("web", 80, 1))));
        assertThat(shop.route("GET /a x-a=b")).isEqualTo(WEB);
    }

    @Test
    void rules_ofTheSameRank_theFirstOfARouteTakes() {
        Shop shop = Shop.with(serviceRoute(
                "a", "web", rule("{}", backend("web-v1", 80, 1)) + ", " + rule("{}", backend("web-v2", 80, 1))));
        assertThat(shop.route("GET /a")).isEqualTo(V1);
    }

    @Test
    void routes_ofTheSameRank_theOldestTakes() {
        String one = serviceRoute("one", "web", rule("{}", backend("web-v1", 80, 1)));
        String two = serviceRoute("two", "web", rule("{}", backend("web-v2", 80, 1)));
        assertThat(Shop.with(one, two).route("GET /")).isEqualTo("unknown");
        assertThat(Shop.holding(created("2021-01-01T00:00:00Z", one), created("2020-01-01T00:00:00Z", two))
                        .route("GET /"))
                .isEqualTo(V2);
        assertThat(Shop.holding(created("2020-01-01T00:00:00Z", two))
                        .emitting(one)
                        .route("GET /"))
                .isEqualTo(V2);
        assertThat(Shop.with(one, serviceRoute("two", "web", rule("{}", backend("web-v1", 80, 9))))
                        .route("GET /"))
                .isEqualTo(V1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {group: '', kind: Service, name: web, port: 80}                      | true
                    {group: core, kind: Service, name: web}                              | true
                    {group: '', kind: Service, name: web, namespace: shop, port: 80}     | true
                    {group: '', kind: Service, name: web, port: 5432}                    | false
                    {group: '', kind: Service, name: web, namespace: data}               | false
                    {kind: Service, name: web}                                           | false
                    {group: '', name: web}                                               | false
                    {group: '', kind: Service, name: web-v1}                             | false
                    """)
    void parent_isAServiceOrAPortOfIt(String parent, boolean applies) {
        Shop shop = Shop.with(
                route("a", "{parentRefs: [" + parent + "], rules: [{backendRefs: [{name: web-v1, port: 80}]}]}"));
        assertThat(shop.route("GET /")).isEqualTo(applies ? V1 : WEB);
    }

    @Test
    void parent_ofARouteOfLinkerd_isTheSame() {
        Shop shop = Shop.with(policy(
                "HTTPRoute",
                "shop",
                "a",
                "{parentRefs: [{group: core, kind: Service, name: web}], rules: [{backendRefs: [{name: web-v1, port:"
                        + " 80}]}]}"));
        assertThat(shop.route("GET /")).isEqualTo(V1);
    }

    @Test
    void parent_withoutAnAddress_hasNoRoutes() {
        assertThat(Shop.with(serviceRoute("a", "peers", rule("{}", backend("web-v1", 80, 1))))
                        .route("peers", 80, GET))
                .isEqualTo("{shop/peers:80=1}");
    }

    @Test
    void parent_thatIsNotThere_hasNoRoutes() {
        assertThat(Shop.with(serviceRoute("a", "gone", rule("{}", backend("web-v1", 80, 1))))
                        .route("gone", 80, GET))
                .isEqualTo("{shop/gone:80=1}");
    }

    @Test
    void parent_ofANamespaceThatIsNotKnown_isTakenToBeThere() {
        Shop shop = Shop.with(
                Shop.resource(
                        "gateway.networking.k8s.io/v1",
                        "HTTPRoute",
                        Shop.metadata("elsewhere", "a"),
                        "{parentRefs: [{group: '', kind: Service, name: web}], rules: [{backendRefs: [{name: v1, port: 80}]}]}"));
        assertThat(shop.mesh().route(new ServiceName("elsewhere", "web"), 80, GET))
                .contains(Routes.all(new ServiceName("elsewhere", "v1"), 80));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    80   | {shop/web-v1:80=1} | {shop/web:80=1}
                    5432 | {shop/web:5432=1}  | {shop/web:5432=1}
                    443  | {shop/web:443=1}   | {shop/web:443=1}
                    7000 | {shop/web-v1:80=1} | unknown
                    3306 | unknown            | unknown
                    81   | unknown            | {shop/web:81=1}
                    """)
    void port_hasRequestsOrNot(int port, String requests, String bytes) {
        Shop shop = Shop.with(route("a", """
                {parentRefs: [{group: '', kind: Service, name: web}], rules: [{backendRefs: [{name: web-v1, port: 80}]}]}"""));
        assertThat(shop.route("web", port, GET)).isEqualTo(requests);
        assertThat(shop.route("web", port, Traffic.tcp())).isEqualTo(bytes);
    }

    @Test
    void port_ofAnAppProtocolBefore218_isDetected() {
        Shop shop = Shop.with(route("a", """
                {parentRefs: [{group: '', kind: Service, name: web}], rules: [{backendRefs: [{name: web-v1, port: 80}]}]}""")).withSetting("linkerd-version", "2.17");
        assertThat(shop.route("web", 443, GET)).isEqualTo(V1);
    }

    @Test
    void port_thatPodsCallOpaque_isNotDocumented() {
        Shop shop = Shop.holding("""
                apiVersion: v1
                kind: Pod
                metadata: {name: old, namespace: shop, labels: {app: web}, annotations: {config.linkerd.io/opaque-ports: '8080'}}
                spec: {containers: [{name: main, image: 'shop/web:1'}]}
                """).emitting(serviceRoute("a", "web", rule("{}", backend("web-v1", 80, 1))));
        assertThat(shop.route("GET /")).isEqualTo("unknown");
    }
}
