package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.backend;
import static io.github.smi4j.testkit.linkerd.Shop.created;
import static io.github.smi4j.testkit.linkerd.Shop.metadata;
import static io.github.smi4j.testkit.linkerd.Shop.request;
import static io.github.smi4j.testkit.linkerd.Shop.resource;
import static io.github.smi4j.testkit.linkerd.Shop.serviceRoute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where TCPRoutes lead, and where there are any. */
class TcpRouteTest {
    private static final Traffic BYTES = Traffic.tcp();
    private static final Traffic GET = request("GET /");

    private static String route(String name, int port, String backends) {
        return resource(
                "gateway.networking.k8s.io/v1alpha2",
                "TCPRoute",
                metadata("shop", name),
                "{parentRefs: [{group: '', kind: Service, name: web, port: " + port + "}], rules: [{backendRefs: ["
                        + backends + "]}]}");
    }

    private static Shop experimental(Shop shop) {
        return shop.withSetting("gateway-api", "1.2-experimental");
    }

    @Test
    void tcpRoute_onAnOpaquePort_takesEverything() {
        Shop shop = experimental(
                Shop.with(route("a", 5432, backend("web-v1", 5432, 3) + ", " + backend("web-v2", 5432, 1))));
        assertThat(shop.route("web", 5432, BYTES)).isEqualTo("{shop/web-v1:5432=3, shop/web-v2:5432=1}");
        assertThat(shop.route("web", 5432, GET)).isEqualTo("{shop/web-v1:5432=3, shop/web-v2:5432=1}");
        assertThat(shop.route("web", 80, BYTES)).isEqualTo("{shop/web:80=1}");
    }

    @Test
    void tcpRoute_onADetectedPort_makesItOpaque() {
        Shop shop = experimental(Shop.with(route("a", 80, backend("web-v1", 80, 1))));
        assertThat(shop.route("web", 80, BYTES)).isEqualTo("{shop/web-v1:80=1}");
        assertThat(shop.route("web", 80, GET)).isEqualTo("{shop/web-v1:80=1}");
    }

    @Test
    void tcpRoute_onAPortThatHasRequests_isNotUsed() {
        Shop shop = experimental(Shop.with(route("a", 7000, backend("web-v1", 80, 1))));
        assertThat(shop.route("web", 7000, GET)).isEqualTo("{shop/web:7000=1}");
    }

    @ParameterizedTest
    @CsvSource({"2.17, 1.2-experimental, true", "2.16, 1.2-experimental, false", "2.18, 1.2, false", "2.18, none, false"
    })
    void tcpRoute_needsTheVersionsThatHaveIt(String linkerd, String gatewayApi, boolean used) {
        Shop shop = Shop.with(route("a", 5432, backend("web-v1", 5432, 1)))
                .withSetting("linkerd-version", linkerd)
                .withSetting("gateway-api", gatewayApi);
        assertThat(shop.route("web", 5432, BYTES)).isEqualTo(used ? "{shop/web-v1:5432=1}" : "{shop/web:5432=1}");
    }

    @Test
    void tcpRoutes_ofOnePort_theOldestIsUsed() {
        String one = route("one", 5432, backend("web-v1", 5432, 1));
        String two = route("two", 5432, backend("web-v2", 5432, 1));
        assertThat(experimental(Shop.with(one, two)).route("web", 5432, BYTES)).isEqualTo("unknown");
        assertThat(experimental(Shop.holding(
                                created("2021-01-01T00:00:00Z", one), created("2020-01-01T00:00:00Z", two)))
                        .route("web", 5432, BYTES))
                .isEqualTo("{shop/web-v2:5432=1}");
    }

    @Test
    void tcpRoute_besideAnHttpRoute_losesOnADetectedPort() {
        Shop shop = experimental(Shop.with(
                route("a", 80, backend("web-v1", 80, 1)),
                serviceRoute("b", "web", "{backendRefs: [" + backend("web-v2", 80, 1) + "]}")));
        assertThat(shop.route("web", 80, GET)).isEqualTo("{shop/web-v2:80=1}");
        assertThat(shop.route("web", 80, BYTES)).isEqualTo("{shop/web:80=1}");
    }

    @Test
    void tcpRoute_besideAnHttpRouteOnAnOpaquePort_mayNotBeAccepted() {
        Shop shop = experimental(Shop.with(
                route("a", 5432, backend("web-v1", 5432, 1)),
                Shop.route("b", "{parentRefs: [{group: '', kind: Service, name: web, port: 5432}]}")));
        assertThat(shop.route("web", 5432, BYTES)).isEqualTo("unknown");
    }
}
