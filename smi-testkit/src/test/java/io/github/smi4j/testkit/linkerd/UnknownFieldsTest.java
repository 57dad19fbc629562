package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.grant;
import static io.github.smi4j.testkit.linkerd.Shop.metadata;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static io.github.smi4j.testkit.linkerd.Shop.resource;
import static io.github.smi4j.testkit.linkerd.Shop.route;
import static io.github.smi4j.testkit.linkerd.Shop.server;
import static io.github.smi4j.testkit.linkerd.Shop.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.testkit.mesh.Outcome;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model does not know it names, and never guesses. */
class UnknownFieldsTest {
    private static final String SERVER = "{group: policy.linkerd.io, kind: Server, name: web}";
    private static final String SERVICE = "{group: '', kind: Service, name: web}";

    private static void assertUnknown(ThrowingCallable call, String named) {
        assertThatThrownBy(call)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {podSelector: {}, port: 8080, x: 1}                                                | x
                    {podSelector: {x: 1}, port: 8080}                                                  | x
                    {podSelector: {matchExpressions: [{key: app, operator: Gt}]}, port: 8080}          | Gt
                    {podSelector: {}, port: 8080, proxyProtocol: HTTP/3}                               | HTTP/3
                    {podSelector: {}, port: 8080, accessPolicy: none}                                  | none
                    """)
    void decide_unknownInAServer_isNamed(String spec, String named) {
        Shop shop = Shop.with(policy("Server", "shop", "web", spec));
        assertUnknown(() -> shop.decide("GET /"), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hostnames: [web]                                                       | hostnames
                    x: 1                                                                   | x
                    rules: [{x: 1}]                                                        | x
                    rules: [{timeouts: {request: 1s}}]                                     | timeouts
                    rules: [{filters: [{type: RequestRedirect}]}]                          | filters
                    rules: [{matches: []}]                                                 | empty matches
                    rules: [{matches: [{queryParams: [{name: a, value: b}]}]}]             | queryParams
                    rules: [{matches: [{path: {type: Glob, value: a}}]}]                   | Glob
                    rules: [{matches: [{path: {value: a}}]}]                               | prefix a
                    rules: [{matches: [{headers: [{name: a, type: Glob, value: a}]}]}]     | Glob
                    """)
    void decideAndRoute_unknownInAnHttpRoute_isNamed(String fields, String named) {
        Shop inbound = Shop.with(server(), route("a", "{parentRefs: [" + SERVER + "], " + fields + "}"));
        assertUnknown(() -> inbound.decide("GET / a=a"), named);
        Shop outbound = Shop.with(route("a", "{parentRefs: [" + SERVICE + "], " + fields + "}"));
        assertUnknown(() -> outbound.route("GET / a=a"), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"port: 8080", "sectionName: a"})
    void decide_unknownInAParentRef_isNamed(String field) {
        String parent = SERVER.replace("}", ", " + field + "}");
        Shop shop = Shop.with(server(), route("a", "{parentRefs: [" + parent + "]}"));
        assertUnknown(() -> shop.decide("GET /"), field.substring(0, field.indexOf(':')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {kind: EgressNetwork, name: web-v1, port: 80}              | EgressNetwork
                    {group: x, name: web-v1, port: 80}                         | group
                    {name: web-v1, port: 80, filters: [{type: a}]}             | filters
                    {name: web-v1, port: 80, x: 1}                             | x
                    """)
    void route_unknownInABackend_isNamed(String backend, String named) {
        Shop shop = Shop.with(route("a", "{parentRefs: [" + SERVICE + "], rules: [{backendRefs: [" + backend + "]}]}"));
        assertUnknown(() -> shop.route("GET /"), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {group: x, kind: Other, name: a}                       | x/Other
                    {kind: ServiceAccount, name: a, x: 1}                  | x
                    """)
    void decide_unknownAuthentication_isNamed(String ref, String named) {
        Shop shop = Shop.with(server(), grant("a", target("policy.linkerd.io", "Server", "web"), ref));
        assertUnknown(() -> shop.decide("GET /"), named);
    }

    @Test
    void decide_unknownTarget_isNamed() {
        Shop shop = Shop.with(server(), grant("a", target("", "Pod", "web"), ""));
        assertUnknown(() -> shop.decide("GET /"), "Pod");
    }

    @Test
    void decide_aRouteForGrpc_isNamed() {
        Shop shop = Shop.with(
                server(),
                resource(
                        "gateway.networking.k8s.io/v1",
                        "GRPCRoute",
                        metadata("shop", "grpc"),
                        "{parentRefs: [" + SERVER + "]}"));
        assertUnknown(() -> shop.decide("GET /"), "GRPCRoute shop/grpc");
    }

    @Test
    void decide_anHttpRouteOfAServerForGrpc_isNamed() {
        Shop shop =
                Shop.with(server("web", "http", ", proxyProtocol: gRPC"), route("a", "{parentRefs: [" + SERVER + "]}"));
        assertUnknown(() -> shop.decide("GET /"), "gRPC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRPCRoute", "TLSRoute"})
    void route_anotherKindOfRoute_isNamed(String kind) {
        Shop shop = Shop.with(resource(
                "gateway.networking.k8s.io/v1", kind, metadata("shop", "other"), "{parentRefs: [" + SERVICE + "]}"));
        assertUnknown(() -> shop.route("GET /"), kind + " shop/other");
        assertThat(shop.route("web-v1", 80, Shop.request("GET /"))).isEqualTo("{shop/web-v1:80=1}");
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_aPolicyOfAnotherKind_isNamed() {
        Shop shop = Shop.with(
                server(),
                policy("HTTPLocalRateLimitPolicy", "shop", "limit", "{targetRef: {kind: Server, name: web}}"));
        assertUnknown(() -> shop.decide("GET /"), "HTTPLocalRateLimitPolicy");
    }

    @Test
    void route_aRouteForClientsOfItsNamespace_isNamed() {
        Shop shop = Shop.with(resource(
                "gateway.networking.k8s.io/v1",
                "HTTPRoute",
                metadata("data", "consumer"),
                "{parentRefs: [{group: '', kind: Service, name: web, namespace: shop}]}"));
        assertUnknown(() -> shop.route("GET /"), "data/consumer");
    }

    @Test
    void route_aTcpRouteOfAnotherVersion_isNamed() {
        Shop shop = Shop.with(resource(
                        "gateway.networking.k8s.io/v1",
                        "TCPRoute",
                        metadata("shop", "tcp"),
                        "{parentRefs: [" + SERVICE + "], rules: [{backendRefs: []}]}"))
                .withSetting("gateway-api", "1.6-experimental");
        assertUnknown(() -> shop.route("GET /"), "shop/tcp");
    }

    @Test
    void apply_aResourceOfAnotherGroup_isNamed() {
        Shop shop = Shop.with(resource("networking.k8s.io/v1", "NetworkPolicy", metadata("shop", "net"), "{}"));
        assertUnknown(shop::mesh, "NetworkPolicy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.13", "1.8", "edge", "2"})
    void apply_aVersionThatIsNotKnown_isNamed(String version) {
        assertUnknown(() -> Shop.with().withSetting("linkerd-version", version).mesh(), version);
    }
}
