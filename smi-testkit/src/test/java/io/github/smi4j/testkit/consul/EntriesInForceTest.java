package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.CLIENT;
import static io.github.smi4j.testkit.consul.Shop.HTTP;
import static io.github.smi4j.testkit.consul.Shop.defaults;
import static io.github.smi4j.testkit.consul.Shop.intentions;
import static io.github.smi4j.testkit.consul.Shop.permission;
import static io.github.smi4j.testkit.consul.Shop.permitted;
import static io.github.smi4j.testkit.consul.Shop.resolver;
import static io.github.smi4j.testkit.consul.Shop.route;
import static io.github.smi4j.testkit.consul.Shop.router;
import static io.github.smi4j.testkit.consul.Shop.source;
import static io.github.smi4j.testkit.consul.Shop.split;
import static io.github.smi4j.testkit.consul.Shop.splitter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Consul has after something was emitted, and what it refuses beside what is there. */
class EntriesInForceTest {
    private static final String ALLOW = intentions("web", source("client", "allow"));
    private static final String DENY = intentions("web", source("client", "deny"));
    private static final String SPLIT = splitter("web", split("web-v1", "100"));

    private static String elsewhere(String namespace, String name, String action) {
        return Shop.resource(
                "ServiceIntentions",
                name,
                namespace,
                "{destination: {name: web}, sources: [" + source("client", action) + "]}");
    }

    @Test
    void apply_resourceOfTheSameName_replacesTheOneThatIsThere() {
        assertThat(Shop.holding(DENY).emitting(ALLOW).decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.holding(ALLOW).emitting(DENY).decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void apply_secondResourceForADestination_isRefused() {
        assertThat(Shop.holding(DENY).emitting(elsewhere("shop", "x", "allow")).decide("GET /"))
                .isEqualTo(Outcome.DENIED);
        assertThat(Shop.with(ALLOW, elsewhere("shop", "x", "deny")).decide("GET /"))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(DENY, elsewhere("shop", "x", "allow")).decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void apply_sameDestinationOfAnotherNamespace_isAnotherOneIfNamespacesAreMirrored() {
        Shop shop = Shop.with(elsewhere("data", "web", "deny"), ALLOW);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.enterprise().decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.enterprise().withSetting("namespace-mirroring", "false").decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void apply_secondResourceOfAName_isRefused() {
        Shop shop = Shop.holding(Shop.resource("ServiceDefaults", "web", "data", "{protocol: tcp}"))
                .emitting(HTTP, intentions("web", source("client", "allow")));
        assertThat(shop.decide(CLIENT, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.enterprise().decide(CLIENT, Traffic.tcp())).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void apply_anotherDestinationUnderTheSameName_isRefused() {
        Shop shop = Shop.holding(Shop.resource(
                        "ServiceIntentions",
                        "web",
                        "shop",
                        "{destination: {name: web-v1}, sources: [" + source("client", "deny") + "]}"))
                .emitting(ALLOW);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void apply_nativeEntry_replacesTheOneThatIsThere() {
        Shop shop = Shop.holding(DENY)
                .emitting("{Kind: service-intentions, Name: web, Sources: [{Name: client, Action: allow}]}");
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void apply_permissionsForTcp_areRefused() {
        String permissions = intentions("web", permitted("client", permission("allow", "{pathPrefix: /}")));
        assertThat(Shop.holding(ALLOW).emitting(permissions).decide(CLIENT, Traffic.tcp()))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(permissions).withSetting("default-policy", "allow").decide("GET /"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void apply_entriesInAnyOrder_areTriedAgain() {
        String permissions = intentions("web", permitted("client", permission("allow", "{pathPrefix: /}")));
        assertThat(Shop.with(permissions, HTTP).decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(SPLIT, HTTP).route("GET /")).isEqualTo("{shop/web-v1:80=10000}");
    }

    @Test
    void apply_protocolThatPermissionsDoNotGoWith_isRefused() {
        String permissions = intentions("web", permitted("client", permission("allow", "{pathPrefix: /}")));
        Shop shop = Shop.holding(defaults("web", "{protocol: http}"), permissions)
                .emitting(defaults("web", "{protocol: tcp}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(CLIENT, Traffic.tcp())).isEqualTo(Outcome.NOT_CARRIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http | tcp
                    http | http2
                    http | ''
                    tcp  | tcp
                    tcp  | http
                    """)
    void apply_splitOfOtherProtocols_isRefused(String root, String target) {
        Shop shop = Shop.with(
                defaults("web", "{protocol: " + root + "}"),
                defaults("web-v1", "{protocol: " + target + "}"),
                splitter("web", split("web-v1", "50"), "{weight: 50}"));
        assertThat(shop.route("GET /")).isEqualTo("{shop/web:80=1}");
    }

    @Test
    void apply_routerOfTcp_isRefused() {
        assertThat(Shop.with(router("web", route("{pathPrefix: /}", "web-v1"))).route("GET /"))
                .isEqualTo("{shop/web:80=1}");
    }

    @Test
    void apply_redirectToAnotherProtocol_isRefused() {
        assertThat(Shop.with(defaults("web", "{protocol: http}"), resolver("web", "{redirect: {service: web-v1}}"))
                        .route("GET /"))
                .isEqualTo("{shop/web:80=1}");
    }

    @Test
    void apply_splitsInACircle_areRefused() {
        Shop shop = Shop.with(HTTP, SPLIT, splitter("web-v1", split("web", "100")));
        assertThat(shop.route("GET /")).isEqualTo("{shop/web-v1:80=10000}");
        assertThat(shop.route("web-v1", 80, Shop.request("GET /"))).isEqualTo("{shop/web-v1:80=1}");
    }

    @Test
    void apply_redirectsInACircle_areRefused() {
        Shop shop = Shop.with(
                resolver("web", "{redirect: {service: web-v1}}"), resolver("web-v1", "{redirect: {service: web}}"));
        assertThat(shop.route("GET /")).isEqualTo("{shop/web-v1:80=10000}");
    }

    @Test
    void apply_contradictionThatWasThere_doesNotMatter() {
        Shop shop = Shop.holding(splitter("other", split("client", "100"))).emitting(HTTP, SPLIT);
        assertThat(shop.route("GET /")).isEqualTo("{shop/web-v1:80=10000}");
    }

    @Test
    void decide_twoResourcesThatAreThereForOne_areRefused() {
        Shop shop = Shop.holding(ALLOW, elsewhere("shop", "x", "deny"));
        assertThatThrownBy(() -> shop.decide("GET /"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("service-intentions default/web");
        assertThat(Shop.holding(ALLOW, elsewhere("shop", "x", "allow")).decide("GET /"))
                .isEqualTo(Outcome.ALLOWED);
    }
}
