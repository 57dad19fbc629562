package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.HTTP;
import static io.github.smi4j.testkit.consul.Shop.deployment;
import static io.github.smi4j.testkit.consul.Shop.resolver;
import static io.github.smi4j.testkit.consul.Shop.route;
import static io.github.smi4j.testkit.consul.Shop.router;
import static io.github.smi4j.testkit.consul.Shop.service;
import static io.github.smi4j.testkit.consul.Shop.split;
import static io.github.smi4j.testkit.consul.Shop.splitter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.policy.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a discovery chain leads. */
class RoutesTest {
    private static final String ITSELF = "{shop/web:80=1}";
    private static final String WEB = "{shop/web:80=10000}";
    private static final String V1 = "{shop/web-v1:80=10000}";
    private static final String V2 = "{shop/web-v2:80=10000}";
    private static final String SPLIT = splitter("web", split("web-v1", "30"), split("web-v2", "70"));
    private static final String SHARES = "{shop/web-v1:80=3000, shop/web-v2:80=7000}";

    @Test
    void route_withoutEntries_isTheServiceItself() {
        assertThat(Shop.with(HTTP).route("GET /")).isEqualTo(ITSELF);
        assertThat(Shop.with(HTTP).route("web", 80, Traffic.tcp())).isEqualTo(ITSELF);
        assertThat(Shop.with(HTTP).route("none", 80, Traffic.tcp())).isEqualTo("{shop/none:80=1}");
    }

    @Test
    void route_splitter_givesShares() {
        assertThat(Shop.with(HTTP, SPLIT).route("GET /")).isEqualTo(SHARES);
    }

    @Test
    void route_nativeSplitter_givesTheSame() {
        Shop shop = Shop.with(
                HTTP,
                "{Kind: service-splitter, Name: web, Splits: [{Weight: 30, Service: web-v1}, {Weight: 70, Service: web-v2}]}");
        assertThat(shop.route("GET /")).isEqualTo(SHARES);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, {shop/web-v1:80=10000}",
        "0.53, 99.47, '{shop/web-v1:80=52, shop/web-v2:80=9947}'",
        "0.59, 99.41, '{shop/web-v1:80=58, shop/web-v2:80=9941}'",
        "0.01, 99.99, '{shop/web-v1:80=1, shop/web-v2:80=9999}'"
    })
    void route_weights_areCutOffForEnvoy(String first, String second, String routes) {
        assertThat(Shop.with(HTTP, splitter("web", split("web-v1", first), split("web-v2", second)))
                        .route("GET /"))
                .isEqualTo(routes);
    }

    @Test
    void route_rootAmongItsOwnTargets_isTheServiceItself() {
        assertThat(Shop.with(HTTP, splitter("web", "{weight: 25}", split("web-v1", "75")))
                        .route("GET /"))
                .isEqualTo("{shop/web:80=2500, shop/web-v1:80=7500}");
    }

    @Test
    void route_splitterAmongTheTargets_splitsAgain() {
        String inner = splitter("web-v1", split("web-v1", "50"), split("web-v2", "50"));
        assertThat(Shop.with(HTTP, SPLIT, inner).route("GET /"))
                .isEqualTo("{shop/web-v1:80=1500, shop/web-v2:80=8500}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {pathExact: /a}                          | GET /a      | true
                    {pathExact: /a}                          | GET /A      | false
                    {pathExact: /a, caseInsensitive: true}   | GET /A      | true
                    {pathPrefix: /a}                         | GET /ab     | true
                    {pathPrefix: /a, caseInsensitive: true}  | GET /Ab     | true
                    {pathPrefix: /a}                         | GET /b      | false
                    {pathRegex: '/a.'}                       | GET /ab     | true
                    {pathRegex: '/a.', caseInsensitive: true}| GET /Ab     | false
                    {pathRegex: '/a.'}                       | GET /abc    | false
                    {methods: [put]}                         | PUT /       | true
                    {methods: [put]}                         | GET /       | false
                    {header: [{name: X-A, exact: b}]}        | GET / x-a=b | true
                    {header: [{name: x-a, suffix: b}]}       | GET / x-a=ab| true
                    {header: [{name: x-a, present: true, invert: true}]} | GET / | true
                    {header: [{name: x-a, regex: 'b*'}]}     | GET / x-a=ab| false
                    {queryParam: [{name: a, present: true}]} | GET /       | false
                    {}                                       | GET /       | true
                    """)
    void route_router_takesTheFirstRouteThatMatches(String http, String request, boolean matches) {
        Shop shop = Shop.with(HTTP, router("web", route(http, "web-v1"), route("{pathPrefix: /}", "web-v2")));
        assertThat(shop.route(request)).isEqualTo(matches ? V1 : V2);
    }

    @Test
    void route_routeWithoutMatchOrDestination_isEverythingToItself() {
        assertThat(Shop.with(HTTP, router("web", "{}", route("{}", "web-v1"))).route("GET /"))
                .isEqualTo(WEB);
    }

    @Test
    void route_unmatched_goesToTheRoot() {
        String routes = router("web", route("{pathPrefix: /a}", "web-v1"));
        assertThat(Shop.with(HTTP, routes).route("GET /b")).isEqualTo(WEB);
        assertThat(Shop.with(HTTP, routes, SPLIT).route("GET /b")).isEqualTo(SHARES);
        assertThat(Shop.with(HTTP, routes, SPLIT).route("GET /a")).isEqualTo(V1);
    }

    @Test
    void route_routeToASplitterOfAVirtualName_isSplit() {
        Shop shop = Shop.with(
                HTTP,
                Shop.defaults("web-smi-1", "{protocol: http}"),
                router("web", route("{pathPrefix: /a}", "web-smi-1")),
                splitter("web-smi-1", split("web-v1", "30"), split("web-v2", "70")));
        assertThat(shop.route("GET /a")).isEqualTo(SHARES);
        assertThat(shop.route("GET /b")).isEqualTo(WEB);
    }

    @Test
    void route_onlyTheRouterOfTheRoot_counts() {
        Shop shop = Shop.with(
                HTTP,
                router("web", route("{pathPrefix: /a}", "web-v1")),
                router("web-v1", route("{pathPrefix: /a}", "web-v2")));
        assertThat(shop.route("GET /a")).isEqualTo(V1);
        assertThat(shop.route("web-v1", 80, Shop.request("GET /a"))).isEqualTo(V2);
    }

    @Test
    void route_redirect_goesElsewhere() {
        String redirect = resolver("web", "{redirect: {service: web-v1}}");
        assertThat(Shop.with(redirect).route("web", 80, Traffic.tcp())).isEqualTo(V1);
        assertThat(Shop.with(redirect).route("GET /")).isEqualTo(V1);
        assertThat(Shop.with(HTTP, redirect).route("GET /")).isEqualTo(V1);
        assertThat(Shop.with(redirect, resolver("web-v1", "{redirect: {service: web-v2}}"))
                        .route("GET /"))
                .isEqualTo(V2);
        assertThat(Shop.with(HTTP, SPLIT, resolver("web-v1", "{redirect: {service: web-v2}}"))
                        .route("GET /"))
                .isEqualTo(V2);
    }

    @Test
    void route_resolverThatChangesNothing_isTheServiceItself() {
        assertThat(Shop.with(HTTP, resolver("web", "{connectTimeout: 5s, loadBalancer: {policy: random}}"))
                        .route("GET /"))
                .isEqualTo(WEB);
    }

    @Test
    void route_bytesToHttp_areNotSaid() {
        assertThat(Shop.with(HTTP, SPLIT).route("web", 80, Traffic.tcp())).isEqualTo("unknown");
    }

    @Test
    void route_datagrams_areNotSplit() {
        assertThat(Shop.with(HTTP, SPLIT).route("web", 80, Traffic.udp())).isEqualTo(ITSELF);
    }

    @Test
    void route_withoutTransparentProxy_isNotSplit() {
        assertThat(Shop.with(HTTP, SPLIT)
                        .withSetting("transparent-proxy", "false")
                        .route("GET /"))
                .isEqualTo(ITSELF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusterIP: None", "type: ExternalName"})
    void route_servicesWithoutAddress_areNotSplit(String field) {
        Shop shop = Shop.holding(service("shop", "root", "{}", "{" + field + ", ports: [{port: 80}]}"))
                .emitting(HTTP, Shop.defaults("root", "{protocol: http}"), splitter("root", split("web-v1", "100")));
        assertThat(shop.route("root", 80, Shop.request("GET /"))).isEqualTo("{shop/root:80=1}");
    }

    @ParameterizedTest
    @CsvSource({"connect-inject", "transparent-proxy"})
    void route_servicesWhosePodsArePastTheMesh_areNotSplit(String flag) {
        Shop shop = Shop.holding(
                        deployment(
                                "shop",
                                "root",
                                "{app: root}",
                                "root",
                                "{consul.hashicorp.com/" + flag + ": 'false'}",
                                "[{containerPort: 8080}]"),
                        service("root"))
                .emitting(HTTP, Shop.defaults("root", "{protocol: http}"), splitter("root", split("web-v1", "100")));
        assertThat(shop.route("root", 80, Shop.request("GET /"))).isEqualTo("{shop/root:80=1}");
    }

    @Test
    void route_rootToldToBeTcp_ignoresRoutersAndSplitters() {
        // What is there already may contradict itself.
        Shop shop = Shop.holding(
                Shop.defaults("web", "{protocol: tcp}"),
                Shop.defaults("web-v1", "{protocol: http}"),
                splitter("web", split("web-v1", "100")));
        assertThat(shop.route("web", 80, Traffic.tcp())).isEqualTo(WEB);
    }

    @Test
    void route_rootOfWhichNothingIsTold_hasTheProtocolOfItsTargets() {
        Shop shop = Shop.holding(service("shop", "root", "{}", "{ports: [{port: 80}]}"))
                .emitting(HTTP, splitter("root", split("web-v1", "100")));
        assertThat(shop.route("root", 80, Shop.request("GET /"))).isEqualTo(V1);
    }

    @Test
    void route_chainThatIsThereAndContradictsItself_isNotSaid() {
        Shop shop = Shop.holding(
                Shop.defaults("web", "{protocol: http}"), splitter("web", split("web-v1", "50"), "{weight: 50}"));
        assertThat(shop.route("GET /")).isEqualTo("unknown");
    }

    @Test
    void route_portThatIsNotRegistered_isNotSaid() {
        String root = deployment("shop", "root", "{app: root}", "root", "{}", "[{containerPort: 8080}]")
                + service(
                        "shop",
                        "root",
                        "{}",
                        "{selector: {app: root}, ports: [{name: a, port: 80, targetPort: 8080}, {name: b, port: 81}]}");
        Shop shop = Shop.holding(root)
                .emitting(HTTP, Shop.defaults("root", "{protocol: http}"), splitter("root", split("web-v1", "100")));
        assertThat(shop.route("root", 80, Shop.request("GET /"))).isEqualTo(V1);
        assertThat(shop.route("root", 81, Shop.request("GET /"))).isEqualTo("unknown");
        assertThat(shop.route("root", 82, Shop.request("GET /"))).isEqualTo("unknown");
    }

    private static final String VIRTUAL =
            "{selector: {tier: front}, ports: [{port: 80, targetPort: 8080}, {name: b, port: 90, targetPort: 8080}]}";

    private static Shop virtual(String... more) {
        return Shop.holding(
                deployment("shop", "v", "{app: v, tier: front}", "v", "{}", "[{containerPort: 8080}]") + service("v"),
                service("shop", "root", "{consul.hashicorp.com/service-ignore: 'true'}", VIRTUAL),
                String.join("---\n", more));
    }

    @Test
    void route_rootThatIsIgnored_isSplitByResources() {
        Shop shop = virtual().emitting(HTTP, splitter("root", split("web-v1", "30"), split("web-v2", "70")));
        assertThat(shop.route("root", 80, Shop.request("GET /"))).isEqualTo(SHARES);
    }

    @Test
    void route_rootThatIsIgnored_hasNoAddressByNativeEntries() {
        Shop shop = virtual()
                .emitting(HTTP, "{Kind: service-splitter, Name: root, Splits: [{Weight: 100, Service: web-v1}]}");
        assertThat(shop.route("root", 80, Shop.request("GET /"))).isEqualTo("unknown");
    }

    @Test
    void route_toARootThatIsIgnored_isAnsweredByNobody() {
        Shop shop = virtual()
                .emitting(
                        HTTP,
                        Shop.defaults("root", "{protocol: http}"),
                        router("root", route("{pathPrefix: /a}", "web-v1")));
        assertThat(shop.route("root", 80, Shop.request("GET /a"))).isEqualTo(V1);
        assertThat(shop.route("root", 80, Shop.request("GET /b"))).isEqualTo("{}, nobody=1");
    }

    @Test
    void route_backendWithoutThePortThatIsCalled_getsItAtTheOneThatIsRegistered() {
        Shop shop = virtual().emitting(HTTP, splitter("root", split("web-v1", "100")));
        assertThat(shop.route("root", 90, Shop.request("GET /"))).isEqualTo(V1);
    }

    @Test
    void route_backendWhoseServiceDoesNotLeadThere_isNotSaid() {
        String other = deployment("shop", "x", "{app: x}", "x", "{}", "[{containerPort: 9090}]") + service("x")
                + "---\n" + Shop.defaults("x", "{protocol: http}");
        Shop shop = Shop.holding(other).emitting(HTTP, splitter("web", split("x", "100")));
        assertThat(shop.route("GET /")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {selector: {app: x}, ports: [{port: 80}]} | {shop/x:80=10000}
                    {selector: {app: x}, ports: [{port: 81}]} | {}, nobody=1
                    """)
    void route_backendWithoutPods_isAPlaceIfItHasThePort(String spec, String routes) {
        Shop shop = Shop.holding(service("shop", "x", "{}", spec))
                .emitting(HTTP, Shop.defaults("x", "{protocol: http}"), splitter("web", split("x", "100")));
        assertThat(shop.route("GET /")).isEqualTo(routes);
    }

    @Test
    void route_backendThatIsNotThere_isAnsweredByNobody() {
        String[] resources = {HTTP, Shop.defaults("x", "{protocol: http}"), splitter("web", split("x", "100"))};
        assertThat(Shop.with(resources).route("GET /")).isEqualTo("{}, nobody=1");
        assertThat(Shop.holding().partial().emitting(resources).route("GET /")).isEqualTo("{shop/x:80=10000}");
    }

    @Test
    void route_backendOutsideTheMesh_isAnsweredByNobody() {
        String x = deployment(
                        "shop",
                        "x",
                        "{app: x}",
                        "x",
                        "{consul.hashicorp.com/connect-inject: 'false'}",
                        "[{containerPort: 8080}]")
                + service("x");
        Shop shop = Shop.holding(x)
                .emitting(
                        HTTP,
                        Shop.defaults("x", "{protocol: http}"),
                        splitter("web", split("x", "10"), split("web-v1", "90")));
        assertThat(shop.route("GET /")).isEqualTo("{shop/web-v1:80=9000}, nobody=1000");
    }

    @Test
    void route_backendWhosePodsMayBeAnything_isNotSaid() {
        String x = deployment("shop", "x", "{app: x}", "x", "{}", "[{containerPort: 8080}]")
                + service(
                        "shop",
                        "x",
                        "{consul.hashicorp.com/service-ignore: 'true'}",
                        "{selector: {app: x}, ports: [{port: 80, targetPort: 8080}]}");
        Shop shop = Shop.holding()
                .partial(x)
                .withoutAcls()
                .emitting(HTTP, Shop.defaults("x", "{protocol: http}"), splitter("web", split("x", "100")));
        assertThat(shop.route("GET /")).isEqualTo("unknown");
    }

    @Test
    void route_unknownSettingsOfTheRoot_areNamed() {
        Shop shop = Shop.holding(
                Shop.defaults("web", "{protocol: http, envoyExtensions: []}"),
                Shop.defaults("web-v1", "{protocol: http}"),
                splitter("web", split("web-v1", "100")));
        assertThatThrownBy(() -> shop.route("GET /"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("envoyExtensions");
    }

    @Test
    void route_servicesUnderAnotherName_areNotSaid() {
        String x = deployment(
                        "shop",
                        "x",
                        "{app: x}",
                        "renamed",
                        "{consul.hashicorp.com/connect-service: renamed}",
                        "[{containerPort: 8080}]")
                + service("x");
        Shop shop = Shop.holding(x);
        assertThat(shop.emitting(HTTP).route("x", 80, Shop.request("GET /"))).isEqualTo("{shop/x:80=1}");
        assertThat(shop.emitting(
                                HTTP,
                                Shop.defaults("renamed", "{protocol: http}"),
                                splitter("renamed", split("web-v1", "100")))
                        .route("x", 80, Shop.request("GET /")))
                .isEqualTo("unknown");
        assertThat(shop.emitting(
                                HTTP,
                                Shop.defaults("renamed", "{protocol: http}"),
                                splitter("web", split("renamed", "100")))
                        .route("GET /"))
                .isEqualTo("unknown");
    }

    @Test
    void route_serviceOfTwoNamespaces_isNotSaidInTheCommunityEdition() {
        String twin =
                service("data", "web-v1", "{}", "{selector: {app: web-v1}, ports: [{port: 80, targetPort: 8080}]}");
        Shop shop = Shop.holding(twin).emitting(HTTP, SPLIT);
        assertThat(shop.route("GET /")).isEqualTo("unknown");
        assertThat(shop.enterprise().route("GET /")).isEqualTo(SHARES);
        assertThat(shop.enterprise().withSetting("namespace-mirroring", "false").route("GET /"))
                .isEqualTo("unknown");
    }

    @Test
    void route_toAnotherNamespace_isThatOfKubernetes() {
        String other = deployment("data", "x", "{app: x}", "x", "{}", "[{containerPort: 8080}]")
                + service("data", "x", "{}", "{selector: {app: x}, ports: [{port: 80, targetPort: 8080}]}");
        Shop shop = Shop.holding(other)
                .emitting(
                        HTTP,
                        Shop.resource("ServiceDefaults", "x", "data", "{protocol: http}"),
                        splitter("web", "{service: x, namespace: k8s-data, weight: 100}"))
                .enterprise()
                .withSetting("namespace-prefix", "k8s-");
        assertThat(shop.route("GET /")).isEqualTo("{data/x:80=10000}");
    }
}
