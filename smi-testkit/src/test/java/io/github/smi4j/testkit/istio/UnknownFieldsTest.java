package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.CLIENT;
import static io.github.smi4j.testkit.istio.Shop.HTTP;
import static io.github.smi4j.testkit.istio.Shop.request;
import static io.github.smi4j.testkit.istio.Shop.resource;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.mesh.Cluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model does not know it names, and never guesses. */
class UnknownFieldsTest {
    private static final String ROUTE = "route: [{destination: {host: web-v1}}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {x: 1}                                                              | x
                    {selector: {matchExpressions: []}}                                  | matchExpressions
                    {rules: [{x: 1}]}                                                   | x
                    {rules: [{from: [{source: {ipBlocks: [10.0.0.0/8]}}]}]}             | ipBlocks
                    {rules: [{from: [{source: {remoteIpBlocks: [10.0.0.0/8]}}]}]}       | remoteIpBlocks
                    {rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}           | requestPrincipals
                    {rules: [{from: [{source: {serviceAccounts: [client]}}]}]}          | client
                    {rules: [{to: [{operation: {x: [a]}}]}]}                            | x
                    {rules: [{when: [{key: 'source.ip', values: [a]}]}]}                | source.ip
                    {rules: [{when: [{key: 'request.auth.claims[a]', values: [a]}]}]}   | request.auth.claims[a]
                    {rules: [{when: [{key: 'request.headers[:path]', values: [a]}]}]}   | :path
                    {rules: [{when: [{key: 'request.headers[x]', x: [a]}]}]}            | x
                    """)
    void decide_unknownInAnAuthorizationPolicy_isNamed(String spec, String named) {
        Shop shop = Shop.with(resource("AuthorizationPolicy", "shop", "policy", spec));
        assertThatThrownBy(() -> shop.decide(CLIENT, HTTP, request("GET /")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networking.istio.io/v1 DestinationRule",
                "networking.istio.io/v1alpha3 EnvoyFilter",
                "networking.istio.io/v1 Sidecar",
                "networking.istio.io/v1 ServiceEntry",
                "networking.istio.io/v1 WorkloadEntry",
                "networking.istio.io/v1beta1 ProxyConfig",
                "security.istio.io/v1 RequestAuthentication",
                "extensions.istio.io/v1alpha1 WasmPlugin",
                "gateway.networking.k8s.io/v1 HTTPRoute"
            })
    void apply_unknownKindInTheCluster_isNamed(String versionAndKind) {
        String[] parts = versionAndKind.split(" ", -1);
        assertThatThrownBy(() -> IstioModel.create().apply(List.of(), clusterWith(parts[0], parts[1])))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageEndingWith(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "networking.istio.io/v1 Gateway",
                "networking.istio.io/v1 WorkloadGroup",
                "gateway.networking.k8s.io/v1 Gateway",
                "telemetry.istio.io/v1 Telemetry"
            })
    void apply_kindThatSidecarsPassOver_isTaken(String versionAndKind) {
        String[] parts = versionAndKind.split(" ", -1);
        assertThatCode(() -> IstioModel.create().apply(List.of(), clusterWith(parts[0], parts[1])))
                .doesNotThrowAnyException();
    }

    private static Cluster clusterWith(String apiVersion, String kind) {
        Map<String, Object> tree =
                Map.of("apiVersion", apiVersion, "kind", kind, "metadata", Map.of("name", "x", "namespace", "shop"));
        return Bundle.of(List.of(tree)).cluster();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {x: 1}                                  | x
                    {selector: {matchExpressions: []}}      | matchExpressions
                    {mtls: {x: 1}}                          | x
                    """)
    void decide_unknownInAPeerAuthentication_isNamed(String spec, String named) {
        Shop shop = Shop.with(resource("PeerAuthentication", "shop", "policy", spec));
        assertThatThrownBy(() -> shop.decide(CLIENT, HTTP, request("GET /")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tls: [{match: [{sniHosts: [web]}]}]                                      | tls
                    http: [{timeout: 1s, ROUTE}]                                             | timeout
                    http: [{redirect: {uri: /a}}]                                            | redirect
                    http: [{directResponse: {status: 503}}]                                  | directResponse
                    http: [{match: [{queryParams: {a: {exact: b}}}], ROUTE}]                 | queryParams
                    http: [{match: [{sourceLabels: {app: a}}], ROUTE}]                       | sourceLabels
                    http: [{match: [{ignoreUriCase: true}], ROUTE}]                          | ignoreUriCase
                    http: [{match: [{withoutHeaders: {x-a: {}}}], ROUTE}]                    | withoutHeaders
                    http: [{match: [{uri: {glob: a}}], ROUTE}]                               | glob
                    http: [{match: [{headers: {':path': {exact: /a}}}], ROUTE}]              | :path
                    http: [{route: [{destination: {host: web-v1, subset: a}}]}]              | subset
                    http: [{route: [{destination: {host: web-v1}, headers: {}}]}]            | headers
                    http: [{route: [{destination: {host: '*.shop'}}]}]                       | *.shop
                    http: [{ROUTE}], exportTo: ['.']                                         | exportTo
                    """)
    void route_unknownInAVirtualService_isNamed(String fields, String named) {
        assertUnknown(fields, 80, request("GET /"), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tcp: [{match: [{sourceLabels: {app: a}}], ROUTE}]                        | sourceLabels
                    tcp: [{match: [{port: 5432, destinationSubnets: [10.0.0.0/8]}], ROUTE}]  | destinationSubnets
                    tcp: [{x: 1, ROUTE}]                                                     | x
                    """)
    void route_unknownInARouteOfBytes_isNamed(String fields, String named) {
        assertUnknown(fields, 5432, Traffic.tcp(), named);
    }

    private static void assertUnknown(String fields, int port, Traffic traffic, String named) {
        String spec = "{hosts: [web], " + fields.replace("ROUTE", ROUTE) + "}";
        Shop shop = Shop.with(resource("VirtualService", "shop", "web", spec));
        assertThatThrownBy(() -> shop.route("web", port, traffic))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(named);
    }
}
