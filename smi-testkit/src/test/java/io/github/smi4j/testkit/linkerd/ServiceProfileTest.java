package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.backend;
import static io.github.smi4j.testkit.linkerd.Shop.metadata;
import static io.github.smi4j.testkit.linkerd.Shop.request;
import static io.github.smi4j.testkit.linkerd.Shop.resource;
import static io.github.smi4j.testkit.linkerd.Shop.serviceRoute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ServiceProfiles split, and what they do to HTTPRoutes. */
class ServiceProfileTest {
    private static final Traffic GET = request("GET /");
    private static final String SUFFIX = ".shop.svc.cluster.local";
    private static final String ROUTE = serviceRoute("a", "web", "{backendRefs: [" + backend("web-v2", 80, 1) + "]}");

    private static String profile(String service, String spec) {
        return resource("linkerd.io/v1alpha2", "ServiceProfile", metadata("shop", service + SUFFIX), spec);
    }

    private static String overrides(String... authoritiesAndWeights) {
        StringBuilder overrides = new StringBuilder("{dstOverrides: [");
        for (int i = 0; i < authoritiesAndWeights.length; i += 2) {
            overrides
                    .append("{authority: '")
                    .append(authoritiesAndWeights[i].replace("~", SUFFIX))
                    .append("', weight: ")
                    .append(authoritiesAndWeights[i + 1])
                    .append("}, ");
        }
        return overrides.append("]}").toString();
    }

    private static Shop split(String... authoritiesAndWeights) {
        return Shop.with(profile("web", overrides(authoritiesAndWeights)));
    }

    @Test
    void weights_areQuantities() {
        assertThat(split("web-v1~", "1", "web-v2~", "500m").route("GET /"))
                .isEqualTo("{shop/web-v1:80=10000, shop/web-v2:80=5000}");
    }

    @Test
    void split_isOfEveryPortAndOfBytesToo() {
        Shop shop = split("web-v1~", "1", "web-v2~", "0");
        assertThat(shop.route("web", 5432, Traffic.tcp())).isEqualTo("{shop/web-v1:5432=10000}");
        assertThat(shop.route("web", 80, Traffic.tcp())).isEqualTo("{shop/web-v1:80=10000}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    web-v1~:5432 | {shop/web-v1:5432=10000}
                    web-v1~      | {shop/web-v1:80=10000}
                    web-v1~:81   | {}, nobody=10000
                    gone~        | {}, nobody=10000
                    web~         | {shop/web:80=10000}
                    """)
    void authority_isAServiceAndByDefaultThePortThatIsCalled(String authority, String routes) {
        assertThat(split(authority, "1").route("GET /")).isEqualTo(routes);
    }

    @Test
    void authority_ofAnotherDomain_isRefused() {
        Shop shop = split("web-v1.shop.svc.other", "1");
        assertThatThrownBy(() -> shop.route("GET /"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("web-v1.shop.svc.other");
    }

    @Test
    void weights_allOf0_areNoSplit() {
        assertThat(split("web-v1~", "0", "web-v2~", "0").route("GET /")).isEqualTo("{shop/web:80=1}");
    }

    @ParameterizedTest
    @CsvSource({"429495, true", "429496, false"})
    void weights_thatOverflow_leadNowhere(int weight, boolean routed) {
        String route = split("web-v1~", String.valueOf(weight), "web-v2~", "1").route("GET /");
        assertThat(!route.equals("{}, nobody=1")).isEqualTo(routed);
    }

    @Test
    void profile_withASplitOrRoutes_disablesHttpRoutes() {
        assertThat(Shop.with(ROUTE, profile("web", overrides("web-v1~", "1"))).route("GET /"))
                .isEqualTo("{shop/web-v1:80=10000}");
        assertThat(Shop.with(ROUTE, profile("web", "{routes: [{name: a, condition: {method: GET}}]}"))
                        .route("GET /"))
                .isEqualTo("{shop/web:80=1}");
        assertThat(Shop.with(ROUTE, profile("web", "{routes: [], dstOverrides: []}"))
                        .route("GET /"))
                .isEqualTo("{shop/web-v2:80=1}");
        assertThat(Shop.with(ROUTE, profile("web-v1", overrides("web-v1~", "1")))
                        .route("GET /"))
                .isEqualTo("{shop/web-v2:80=1}");
    }

    @Test
    void profile_withRoutesBesideATcpRoute_isNotDocumented() {
        Shop shop = Shop.with(
                        profile("web", "{routes: [{name: a, condition: {method: GET}}]}"),
                        resource(
                                "gateway.networking.k8s.io/v1alpha2",
                                "TCPRoute",
                                metadata("shop", "a"),
                                "{parentRefs: [{group: '', kind: Service, name: web}], rules: [{backendRefs: [{name:"
                                        + " web-v1, port: 80}]}]}"))
                .withSetting("gateway-api", "1.2-experimental");
        assertThat(shop.route("GET /")).isEqualTo("unknown");
    }

    @Test
    void profile_ofAServiceWithoutAnAddress_isNotUsed() {
        assertThat(Shop.with(profile("peers", overrides("web-v1~", "1"))).route("peers", 80, GET))
                .isEqualTo("{shop/peers:80=1}");
    }

    @Test
    void profile_isNamedByTheDomainOfTheCluster() {
        Shop shop = split("web-v1~", "1")
                .withOptions(PolicyOptions.builder()
                        .set(PolicyOptions.CLUSTER_DOMAIN, "other")
                        .build());
        assertThat(shop.route("GET /")).isEqualTo("{shop/web:80=1}");
    }

    @Test
    void profile_forClientsOfAnotherNamespace_isRefused() {
        Shop shop = Shop.with(resource(
                "linkerd.io/v1alpha2", "ServiceProfile", metadata("data", "web" + SUFFIX), overrides("web-v1~", "1")));
        assertThatThrownBy(() -> shop.route("GET /"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("data");
    }
}
