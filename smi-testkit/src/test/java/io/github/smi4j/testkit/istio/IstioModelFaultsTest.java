package io.github.smi4j.testkit.istio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Istio would not accept. */
class IstioModelFaultsTest {
    private static final String HOST = "web.shop.svc.cluster.local";

    private static List<String> faults(String kind, String spec) {
        return IstioModel.create().faults(Shop.tree(Shop.resource(kind, "shop", "web", spec)));
    }

    private static List<String> ofRoute(String fields) {
        return faults("VirtualService", "{hosts: [" + HOST + "], http: [{" + fields + "}]}");
    }

    private static List<String> ofMatch(String match) {
        return ofRoute("match: [" + match + "], route: [{destination: {host: " + HOST + "}}]");
    }

    private static List<String> ofOperation(String operation) {
        return faults("AuthorizationPolicy", "{rules: [{to: [{operation: " + operation + "}]}]}");
    }

    private static List<String> ofSource(String source) {
        return faults("AuthorizationPolicy", "{rules: [{from: [{source: " + source + "}]}]}");
    }

    private static String texts(int count, String text) {
        return "[" + String.join(", ", Collections.nCopies(count, text)) + "]";
    }

    @Test
    void faults_ofAKindThatIsNotKnown_sayThat() {
        assertThat(faults("Telemetry", "{}")).singleElement().asString().contains("Telemetry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uri: {prefix: ''}}",
                "{headers: {x-a: {}}}",
                "{headers: {'x_a.b~': {regex: '.*'}}}",
                "{port: 65535}",
                "{uri: {regex: '(?i)/a'}, method: {exact: ANY}}"
            })
    void match_thatIstioTakes_hasNoFault(String match) {
        assertThat(ofMatch(match)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{headers: {x-a: null}}",
                "{headers: {x-a: {prefix: ''}}}",
                "{headers: {x-a: {regex: '*'}}}",
                "{headers: {x-a: {exact: a, prefix: a}}}",
                "{headers: {'x a': {exact: a}}}",
                "{method: {prefix: ''}}",
                "{authority: {prefix: ''}}",
                "{uri: {regex: ''}}",
                "{uri: {regex: '/(?!a)'}}",
                "{port: 0}",
                "{port: 65536}"
            })
    void match_thatIstioRefuses_hasAFault(String match) {
        assertThat(ofMatch(match)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024, 0", "1025, 1"})
    void regex_isOfAtMost1024Bytes(int length, int faults) {
        assertThat(ofMatch("{uri: {regex: '" + "a".repeat(length) + "'}}")).hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0                      | 0
                    0, 1                   | 0
                    0, 0                   | 1
                    -1                     | 1
                    2147483646, 1          | 0
                    2147483647, 1          | 1
                    2147483647, 2147483647 | 1
                    """)
    void weights_mustBeAtLeast0AndSumToMoreWhereThereAreSeveral(String weights, int faults) {
        StringBuilder route = new StringBuilder("route: [");
        for (String weight : weights.split(", ")) {
            route.append("{destination: {host: ")
                    .append(HOST)
                    .append("}, weight: ")
                    .append(weight)
                    .append("}, ");
        }
        assertThat(ofRoute(route.append("]").toString())).hasSize(faults);
    }

    @Test
    void virtualService_withoutHostsOrRoutes_hasAFaultForEach() {
        assertThat(faults("VirtualService", "{}")).hasSize(2);
    }

    @Test
    void hosts_oneTwice_isAFault() {
        assertThat(faults(
                        "VirtualService",
                        "{hosts: [" + HOST + ", " + HOST + "], tcp: [{route: [{destination: {host: " + HOST + "}}]}]}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ports: ['0', '65535']}",
                "{methods: ['*', anything]}",
                "{paths: ['*', '/a*', '*a', '/a*b', '/a**']}",
                "{paths: ['/a/{*}/b/{**}', '/{**}/b', '/{*}/{*}']}"
            })
    void operation_thatIstioTakes_hasNoFault(String operation) {
        assertThat(ofOperation(operation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{methods: []}",
                "{ports: ['65536']}",
                "{ports: ['-1']}",
                "{ports: [http]}",
                "{ports: [8080]}",
                "{methods: ['']}",
                "{paths: ['/{**}/{**}']}",
                "{paths: ['/{**}/{*}']}",
                "{paths: ['/a{*}']}",
                "{paths: ['/a}']}",
                "{paths: ['/{x}']}",
                "{notPaths: ['/a{']}",
                "{paths: ['/{*}/a*']}",
                "{paths: ['/{*}//a']}",
                "{paths: ['/{*}/a?']}",
                "{paths: ['a/{*}']}"
            })
    void operation_thatIstioRefuses_hasAFault(String operation) {
        assertThat(ofOperation(operation)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{principals: []}",
                "{principals: ['']}",
                "{principals: ['spiffe://cluster.local/ns/a/sa/b']}",
                "{serviceAccounts: ['a/b/c']}",
                "{serviceAccounts: ['/b']}",
                "{serviceAccounts: ['a/']}",
                "{serviceAccounts: ['a/*']}",
                "{serviceAccounts: [a/b], principals: [a/ns/b/sa/c]}",
                "{serviceAccounts: [a/b], notPrincipals: [a/ns/b/sa/c]}",
                "{serviceAccounts: [a/b], namespaces: [a]}",
                "{notServiceAccounts: [a/b], notNamespaces: [a]}"
            })
    void source_thatIstioRefuses_hasAFault(String source) {
        assertThat(ofSource(source)).isNotEmpty();
    }

    @Test
    void serviceAccounts_areAtMost16Of320Characters() {
        assertThat(ofSource("{serviceAccounts: " + texts(16, "a/" + "b".repeat(318)) + "}"))
                .isEmpty();
        assertThat(ofSource("{serviceAccounts: " + texts(17, "a/b") + "}")).isNotEmpty();
        assertThat(ofSource("{serviceAccounts: [a/" + "b".repeat(319) + "]}")).isNotEmpty();
    }

    @Test
    void rulesAndFrom_areAtMost512() {
        assertThat(faults("AuthorizationPolicy", "{rules: " + texts(512, "{}") + "}"))
                .isEmpty();
        assertThat(faults("AuthorizationPolicy", "{rules: " + texts(513, "{}") + "}"))
                .isNotEmpty();
        assertThat(faults(
                        "AuthorizationPolicy", "{rules: [{from: " + texts(513, "{source: {namespaces: [a]}}") + "}]}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{action: DENY}",
                "{action: ALLOW, provider: {name: a}}",
                "{action: CUSTOM, rules: [{}]}",
                "{selector: {matchLabels: {app: a}}, targetRefs: [{kind: Service, name: a}]}",
                "{selector: {matchLabels: {app: 'a*'}}}",
                "{selector: {matchLabels: {'': a}}}",
                "{rules: [{when: [{key: 'request.headers[a]'}]}]}",
                "{rules: [{when: [{key: 'request.headers[a]', values: ['']}]}]}",
                "{rules: [{when: [{key: destination.user, values: [a]}]}]}"
            })
    void policy_thatIstioRefuses_hasAFault(String spec) {
        assertThat(faults("AuthorizationPolicy", spec)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63, 0", "64, 1"})
    void label_isOfAtMost63Characters(int length, int faults) {
        assertThat(faults("AuthorizationPolicy", "{selector: {matchLabels: {app: " + "a".repeat(length) + "}}}"))
                .hasSize(faults);
    }

    @Test
    void targetRefs_areAtMost16() {
        assertThat(faults("AuthorizationPolicy", "{targetRefs: " + texts(16, "{kind: Service, name: a}") + "}"))
                .isEmpty();
        assertThat(faults("AuthorizationPolicy", "{targetRefs: " + texts(17, "{kind: Service, name: a}") + "}"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {mtls: {mode: STRICT}}                                                       | 0
                    {portLevelMtls: {'80': {mode: STRICT}}}                                      | 1
                    {selector: {matchLabels: {app: a}}, portLevelMtls: {}}                       | 1
                    {selector: {matchLabels: {app: a}}, portLevelMtls: {'0': {mode: STRICT}}}    | 1
                    {selector: {matchLabels: {app: a}}, portLevelMtls: {'65536': {}}}            | 1
                    {selector: {matchLabels: {app: a}}, portLevelMtls: {'65535': {}}}            | 0
                    """)
    void portLevelMtls_needsASelectorAndPorts(String spec, int faults) {
        assertThat(faults("PeerAuthentication", spec)).hasSize(faults);
    }

    @Test
    void name_isADnsSubdomain() {
        String spec = "{mtls: {mode: STRICT}}";
        String longest = String.join(".", Collections.nCopies(4, "a".repeat(63)));
        assertThat(named(longest.substring(0, 253), spec)).isEmpty();
        assertThat(named(longest.substring(0, 254), spec)).hasSize(1);
        assertThat(named("a_b", spec)).hasSize(1);
    }

    private static List<String> named(String name, String spec) {
        return IstioModel.create().faults(Shop.tree(Shop.resource("PeerAuthentication", "shop", name, spec)));
    }
}
