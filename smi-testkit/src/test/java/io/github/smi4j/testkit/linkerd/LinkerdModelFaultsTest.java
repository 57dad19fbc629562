package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.metadata;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static io.github.smi4j.testkit.linkerd.Shop.resource;
import static io.github.smi4j.testkit.linkerd.Shop.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Linkerd or the cluster would not accept, and what they should not. */
class LinkerdModelFaultsTest {
    private static final String SERVICE = "{group: '', kind: Service, name: web, namespace: shop, port: 80}";
    private static final String BACKEND = "{kind: Service, name: web, namespace: shop, port: 80}";

    private static List<String> faults(String resource) {
        return LinkerdModel.create().faults(Shop.tree(resource));
    }

    private static List<String> ofServer(String spec) {
        return faults(policy("Server", "shop", "web", spec));
    }

    private static List<String> ofRules(String rules) {
        return faults(route("web", "{parentRefs: [" + SERVICE + "], rules: " + rules + "}"));
    }

    private static List<String> ofMatch(String match) {
        return ofRules("[{matches: [" + match + "], backendRefs: [" + BACKEND + "]}]");
    }

    private static List<String> ofMatchOfLinkerd(String matches) {
        return faults(policy(
                "HTTPRoute", "shop", "web", "{parentRefs: [" + SERVICE + "], rules: [{matches: " + matches + "}]}"));
    }

    private static List<String> ofBackends(String backends) {
        return ofRules("[{backendRefs: [" + backends + "]}]");
    }

    private static List<String> ofRefs(String refs) {
        return faults(Shop.grant("a", Shop.target("policy.linkerd.io", "Server", "web"), refs));
    }

    private static List<String> ofProfile(String spec) {
        return faults(resource(
                "linkerd.io/v1alpha2", "ServiceProfile", metadata("shop", "web.shop.svc.cluster.local"), spec));
    }

    private static String times(int count, String text) {
        return "[" + String.join(", ", Collections.nCopies(count, text)) + "]";
    }

    @Test
    void faults_ofAKindThatIsNotKnown_sayThat() {
        assertThat(faults(policy("HTTPLocalRateLimitPolicy", "shop", "a", "{}")))
                .singleElement()
                .asString()
                .contains("HTTPLocalRateLimitPolicy");
    }

    @ParameterizedTest
    @CsvSource({"web, 0", "a.b, 0", "Web, 1", "a_b, 1", "'', 1"})
    void names_areDnsSubdomains(String name, int faults) {
        assertThat(faults(policy("Server", "shop", "'" + name + "'", "{podSelector: {}, port: 80}")))
                .hasSize(faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{podSelector: {}, port: 80}",
                "{podSelector: {matchLabels: {app: web}}, port: http, proxyProtocol: HTTP/1, accessPolicy: deny}",
                "{podSelector: {matchExpressions: [{key: app, operator: In, values: [a]}]}, port: 65535}",
                "{externalWorkloadSelector: {}, port: a-1, accessPolicy: audit, proxyProtocol: opaque}"
            })
    void server_thatLinkerdTakes_hasNoFault(String spec) {
        assertThat(ofServer(spec)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{port: 80}",
                "{podSelector: {}, externalWorkloadSelector: {}, port: 80}",
                "{podSelector: {}}",
                "{podSelector: {}, port: 0}",
                "{podSelector: {}, port: 65536}",
                "{podSelector: {}, port: '80'}",
                "{podSelector: {}, port: a-name-of-16-char}",
                "{podSelector: {}, port: Http}",
                "{podSelector: {}, port: 80, proxyProtocol: http}",
                "{podSelector: {}, port: 80, accessPolicy: none}",
                "{podSelector: {}, port: 80, x: 1}",
                "{podSelector: {x: 1}, port: 80}",
                "{podSelector: {matchLabels: {app: 1}}, port: 80}",
                "{podSelector: {matchLabels: {app: 'a b'}}, port: 80}",
                "{podSelector: {matchExpressions: [{key: app, operator: Gt}]}, port: 80}",
                "{podSelector: {matchExpressions: [{operator: Exists}]}, port: 80}"
            })
    void server_thatLinkerdRefuses_hasAFault(String spec) {
        assertThat(ofServer(spec)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{group: '', kind: Service, name: web}",
                "{group: core, kind: Service, name: web, namespace: shop, port: 80}",
                "{group: policy.linkerd.io, kind: Server, name: web}",
                "{group: policy.linkerd.io, kind: Server, name: web, namespace: shop}"
            })
    void parentRef_thatLinkerdTakes_hasNoFault(String parent) {
        assertThat(faults(route("a", "{parentRefs: [" + parent + "]}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{group: '', name: web}",
                "{kind: Service, name: web}",
                "{group: '', kind: Service}",
                "{group: '', kind: Service, name: web, port: 0}",
                "{group: '', kind: Service, name: web, namespace: A}",
                "{group: '', kind: Service, name: web, sectionName: a}",
                "{group: '', kind: Service, name: web, port: 80}, {group: '', kind: Service, name: web, port: 81}",
                "{kind: Server, name: web}",
                "{group: policy.linkerd.io, kind: Server, name: web, port: 80}",
                "{group: policy.linkerd.io, kind: Server, name: web, namespace: data}"
            })
    void parentRef_thatLinkerdIgnoresOrRefuses_hasAFault(String parent) {
        assertThat(faults(route("a", "{parentRefs: [" + parent + "]}"))).hasSize(1);
    }

    @Test
    void parentRef_ofARouteOfLinkerd_hasItsOwnGroupAsADefault() {
        assertThat(faults(policy("HTTPRoute", "shop", "a", "{parentRefs: [{kind: Server, name: web}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{path: {value: /a}}",
                "{path: {type: Exact, value: '/a%20b'}}",
                "{path: {type: RegularExpression, value: '(?:/a//b#).*'}}",
                "{method: PATCH, headers: [{name: X-A, value: a}, {name: x_b, type: RegularExpression, value: '^(?:a)$'}]}"
            })
    void match_thatIsTaken_hasNoFault(String match) {
        assertThat(ofMatch(match)).isEmpty();
        assertThat(ofMatchOfLinkerd("[" + match + "]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{path: {type: Prefix, value: /a}}",
                "{path: {value: a}}",
                "{path: {type: RegularExpression, value: '/(?!a)'}}",
                "{path: {x: 1}}",
                "{method: get}",
                "{method: '*'}",
                "{headers: [{name: x-a, value: ''}]}",
                "{headers: [{name: 'x a', value: a}]}",
                "{headers: [{name: ':path', value: a}]}",
                "{headers: [{name: x-a, type: RegularExpression, value: '*'}]}",
                "{headers: [{name: x-a, type: Prefix, value: a}]}",
                "{headers: [{name: x-a, value: a}, {name: X-A, value: b}]}",
                "{queryParams: [{name: a, value: b}]}",
                "{x: 1}"
            })
    void match_thatIsRefused_hasAFault(String match) {
        assertThat(ofMatch(match)).isNotEmpty();
        assertThat(ofMatchOfLinkerd("[" + match + "]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//a", "/a/./b", "/a/../b", "/a%2fb", "/a%2Fb", "/a#b", "/a/.", "/a/..", "/{a}", "/a b", "/%zz"})
    void path_thatTheGatewayApiRefuses_hasAFaultThere(String path) {
        assertThat(ofMatch("{path: {value: '" + path + "'}}")).hasSize(1);
        assertThat(ofMatchOfLinkerd("[{path: {value: '" + path + "'}}]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024, 0", "1025, 1"})
    void path_isOfAtMost1024Characters(int length, int faults) {
        assertThat(ofMatch("{path: {type: Exact, value: /" + "a".repeat(length - 1) + "}}"))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({"4096, 0", "4097, 1"})
    void header_isOfAtMost4096Characters(int length, int faults) {
        assertThat(ofMatch("{headers: [{name: x-a, value: " + "a".repeat(length) + "}]}"))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({"16, 0", "17, 1"})
    void headers_areAtMost16(int count, int faults) {
        String headers = IntStream.range(0, count)
                .mapToObj(i -> "{name: x-" + i + ", value: a}")
                .collect(Collectors.joining(", "));
        assertThat(ofMatch("{headers: [" + headers + "]}")).hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "8, 0, 0", "9, 0, 1", "64, 0, 1", "65, 1, 1", "0, 1, 1"})
    void matches_areLimitedByGroup(int count, int ofGateway, int ofLinkerd) {
        assertThat(ofRules("[{matches: " + times(count, "{method: GET}") + "}]"))
                .hasSize(ofGateway);
        assertThat(ofMatchOfLinkerd(times(count, "{method: GET}"))).hasSize(ofLinkerd);
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 0", "17, 1, 1", "2, 64, 0", "3, 43, 1", "0, 1, 1"})
    void rules_areLimited(int rules, int matches, int faults) {
        assertThat(ofRules(times(rules, "{matches: " + times(matches, "{method: GET}") + "}")))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1                | 0
                    1000000          | 0
                    0, 1             | 0
                    0                | 1
                    0, 0             | 1
                    1000001          | 1
                    -1               | 1
                    1.5              | 1
                    """)
    void weights_areWholeAndNotAll0(String weights, int faults) {
        String backends = List.of(weights.split(", ")).stream()
                .map(weight -> BACKEND.replace("}", ", weight: " + weight + "}"))
                .collect(Collectors.joining(", "));
        assertThat(ofBackends(backends)).hasSize(faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: Service, name: web, port: 80}",
                "{kind: Service, name: web, namespace: shop}",
                "{kind: Service, namespace: shop, port: 80}",
                "{kind: EgressNetwork, name: web, namespace: shop, port: 80}",
                "{group: x, name: web, namespace: shop, port: 80}",
                "{name: web, namespace: shop, port: 80, x: 1}"
            })
    void backend_thatIsNoPortOfAService_hasAFault(String backend) {
        assertThat(ofBackends(backend)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"16, 0", "17, 1"})
    void backends_areAtMost16(int count, int faults) {
        assertThat(ofRules("[{backendRefs: " + times(count, BACKEND) + "}]")).hasSize(faults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: a", "timeouts: {request: 1s}", "filters: [{type: a}]", "x: 1"})
    void rule_thatTheModelDoesNotKnow_hasAFault(String field) {
        assertThat(ofRules("[{" + field + "}]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{backendRefs: [BACKEND]}]                              | 0
                    []                                                      | 1
                    [{backendRefs: [BACKEND]}, {backendRefs: [BACKEND]}]    | 1
                    [{backendRefs: []}]                                     | 1
                    [{backendRefs: [BACKEND], x: 1}]                        | 1
                    """)
    void tcpRoute_hasOneRuleWithBackends(String rules, int faults) {
        assertThat(faults(resource(
                        "gateway.networking.k8s.io/v1alpha2",
                        "TCPRoute",
                        metadata("shop", "web"),
                        "{parentRefs: [" + SERVICE + "], rules: " + rules.replace("BACKEND", BACKEND) + "}")))
                .hasSize(faults);
    }

    @Test
    void tcpRoute_cannotBeForAServer() {
        assertThat(faults(resource(
                        "gateway.networking.k8s.io/v1alpha2",
                        "TCPRoute",
                        metadata("shop", "web"),
                        "{parentRefs: [{group: policy.linkerd.io, kind: Server, name: web}], rules: [{backendRefs: ["
                                + BACKEND + "]}]}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {group: policy.linkerd.io, kind: MeshTLSAuthentication, name: a}                    | 0
                    {group: policy.linkerd.io, kind: NetworkAuthentication, name: a, namespace: data}   | 0
                    {kind: ServiceAccount, name: a}                                                     | 0
                    TLS, NET                                                                            | 0
                    {kind: ServiceAccount, name: a}, NET                                                | 0
                    ''                                                                                  | 1
                    TLS, TLS                                                                            | 1
                    TLS, {kind: ServiceAccount, name: a}                                                | 1
                    {kind: ServiceAccount, name: a}, {group: core, kind: ServiceAccount, name: b}       | 1
                    NET, NET                                                                            | 1
                    {kind: MeshTLSAuthentication, name: a}                                              | 1
                    {kind: Pod, name: a}                                                                | 1
                    {kind: ServiceAccount}                                                              | 1
                    {kind: ServiceAccount, name: a, namespace: A}                                       | 1
                    {kind: ServiceAccount, name: a, x: 1}                                               | 1
                    """)
    void requiredAuthenticationRefs_areOfLimitedKinds(String refs, int faults) {
        assertThat(ofRefs(refs.replace("TLS,", "{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: a},")
                        .replaceAll("TLS$", "{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: a}")
                        .replace("NET,", "{group: policy.linkerd.io, kind: NetworkAuthentication, name: a},")
                        .replaceAll("NET$", "{group: policy.linkerd.io, kind: NetworkAuthentication, name: a}")))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource({
        "policy.linkerd.io, Server, web, 0",
        "policy.linkerd.io, HTTPRoute, web, 0",
        "gateway.networking.k8s.io, HTTPRoute, web, 0",
        "'', Namespace, shop, 0",
        "core, Namespace, shop, 0",
        "'', Namespace, data, 1",
        "'', Server, web, 1",
        "'', Pod, web, 1",
        "policy.linkerd.io, Server, '', 1"
    })
    void targetRef_isOfLimitedKinds(String group, String kind, String name, int faults) {
        assertThat(faults(
                        Shop.grant("a", Shop.target(group, kind, "'" + name + "'"), "{kind: ServiceAccount, name: a}")))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {identities: ['*']}                                              | 0
                    {identities: ['*.shop', a.b, 'spiffe://partner/ns/a_b']}         | 0
                    {identityRefs: [{kind: ServiceAccount, name: a}]}                | 0
                    {identityRefs: [{kind: ServiceAccount, name: a, namespace: b}]}  | 0
                    {identityRefs: [{kind: Namespace, name: a}]}                     | 0
                    {identities: []}                                                 | 1
                    {identityRefs: []}                                               | 1
                    {identities: ['a*']}                                             | 1
                    {identities: ['*a']}                                             | 1
                    {identities: ['a.*.b']}                                          | 1
                    {identities: ['spiffe://partner']}                               | 1
                    {identities: ['spiffe://Partner/a']}                             | 1
                    {identityRefs: [{kind: Pod, name: a}]}                           | 1
                    {identityRefs: [{kind: ServiceAccount}]}                         | 1
                    {identityRefs: [{kind: ServiceAccount, name: a, namespace: A}]}  | 1
                    {identityRefs: [{kind: Namespace, name: a, namespace: b}]}       | 1
                    {identities: ['*'], identityRefs: [{kind: Namespace, name: a}]}  | 1
                    {identities: ['*'], x: 1}                                        | 1
                    """)
    void meshTlsAuthentication_hasIdentitiesOrReferences(String spec, int faults) {
        assertThat(faults(policy("MeshTLSAuthentication", "shop", "a", spec))).hasSize(faults);
    }

    @Test
    void meshTlsAuthentication_withNeither_hasAFault() {
        assertThat(faults(policy("MeshTLSAuthentication", "shop", "a", "{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{cidr: 0.0.0.0/0}, {cidr: '::/0'}]                      | 0
                    [{cidr: 10.0.0.1}]                                       | 0
                    [{cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.2.0.1]}]    | 0
                    [{cidr: 'fd00::/8', except: ['fd00::1']}]                | 0
                    []                                                       | 1
                    [{cidr: 10.0.0.0/33}]                                    | 1
                    [{cidr: 256.0.0.0/8}]                                    | 1
                    [{cidr: cluster}]                                        | 1
                    [{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}]              | 1
                    [{cidr: 10.0.0.0/8, except: [10.0.0.0/8]}]               | 1
                    [{cidr: 10.0.0.0/8, except: [0.0.0.0/0]}]                | 1
                    [{cidr: 0.0.0.0/0, except: ['::1']}]                     | 1
                    [{cidr: 10.0.0.0/8, x: 1}]                               | 1
                    """)
    void networkAuthentication_hasRangesOfAddresses(String networks, int faults) {
        assertThat(faults(policy("NetworkAuthentication", "shop", "a", "{networks: " + networks + "}")))
                .hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                              | 0
                    {dstOverrides: [{authority: 'v1.shop.svc.cluster.local:80', weight: 500m}]}     | 0
                    {dstOverrides: [{authority: v1.shop.svc.cluster.local, weight: 429496}]}        | 0
                    {routes: [{name: a, condition: {pathRegex: /a}}]}                               | 0
                    {dstOverrides: [{authority: v1.shop.svc.cluster.local, weight: 429497}]}        | 1
                    {dstOverrides: [{authority: v1.shop.svc.cluster.local, weight: 0}]}             | 1
                    {dstOverrides: [{authority: v1.shop, weight: 1}]}                               | 1
                    {dstOverrides: [{weight: 1}]}                                                   | 1
                    {routes: [{condition: {method: GET}}]}                                          | 1
                    {routes: [{name: a}]}                                                           | 1
                    {routes: [{name: a, condition: {pathRegex: '('}}]}                              | 1
                    {opaquePorts: ['80']}                                                           | 1
                    """)
    void serviceProfile_isReadStrictly(String spec, int faults) {
        assertThat(ofProfile(spec)).hasSize(faults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "a", "''"})
    void serviceProfile_withAWeightThatIsNone_hasAFault(String weight) {
        assertThat(ofProfile("{dstOverrides: [{authority: v1.shop.svc.cluster.local, weight: " + weight + "}]}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "web.shop", "web.shop.svc", "web.shop.pod.cluster.local"})
    void serviceProfile_isNamedAsTheService(String name) {
        assertThat(faults(resource("linkerd.io/v1alpha2", "ServiceProfile", metadata("shop", name), "{}")))
                .hasSize(1);
    }

    @Test
    void patches_ofAnnotationsOnly_haveNoFault() {
        assertThat(faults("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, annotations: {config.linkerd.io/default-inbound-policy: deny}}
                """)).isEmpty();
        assertThat(faults(resource(
                        "apps/v1",
                        "Deployment",
                        metadata("shop", "web"),
                        "{template: {metadata: {annotations: {config.linkerd.io/default-inbound-policy: deny}}}}")))
                .isEmpty();
        assertThat(faults(resource(
                        "batch/v1",
                        "CronJob",
                        metadata("shop", "web"),
                        "{jobTemplate: {spec: {template: {metadata: {annotations: {a: b}}}}}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{replicas: 1}",
                "{template: {spec: {}}}",
                "{template: {metadata: {labels: {a: b}}}}",
                "{template: {metadata: {annotations: {config.linkerd.io/default-inbound-policy: none}}}}"
            })
    void patches_ofMore_haveAFault(String spec) {
        assertThat(faults(resource("apps/v1", "Deployment", metadata("shop", "web"), spec)))
                .hasSize(1);
    }
}
