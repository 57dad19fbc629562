package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests the rules of a TrafficTarget grant. */
class TargetRulesTest {
    private static final String HTTP = "{kind: HTTPRouteGroup, name: routes}";
    private static final String API = "{kind: HTTPRouteGroup, name: routes, matches: [api]}";
    private static final String TCP_ADMIN = "{kind: TCPRoute, name: admin}";
    private static final String UDP = "{kind: UDPRoute, name: dns}";

    private static Reading rules(String rules) {
        return Reading.ofShop(Reading.target(rules));
    }

    @Test
    void of_anHttpRule_grantsItsMatchesOnEveryPortOfTheServices() {
        Reading reading = rules(API);

        assertThat(reading.grants()).containsExactly("web http [8080, 8443, 9090] [api]");
        assertThat(reading.sources()).containsExactly("ingress/edge");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void of_aRuleWithoutMatches_grantsAllOfTheGroup() {
        assertThat(rules(HTTP).grants()).containsExactly("web http [8080, 8443, 9090] [api, admin, orders, root]");
    }

    @Test
    void of_severalHttpRules_grantsTheirUnionOnce() {
        assertThat(rules("{kind: HTTPRouteGroup, name: routes, matches: [root, api]}, " + API)
                        .grants())
                .containsExactly("web http [8080, 8443, 9090] [root, api]");
    }

    @Test
    void of_anEmptyListOfMatches_grantsNothing() {
        Reading reading = rules("{kind: HTTPRouteGroup, name: routes, matches: []}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).containsExactly("ERROR SMI2336 TrafficTarget spec.rules[0].matches");
    }

    @Test
    void of_anUnknownMatch_grantsNothingByThatName() {
        Reading reading = rules("{kind: HTTPRouteGroup, name: routes, matches: [apo, api]}");

        assertThat(reading.grants()).containsExactly("web http [8080, 8443, 9090] [api]");
        assertThat(reading.lines(AccessCode.RULE_MATCH_MISSING))
                .containsExactly("ERROR SMI2337 TrafficTarget shop/t spec.rules[0].matches[0]: the HTTPRouteGroup"
                        + " \"routes\" has no match \"apo\", only \"admin\", \"api\", \"orders\", \"root\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: api, pathRegex: '/a(?=b)'} | SMI2201 HTTPRouteGroup spec.matches[0].pathRegex",
                "{name: api, pathRegex: /api, methods: ['G T']} | SMI2206 HTTPRouteGroup spec.matches[0].methods[0]",
                "{name: api, headers: {':path': /a}} | SMI2203 HTTPRouteGroup spec.matches[0].headers[:path]",
                "{name: api, pathRegex: /api, headers: {x: '('}} | SMI2202 HTTPRouteGroup spec.matches[0].headers[x]",
                "{name: api, pathRegex: /api, zone: b} | SMI2006 HTTPRouteGroup spec.matches[0].zone",
                "{name: api, pathRegex: /api, methods: null} | SMI1106 HTTPRouteGroup spec.matches[0].methods",
                "{name: api} | SMI2207 HTTPRouteGroup spec.matches[0]"
            })
    void of_aFaultyMatch_grantsNothingByItAndKeepsTheOthers(String match, String finding) {
        String group = """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: other, namespace: shop}
                spec: {matches: [%s, {name: good, pathRegex: /good}]}
                """.formatted(match);
        Reading named =
                Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: other, matches: [api, good]}") + group);
        Reading whole = Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: other}") + group);

        assertThat(named.grants()).containsExactly("web http [8080, 8443, 9090] [good]");
        assertThat(whole.grants()).containsExactly("web http [8080, 8443, 9090] [good]");
        assertThat(whole.findings()).containsExactly("ERROR " + finding);
    }

    @Test
    void of_twoMatchesOfOneName_grantsNeither() {
        Reading reading = Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: twice}") + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: twice, namespace: shop}
                spec: {matches: [{name: a, pathRegex: /a}, {name: b, pathRegex: /b}, {name: a, pathRegex: /c}]}
                """);

        assertThat(reading.grants()).containsExactly("web http [8080, 8443, 9090] [b]");
        assertThat(reading.findings())
                .containsExactly(
                        "ERROR SMI2208 HTTPRouteGroup spec.matches[0].name",
                        "ERROR SMI2208 HTTPRouteGroup spec.matches[2].name");
    }

    @Test
    void of_aTcpRule_grantsAnythingOnItsPorts() {
        assertThat(rules(TCP_ADMIN).grants()).containsExactly("web tcp [9090]");
        assertThat(rules(TCP_ADMIN + ", {kind: TCPRoute, name: web}").grants())
                .containsExactly("web tcp [8080, 8443, 9090]");
    }

    @Test
    void of_anHttpAndATcpRule_grantsTheRequestsOnThePorts() {
        assertThat(rules(API + ", " + TCP_ADMIN).grants()).containsExactly("web http [9090] [api]");
        assertThat(rules(TCP_ADMIN + ", " + API).grants()).containsExactly("web http [9090] [api]");
    }

    @Test
    void of_aUdpRule_addsItsPortsAndNeverTouchesTcp() {
        assertThat(rules(UDP).grants()).containsExactly("web udp [5353]");
        assertThat(rules(UDP + ", " + API).grants())
                .containsExactly("web http [8080, 8443, 9090] [api]", "web udp [5353]");
        assertThat(rules(UDP + ", " + TCP_ADMIN).grants()).containsExactly("web tcp [9090]", "web udp [5353]");
    }

    @ParameterizedTest
    @CsvSource({
        "'{kind: TCPRoute, name: missing}', SMI2334 TrafficTarget spec.rules[1].name",
        "'{kind: TCPRoute, name: null}', SMI1106 TrafficTarget spec.rules[1].name",
        "'{kind: TCPRoute, name: admin, ports: [80]}', SMI2006 TrafficTarget spec.rules[1].ports",
        "'{kind: TCPRoute, name: admin, matches: [a]}', SMI2338 TrafficTarget spec.rules[1].matches"
    })
    void of_aTcpRuleAtFaultBesideAnHttpRule_grantsNothing(String rule, String finding) {
        Reading reading = rules(API + ", " + rule);

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).containsExactly("ERROR " + finding);
    }

    @Test
    void of_anHttpRuleAtFaultBesideATcpRule_grantsNothing() {
        assertThat(rules("{kind: HTTPRouteGroup, name: missing}, " + TCP_ADMIN).grants())
                .isEmpty();
        assertThat(rules("{kind: HTTPRouteGroup, name: routes, matches: [no]}, " + TCP_ADMIN)
                        .grants())
                .isEmpty();
        assertThat(rules("{kind: HTTPRouteGroup, name: routes, matches: null}, " + TCP_ADMIN)
                        .grants())
                .isEmpty();
    }

    @Test
    void of_aPartThatIsEmptied_leavesUdpAlone() {
        assertThat(rules("{kind: HTTPRouteGroup, name: missing}, " + TCP_ADMIN + ", " + UDP)
                        .grants())
                .containsExactly("web udp [5353]");
    }

    @Test
    void of_anUnknownKindOfRule_grantsNothingAtAll() {
        Reading reading = rules(API + ", " + UDP + ", {kind: GRPCRoute, name: routes}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.destinations()).containsExactly("web");
        assertThat(reading.lines(AccessCode.RULE_KIND))
                .containsExactly(
                        "ERROR SMI2333 TrafficTarget shop/t spec.rules[2].kind: refers to the kind \"GRPCRoute\","
                                + " expected HTTPRouteGroup, TCPRoute or UDPRoute; the target allows nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: routes}", "{kind: 5, name: routes}", "{kind: null, name: routes}", "5", "null"})
    void of_aRuleWhoseKindCannotBeRead_grantsNothingAtAll(String rule) {
        Reading reading = rules(API + ", " + rule);

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).allMatch(f -> f.startsWith("ERROR ") && f.contains("spec.rules[1]"));
    }

    @Test
    void of_noRules_grantsNothing() {
        assertThat(rules("").grants()).isEmpty();
        assertThat(rules("").findings()).containsExactly("ERROR SMI2331 TrafficTarget spec.rules");
        Reading absent = Reading.ofShop(Reading.target(API).replaceAll("  rules:.*\n", ""));
        assertThat(absent.grants()).isEmpty();
        assertThat(absent.findings()).containsExactly("ERROR SMI2331 TrafficTarget spec.rules");
    }

    @Test
    void of_rulesOfAnotherNamespace_areNotFound() {
        Reading reading = Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: far}") + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: far, namespace: ingress}
                spec: {matches: [{name: all, pathRegex: /}]}
                """);

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(AccessCode.RULE_ROUTE_MISSING))
                .containsExactly(
                        "ERROR SMI2334 TrafficTarget shop/t spec.rules[0].name: the input has no HTTPRouteGroup"
                                + " \"far\" in the namespace shop; the rule allows nothing");
    }

    @Test
    void of_aGroupWithoutMatches_grantsNothing() {
        Reading reading = Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: empty}") + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: empty, namespace: shop}
                spec: {matches: []}
                """);

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).containsExactly("ERROR SMI2335 TrafficTarget spec.rules[0].name");
    }

    @Test
    void of_severalTargets_isTheirUnionAndNeverTheCrossProduct() {
        String other = Reading.target(TCP_ADMIN)
                .replace("name: t,", "name: u,")
                .replace(Reading.SOURCE, "{kind: ServiceAccount, name: api, namespace: shop}");
        Reading reading = Reading.ofShop(Reading.target(API) + "---\n" + other);

        assertThat(reading.policy().targets())
                .extracting(t -> t.sources() + " "
                        + t.grants(t.destinations().get(0)).get(0).ports())
                .containsExactly("[ingress/edge] [8080, 8443, 9090]", "[shop/api] [9090]");
    }
}
