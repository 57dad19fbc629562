package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.CLIENT;
import static io.github.smi4j.testkit.consul.Shop.HTTP;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model does not know it names, and never guesses. */
class UnknownFieldsTest {
    private static void assertUnknown(ThrowingCallable call, String named) {
        assertThatThrownBy(call)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWTProvider", "ExportedServices", "SamenessGroup", "IngressGateway", "Registration"})
    void apply_anotherKindOfConsul_isNamed(String kind) {
        assertUnknown(() -> Shop.holding(Shop.resource(kind, "a", "shop", "{}")).mesh(), kind);
        assertUnknown(() -> Shop.with(Shop.resource(kind, "a", "shop", "{}")).mesh(), kind);
    }

    @ParameterizedTest
    @CsvSource({"ProxyDefaults, global, proxy-defaults", "Mesh, mesh, mesh"})
    void apply_emittedSettingsOfAllProxies_areNamed(String kind, String name, String named) {
        assertUnknown(() -> Shop.with(Shop.resource(kind, name, "consul", "{}")).mesh(), named);
        assertThat(Shop.holding(Shop.resource(kind, name, "consul", "{}")).decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void apply_resourcesOfAnotherGroup_areNamed() {
        assertUnknown(
                () -> Shop.with("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n")
                        .mesh(),
                "ConfigMap");
        assertUnknown(() -> Shop.with("{Kind: jwt-provider, Name: a}").mesh(), "jwt-provider");
    }

    @ParameterizedTest
    @CsvSource({"edition, oss", "acls, yes", "namespace-mirroring, 1", "default-policy, none", "transparent-proxy, on"})
    void apply_settingThatIsNotKnown_isNamed(String name, String value) {
        Shop shop = Shop.with().enterprise().withSetting(name, value);
        assertUnknown(shop::mesh, name + "=" + value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {destination: {name: web}, sources: [{name: client, action: allow}], jwt: {}}              | jwt
                    {destination: {name: web}, sources: [{name: client, action: allow, x: 1}]}                 | x
                    {destination: {name: web}, sources: [{name: client, samenessGroup: a, action: allow}]}     | samenessGroup
                    {destination: {name: web}, sources: [{name: client, permissions: [{action: allow, jwt: {}}]}]} | jwt
                    {destination: {name: web}, sources: [{name: client, permissions: [{action: allow, http: {x: 1}}]}]} | x
                    {destination: {name: web}, sources: [{name: client, permissions: [{http: {header: [{name: a, x: 1}]}}]}]} | x
                    {destination: {name: web}, sources: [{name: client, permissions: [{http: {header: [{name: ':scheme', present: true}]}}]}]} | :scheme
                    {destination: {name: web}, sources: [{name: client, permissions: [{http: {pathRegex: '(?=a)'}}]}]} | (?=a)
                    """)
    void decide_unknownInIntentions_isNamed(String spec, String named) {
        Shop shop = Shop.holding(HTTP, Shop.resource("ServiceIntentions", "web", "shop", spec));
        assertUnknown(() -> shop.decide("GET /"), named);
        Shop other = Shop.holding(
                HTTP, Shop.resource("ServiceIntentions", "web", "shop", spec.replace("name: web}", "name: web-v1}")));
        assertThat(other.decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expose", "envoyExtensions", "destination", "upstreamConfig", "rateLimits", "mode"})
    void decide_unknownInServiceDefaults_isNamed(String field) {
        Shop shop = Shop.holding(Shop.defaults("web", "{" + field + ": {}}"));
        assertUnknown(() -> shop.decide("GET /"), field);
        assertThat(shop.decide(CLIENT, shop.workload("shop", "web-v1"), Shop.PORT, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {expose: {checks: true}}                       | expose
                    {envoyExtensions: []}                          | envoyExtensions
                    {config: {envoy_public_listener_json: '{}'}}   | envoy_public_listener_json
                    """)
    void decide_unknownInProxyDefaults_isNamed(String spec, String named) {
        Shop shop = Shop.holding(Shop.resource("ProxyDefaults", "global", "consul", spec));
        assertUnknown(() -> shop.decide("GET /"), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {service: web-v1, serviceSubset: a}                        | serviceSubset
                    {service: web-v1, partition: a}                            | partition
                    {service: web-v1, prefixRewrite: /b}                       | prefixRewrite
                    {service: web-v1, requestHeaders: {set: {a: b}}}           | requestHeaders
                    {service: web-v1, x: 1}                                    | x
                    """)
    void route_unknownInADestination_isNamed(String destination, String named) {
        Shop shop = Shop.holding(
                HTTP, router("web", "{match: {http: {pathPrefix: /a}}, destination: " + destination + "}"));
        assertUnknown(() -> shop.route("GET /a"), named);
        assertThat(shop.route("GET /b")).isEqualTo("{shop/web:80=10000}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {service: web-v1, weight: 100, serviceSubset: a}           | serviceSubset
                    {service: web-v1, weight: 100, requestHeaders: {}}         | requestHeaders
                    {service: web-v1, weight: 100, x: 1}                       | x
                    """)
    void route_unknownInASplit_isNamed(String split, String named) {
        assertUnknown(() -> Shop.holding(HTTP, splitter("web", split)).route("GET /"), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {defaultSubset: a, subsets: {a: {}}}                       | defaultSubset
                    {failover: {'*': {service: web-v2}}}                       | failover
                    {redirect: {service: web-v2, serviceSubset: a}}            | serviceSubset
                    {redirect: {service: web-v2, datacenter: a}}               | datacenter
                    {redirect: {service: web-v2, peer: a}}                     | peer
                    {redirect: {samenessGroup: a}}                             | samenessGroup
                    """)
    void route_unknownInAResolver_isNamed(String spec, String named) {
        Shop shop = Shop.holding(HTTP, resolver("web-v1", spec), splitter("web", split("web-v1", "100")));
        assertUnknown(() -> shop.route("GET /"), named);
        assertThat(shop.route("web-v2", 80, Shop.request("GET /"))).isEqualTo("{shop/web-v2:80=1}");
    }

    @Test
    void route_unknownInAMatch_isNamed() {
        Shop shop = Shop.holding(HTTP, router("web", route("{x: 1}", "web-v1")));
        assertUnknown(() -> shop.route("GET /"), "x");
    }

    @Test
    void decide_emptyPermissionsThatAreThere_areForEveryRequest() {
        Shop shop = Shop.holding(HTTP, intentions("web", permitted("client", permission("allow", "{}"))));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        Shop nothing = Shop.holding(HTTP, intentions("web", "{name: client}, " + source("*", "allow")));
        assertThat(nothing.decide("GET /")).isEqualTo(Outcome.DENIED);
    }
}
