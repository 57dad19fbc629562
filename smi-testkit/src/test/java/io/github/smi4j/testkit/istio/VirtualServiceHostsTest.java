package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.request;
import static io.github.smi4j.testkit.istio.Shop.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which Services a VirtualService is, and which of several. */
class VirtualServiceHostsTest {
    private static final Traffic GET = request("GET /");
    private static final String V1 = "http: [{route: [{destination: {host: web-v1.shop.svc.cluster.local}}]}]";
    private static final String V2 = "http: [{route: [{destination: {host: web-v2.shop.svc.cluster.local}}]}]";
    private static final String ROUTED = "{shop/web-v1:80=1}";
    private static final String UNTOUCHED = "{shop/web:80=1}";

    private static String route(Shop shop) {
        return shop.route("web", 80, GET);
    }

    private static Shop shop(String namespace, String fields) {
        return Shop.with(resource("VirtualService", namespace, "web", "{" + fields + ", " + V1 + "}"));
    }

    private static String created(String name, String namespace, int year, String routes) {
        String metadata =
                "{name: " + name + ", namespace: " + namespace + ", creationTimestamp: '" + year + "-01-01T00:00:00Z'}";
        return resource("VirtualService", metadata, "{hosts: [web.shop.svc.cluster.local], " + routes + "}");
    }

    @Test
    void route_withoutAnyVirtualService_isTheServiceItself() {
        assertThat(route(Shop.with())).isEqualTo(UNTOUCHED);
    }

    @ParameterizedTest
    @CsvSource({
        "shop, web, true",
        "data, web, false",
        "shop, web.shop, false",
        "shop, web.shop.svc, false",
        "shop, web.shop.svc.cluster.local, true",
        "data, web.shop.svc.cluster.local, true",
        "shop, web.data.svc.cluster.local, false",
        "shop, web.shop.svc.other.domain, false",
        "shop, api, false"
    })
    void hosts_withoutADot_areCompleted(String namespace, String host, boolean routed) {
        assertThat(route(shop(namespace, "hosts: [" + host + "]"))).isEqualTo(routed ? ROUTED : UNTOUCHED);
    }

    @Test
    void hosts_severalOfThem_areEachRouted() {
        assertThat(route(shop("shop", "hosts: [api, web]"))).isEqualTo(ROUTED);
    }

    @Test
    void hosts_areOfTheDomainOfTheCluster() {
        PolicyOptions options =
                PolicyOptions.builder().set("cluster-domain", "corp.example").build();
        assertThat(route(Shop.with(resource(
                                "VirtualService",
                                "shop",
                                "web",
                                "{hosts: [web.shop.svc.corp.example],"
                                        + " http: [{route: [{destination: {host: web-v1}}]}]}"))
                        .withOptions(options)))
                .isEqualTo(ROUTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gateways: []                  | true
                    gateways: [mesh]              | true
                    gateways: [ingress, mesh]     | true
                    gateways: [ingress]           | false
                    gateways: [shop/mesh]         | false
                    exportTo: ['*']               | true
                    """)
    void gateways_withoutMesh_areNotSidecars(String field, boolean routed) {
        assertThat(route(shop("shop", "hosts: [web], " + field))).isEqualTo(routed ? ROUTED : UNTOUCHED);
    }

    @ParameterizedTest
    @CsvSource({"2020, 2021, shop/web-v1", "2021, 2020, shop/web-v2"})
    void several_forOneHost_theOldestTakes(int first, int second, String service) {
        Shop shop = Shop.holding(created("a", "shop", first, V1), created("b", "shop", second, V2));
        assertThat(route(shop)).isEqualTo("{" + service + ":80=1}");
    }

    @Test
    void several_ofOneAge_theFirstByNameThenNamespaceTakes() {
        assertThat(route(Shop.holding(created("b", "shop", 2020, V1), created("a", "shop", 2020, V2))))
                .isEqualTo("{shop/web-v2:80=1}");
        assertThat(route(Shop.holding(created("a", "shop", 2020, V1), created("a", "data", 2020, V2))))
                .isEqualTo("{shop/web-v2:80=1}");
    }

    @Test
    void several_forOneHost_areNotMerged() {
        String conditional = V1.replace("{route", "{match: [{uri: {exact: /a}}], route");
        Shop shop = Shop.holding(created("a", "shop", 2020, conditional), created("b", "shop", 2021, V2));
        assertThat(route(shop)).isEqualTo("{}, nobody=1");
    }

    @Test
    void several_bytes_theOldestWithARouteForThePortTakes() {
        String tcp = "tcp: [{match: [{port: 5432}], route: [{destination: {host: web-v2.shop.svc.cluster.local}}]}]";
        Shop shop = Shop.holding(created("a", "shop", 2020, V1), created("b", "shop", 2021, tcp));
        assertThat(shop.route("web", 5432, Traffic.tcp())).isEqualTo("{shop/web-v2:5432=1}");
    }

    @Test
    void several_whatIsEmitted_isTheYoungest() {
        Shop shop = Shop.holding(created("z", "shop", 2020, V2))
                .emitting(resource("VirtualService", "shop", "a", "{hosts: [web], " + V1 + "}"));
        assertThat(route(shop)).isEqualTo("{shop/web-v2:80=1}");
    }
}
