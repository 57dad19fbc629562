package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What webhooks, Consul or proxies would not take. */
class ConsulModelFaultsTest {
    private static List<String> faults(String tree) {
        return ConsulModel.create().faults(Shop.tree(tree));
    }

    private static List<String> ofIntentions(String spec) {
        return faults(resource("ServiceIntentions", "web", "shop", spec));
    }

    private static List<String> ofSource(String source) {
        return ofIntentions("{destination: {name: web}, sources: [" + source + "]}");
    }

    private static List<String> ofPermission(String permission) {
        return ofSource("{name: a, permissions: [" + permission + "]}");
    }

    private static List<String> ofHttp(String http) {
        return ofPermission("{action: allow, http: " + http + "}");
    }

    private static List<String> ofNativeHttp(String http) {
        return faults("{Kind: service-intentions, Name: web, Sources: [{Name: a, Permissions: [{Action: allow, HTTP: "
                + http + "}]}]}");
    }

    private static List<String> ofSplits(String splits) {
        return faults(resource("ServiceSplitter", "web", "shop", "{splits: [" + splits + "]}"));
    }

    private static List<String> ofRoute(String route) {
        return faults(resource("ServiceRouter", "web", "shop", "{routes: [" + route + "]}"));
    }

    private static List<String> ofMatch(String http) {
        return ofRoute("{match: {http: " + http + "}, destination: {service: a}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: consul.hashicorp.com/v1alpha1\nkind: Mesh\nmetadata: {name: mesh}\n",
                "apiVersion: consul.hashicorp.com/v1alpha1\nkind: ProxyDefaults\nmetadata: {name: global}\n",
                "apiVersion: consul.hashicorp.com/v1alpha1\nkind: JWTProvider\nmetadata: {name: a}\n",
                "apiVersion: consul.hashicorp.com/v1\nkind: ServiceDefaults\nmetadata: {name: a}\n",
                "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n",
                "{Kind: mesh}",
                "{Kind: ServiceIntentions, Name: web}"
            })
    void faults_ofAKindThatIsNotKnown_sayThat(String tree) {
        assertThat(faults(tree)).singleElement().asString().contains("does not know the kind");
    }

    @ParameterizedTest
    @CsvSource({"web, 0", "web-1, 0", "a.b, 1", "Web, 1", "a_b, 1", "'', 1"})
    void faults_ofNames_areThoseOfServices(String name, int faults) {
        assertThat(faults(resource("ServiceDefaults", "'" + name + "'", "shop", "{}")))
                .hasSize(faults);
        assertThat(faults("{Kind: service-defaults, Name: '" + name + "'}")).hasSize(faults);
    }

    @Test
    void faults_ofAName_areThoseOfALabel() {
        assertThat(faults(resource("ServiceDefaults", "a".repeat(63), "shop", "{}")))
                .isEmpty();
        assertThat(faults(resource("ServiceDefaults", "a".repeat(64), "shop", "{}")))
                .isNotEmpty();
        assertThat(faults(resource("ServiceDefaults", "web", "Shop", "{}"))).hasSize(1);
        assertThat(faults(resource("ServiceIntentions", "a.b", "shop", """
                {destination: {name: web}, sources: [{name: a, action: allow}]}"""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{destination: {name: web}, sources: [{name: a, action: allow}, {name: '*', action: deny}]}",
                "{destination: {name: web, namespace: shop}, sources: [{name: a, namespace: data, action: deny}, {name: a, action: deny}]}",
                "{destination: {name: '*'}, sources: [{name: '*', action: deny}]}",
                "{destination: {name: '*', namespace: '*'}, sources: [{name: '*', namespace: '*', action: deny}]}",
                "{destination: {name: web}, sources: [{name: a, description: text, permissions: [{action: deny, http: {methods: [GET]}}]}]}",
                "{destination: {name: web}, sources: [{name: a, peer: b, action: allow}, {name: a, partition: b, action: allow}]}"
            })
    void intentions_thatConsulTakes_haveNoFault(String spec) {
        assertThat(ofIntentions(spec)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{destination: {name: web}}",
                "{destination: {name: web}, sources: []}",
                "{destination: {name: ''}, sources: [{name: a, action: allow}]}",
                "{sources: [{name: a, action: allow}]}",
                "{destination: {name: web, port: 80}, sources: [{name: a, action: allow}]}",
                "{destination: {name: 'w*'}, sources: [{name: a, action: allow}]}",
                "{destination: {name: web, namespace: '*'}, sources: [{name: a, action: allow}]}",
                "{destination: {name: web, namespace: 'a*'}, sources: [{name: a, action: allow}]}",
                "{destination: {name: '*'}, sources: [{name: a, permissions: [{action: deny, http: {methods: [GET]}}]}]}",
                "{destination: {name: web}, sources: [{name: a, action: allow}, {name: a, action: deny}]}",
                "{destination: {name: web, namespace: b}, sources: [{name: a, action: allow}, {name: a, namespace: b, action: deny}]}",
                "{destination: {name: web}, sources: [{name: a, action: allow}], jwt: {providers: []}}",
                "{destination: {name: web}, sources: [{name: a, action: allow}], x: 1}"
            })
    void intentions_thatConsulRefuses_haveAFault(String spec) {
        assertThat(ofIntentions(spec)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{action: allow}",
                "{name: '', action: allow}",
                "{name: 'a*', action: allow}",
                "{name: A, action: allow}",
                "{name: a, namespace: '*', action: allow}",
                "{name: a, namespace: 'b*', action: allow}",
                "{name: a}",
                "{name: a, action: ''}",
                "{name: a, action: Allow}",
                "{name: a, action: permit}",
                "{name: a, action: true}",
                "{name: a, action: allow, permissions: [{action: allow, http: {methods: [GET]}}]}",
                "{name: a, partition: b, peer: c, action: allow}",
                "{name: a, partition: b, samenessGroup: c, action: allow}",
                "{name: a, samenessGroup: b, peer: c, action: allow}",
                "{name: a, partition: '*', action: allow}",
                "{name: a, peer: 'b*', action: allow}",
                "{name: a, samenessGroup: '*', action: allow}",
                "{name: a, precedence: 9, action: allow}"
            })
    void source_thatConsulRefuses_hasAFault(String source) {
        assertThat(ofSource(source)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"512, 0", "513, 1"})
    void source_description_hasALimit(int length, int faults) {
        assertThat(ofSource("{name: a, action: allow, description: '" + "d".repeat(length) + "'}"))
                .hasSize(faults);
    }

    @Test
    void source_description_isCountedInBytes() {
        assertThat(ofSource("{name: a, action: allow, description: '" + "é".repeat(257) + "'}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{http: {methods: [GET]}}",
                "{action: block, http: {methods: [GET]}}",
                "{action: allow}",
                "{action: allow, http: {}}",
                "{action: allow, http: {header: [], methods: []}}",
                "{action: allow, http: {methods: [GET]}, jwt: {}}",
                "{action: allow, http: {methods: [GET]}, x: 1}"
            })
    void permission_thatConsulRefuses_hasAFault(String permission) {
        assertThat(ofPermission(permission)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{pathExact: /a}",
                "{pathPrefix: /}",
                "{pathRegex: '/a(b|c)*'}",
                "{pathRegex: a}",
                "{methods: [GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE]}",
                "{header: [{name: a, present: true}, {name: a, exact: b, ignoreCase: true, invert: true}]}",
                "{header: [{name: ':method', present: true}, {name: a, contains: b}, {name: c, regex: d}]}"
            })
    void http_thatConsulTakes_hasNoFault(String http) {
        assertThat(ofHttp(http)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{pathExact: /a, pathPrefix: /b}",
                "{pathExact: /a, pathRegex: /b}",
                "{pathPrefix: /a, pathRegex: /b}",
                "{pathExact: a}",
                "{pathPrefix: a}",
                "{pathRegex: '(?=a)'}",
                "{pathRegex: '('}",
                "{pathExact: 1}",
                "{methods: ['*']}",
                "{methods: [LIST]}",
                "{methods: [GET, GET]}",
                "{methods: GET}",
                "{header: [{present: true}]}",
                "{header: [{name: '', present: true}]}",
                "{header: [{name: a}]}",
                "{header: [{name: a, present: false}]}",
                "{header: [{name: a, exact: ''}]}",
                "{header: [{name: a, exact: b, prefix: c}]}",
                "{header: [{name: a, present: true, regex: c}]}",
                "{header: [{name: a, contains: b, suffix: c}]}",
                "{header: [{name: a, present: true, ignoreCase: true}]}",
                "{header: [{name: a, regex: b, ignoreCase: true}]}",
                "{header: [{name: a, regex: 'b++'}]}",
                "{header: [{name: a, exact: b, x: 1}]}",
                "{methods: [GET], queryParam: []}"
            })
    void http_thatIsRefused_hasAFault(String http) {
        assertThat(ofHttp(http)).isNotEmpty();
    }

    @Test
    void methods_inSmallLetters_areTakenByConsulOnly() {
        assertThat(ofHttp("{methods: [get]}")).hasSize(1);
        assertThat(ofNativeHttp("{Methods: [get]}")).isEmpty();
        assertThat(ofNativeHttp("{Methods: [get, GET]}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow}]}",
                "{Kind: service-intentions, Name: '*', Namespace: '*', Sources: [{Name: '*', Namespace: '*', Action: deny}]}",
                "{Kind: service-intentions, Name: web, Meta: {a: b}, Sources: [{Name: a, Permissions: [{Action: allow, HTTP: {PathExact: /a, Header: [{Name: b, Present: true}]}}]}]}",
                "{Kind: service-defaults, Name: web, Protocol: http, MutualTLSMode: strict}",
                "{Kind: service-router, Name: web, Routes: [{Match: {HTTP: {PathPrefix: /a}}, Destination: {Service: b}}]}",
                "{Kind: service-resolver, Name: web, Redirect: {Service: b}}"
            })
    void nativeEntry_thatConsulTakes_hasNoFault(String entry) {
        assertThat(faults(entry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Kind: service-intentions, Name: '', Sources: [{Name: a, Action: allow}]}",
                "{Kind: service-intentions, Sources: [{Name: a, Action: allow}]}",
                "{Kind: service-intentions, Name: web}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow, Precedence: 9}]}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow, Type: consul}]}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow, LegacyID: b}]}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow}], Status: {}}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow}], Meta: a}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Action: allow}], Meta: {a: 1}}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: a, Permissions: [{Action: allow, HTTP: {path_exact: /a, Methods: [GET]}}]}]}",
                "{Kind: service-defaults, Name: web, Protocol: ftp}",
                "{Kind: service-splitter, Name: web, Splits: []}",
                "{Kind: service-defaults, Name: web, Namespace: 1}"
            })
    void nativeEntry_thatConsulRefuses_hasAFault(String entry) {
        assertThat(faults(entry)).hasSize(1);
    }

    private static List<String> ofMeta(Map<String, String> meta) {
        Map<String, Object> entry = new LinkedHashMap<>(Shop.tree("{Kind: service-defaults, Name: web}"));
        entry.put("Meta", meta);
        return ConsulModel.create().faults(entry);
    }

    @Test
    void meta_hasLimits() {
        Map<String, String> pairs = new LinkedHashMap<>();
        IntStream.range(0, 64).forEach(i -> pairs.put("k" + i, "v"));
        assertThat(ofMeta(pairs)).isEmpty();
        pairs.put("one more", "v");
        assertThat(ofMeta(pairs)).hasSize(1);
        assertThat(ofMeta(Map.of("k".repeat(128), "v".repeat(512)))).isEmpty();
        assertThat(ofMeta(Map.of("k".repeat(129), "v"))).hasSize(1);
        assertThat(ofMeta(Map.of("k", "v".repeat(513)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{weight: 100}",
                "{service: a, weight: 33.33}, {service: b, weight: 66.67}",
                "{service: a, weight: 0}, {weight: 100}",
                "{service: a}, {weight: 100}",
                "{service: a, weight: 0.01}, {service: b, weight: 99.99}",
                "{service: a, weight: 50}, {service: a, serviceSubset: b, weight: 50}",
                "{service: a, weight: 50.0}, {service: a, namespace: b, weight: 50.00}"
            })
    void splits_thatConsulTakes_haveNoFault(String splits) {
        assertThat(ofSplits(splits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{weight: 99}",
                "{weight: 99.99}",
                "{service: a, weight: 50}, {service: b, weight: 51}",
                "{service: a, weight: 50}, {service: a, weight: 50}",
                "{service: web, weight: 50}, {weight: 50}",
                "{service: A, weight: 100}",
                "{service: a, weight: '100'}",
                "{service: a, weight: 100, x: 1}",
                "{service: a, weight: -1}, {service: b, weight: 101}",
                "{service: a, weight: 0.001}, {service: b, weight: 99.999}",
                "{service: a, weight: 33.333}, {service: b, weight: 66.667}"
            })
    void splits_thatAreRefused_haveAFault(String splits) {
        assertThat(ofSplits(splits)).isNotEmpty();
    }

    /** Hundredths of these weights sum to 100, but in this order 32 bits do not. */
    @Test
    void splits_whoseSumIsNot100In32Bits_areRefusedByTheWebhookOnly() {
        assertThat(ofSplits("{service: a, weight: 17.81}, {service: b, weight: 18.88}, {service: c, weight: 32.35},"
                        + " {service: d, weight: 30.96}"))
                .hasSize(1);
        assertThat(faults(
                        "{Kind: service-splitter, Name: web, Splits: [{Service: a, Weight: 17.81}, {Service: b, Weight:"
                                + " 18.88}, {Service: c, Weight: 32.35}, {Service: d, Weight: 30.96}]}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{match: {http: {pathExact: /a, caseInsensitive: true}}, destination: {service: a}}",
                "{match: {http: {header: [{name: a, regex: b}], queryParam: [{name: a}], methods: [get]}}}",
                "{match: {http: {pathPrefix: /a}}, destination: {prefixRewrite: /, numRetries: 3, retryOn: [5xx], requestTimeout: 1m30s}}"
            })
    void route_thatConsulTakes_hasNoFault(String route) {
        assertThat(ofRoute(route)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{x: 1}",
                "{match: {x: 1}}",
                "{match: {tcp: {}}}",
                "{destination: {service: A}}",
                "{destination: {service: a, x: 1}}",
                "{destination: {prefixRewrite: /}}",
                "{match: {http: {pathRegex: /a}}, destination: {prefixRewrite: /}}",
                "{destination: {retryOn: [sometimes]}}",
                "{destination: {requestTimeout: 5}}",
                "{destination: {requestTimeout: 5 seconds}}"
            })
    void route_thatIsRefused_hasAFault(String route) {
        assertThat(ofRoute(route)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{pathExact: /a, pathPrefix: /b}",
                "{pathExact: a}",
                "{pathPrefix: a}",
                "{pathRegex: '(?<a>b)\\1'}",
                "{methods: [LIST]}",
                "{methods: [GET, get]}",
                "{header: [{name: a}]}",
                "{header: [{exact: a}]}",
                "{header: [{name: a, exact: b, present: true}]}",
                "{header: [{name: a, contains: b}]}",
                "{header: [{name: a, exact: b, ignoreCase: true}]}",
                "{header: [{name: a, regex: '('}]}",
                "{queryParam: [{exact: a}]}",
                "{queryParam: [{name: a, exact: b, regex: c}]}",
                "{queryParam: [{name: a, regex: '('}]}",
                "{x: 1}"
            })
    void match_thatIsRefused_hasAFault(String http) {
        assertThat(ofMatch(http)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                       | 0
                    {redirect: {service: a}}                                                 | 0
                    {redirect: {datacenter: a}}                                              | 0
                    {defaultSubset: a, subsets: {a: {}}}                                     | 0
                    {redirect: {}}                                                           | 1
                    {redirect: {service: A}}                                                 | 1
                    {redirect: {service: a, x: 1}}                                           | 1
                    {redirect: {service: a}, failover: {'*': {service: b}}}                  | 1
                    {redirect: {serviceSubset: a}}                                           | 1
                    {redirect: {namespace: a}}                                               | 1
                    {redirect: {service: a, peer: b, serviceSubset: c}}                      | 1
                    {redirect: {service: a, samenessGroup: b, datacenter: c}}                | 1
                    {redirect: {service: a, partition: b, datacenter: c}}                    | 1
                    {x: 1}                                                                   | 1
                    """)
    void resolver_isAsItsRulesSay(String spec, int faults) {
        assertThat(faults(resource("ServiceResolver", "web", "shop", spec))).hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                 | 0
                    {protocol: tcp}                                    | 0
                    {protocol: grpc, mutualTLSMode: permissive}        | 0
                    {protocol: ''}                                     | 0
                    {transparentProxy: {dialedDirectly: true}}         | 0
                    {meshGateway: {mode: local}}                       | 0
                    {protocol: HTTP}                                   | 1
                    {protocol: udp}                                    | 1
                    {mutualTLSMode: off}                               | 1
                    {mutualTLSMode: Strict}                            | 1
                    {mode: transparent}                                | 1
                    {transparentProxy: {outboundListenerPort: 1}}      | 1
                    {meshGateway: {mode: x}}                           | 1
                    {balanceInboundConnections: x}                     | 1
                    {maxInboundConnections: -1}                        | 1
                    {localConnectTimeoutMs: 1.5}                       | 1
                    {expose: {checks: true}}                           | 1
                    {envoyExtensions: []}                              | 1
                    """)
    void serviceDefaults_areAsTheirRulesSay(String spec, int faults) {
        assertThat(faults(resource("ServiceDefaults", "web", "shop", spec))).hasSize(faults);
    }

    @Test
    void faults_ofFieldsBesideTheSpec_areTold() {
        assertThat(faults(resource("ServiceDefaults", "web", "shop", "{}") + "status: {}\n"))
                .isEmpty();
        assertThat(faults(resource("ServiceDefaults", "web", "shop", "{}") + "data: {}\n"))
                .hasSize(1);
    }
}
