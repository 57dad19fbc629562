package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.CLIENT;
import static io.github.smi4j.testkit.consul.Shop.HTTP;
import static io.github.smi4j.testkit.consul.Shop.OTHER;
import static io.github.smi4j.testkit.consul.Shop.intentions;
import static io.github.smi4j.testkit.consul.Shop.permission;
import static io.github.smi4j.testkit.consul.Shop.permitted;
import static io.github.smi4j.testkit.consul.Shop.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which intention decides, and what its permissions say. */
class IntentionsTest {
    private static final String GETS = permission("allow", "{methods: [GET]}");
    private static final String ALL = permission("allow", "{pathPrefix: /}");
    private static final String NONE = permission("deny", "{header: [{name: ':method', present: true}]}");

    private static Shop webIntentions(String... sources) {
        return Shop.with(HTTP, intentions("web", String.join(", ", sources)));
    }

    @ParameterizedTest
    @CsvSource({"deny, DENIED", "allow, ALLOWED"})
    void decide_withoutIntentions_isByDefault(String policy, Outcome outcome) {
        Shop shop = Shop.with().withSetting("default-policy", policy);
        assertThat(shop.decide("GET /")).isEqualTo(outcome);
        assertThat(shop.decide(CLIENT, Traffic.tcp())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "web, client, web, '*'",
        "web, client, '*', client",
        "web, client, '*', '*'",
        "web, '*', '*', client",
        "web, '*', '*', '*'",
        "'*', client, '*', '*'"
    })
    void decide_severalIntentions_theMostPreciseDecides(String to, String from, String otherTo, String otherFrom) {
        for (String action : List.of("allow", "deny")) {
            String other = action.equals("allow") ? "deny" : "allow";
            String both = source(from, action) + ", " + source(otherFrom, other);
            Shop shop = to.equals(otherTo)
                    ? Shop.with(intentions(to, both))
                    : Shop.with(intentions(to, source(from, action)), intentions(otherTo, source(otherFrom, other)));
            assertThat(shop.decide("GET /")).isEqualTo(Outcomes.of(action.equals("allow")));
        }
    }

    @Test
    void decide_intentionsForOthers_doNotCount() {
        Shop shop =
                Shop.with(intentions("web", source("other", "allow")), intentions("web-v1", source("client", "allow")));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(OTHER, Shop.request("GET /"))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_orderOfSources_doesNotMatter() {
        assertThat(webIntentions(source("*", "deny"), source("client", "allow")).decide("GET /"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_unmatchedRequest_doesNotFallToAWiderIntention() {
        Shop shop =
                Shop.with(HTTP, intentions("web", permitted("client", GETS)), intentions("*", source("*", "allow")));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("POST /")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({"deny, DENIED", "allow, ALLOWED"})
    void decide_unmatchedRequest_isByDefault(String policy, Outcome outcome) {
        Shop shop = webIntentions(permitted("client", GETS)).withSetting("default-policy", policy);
        assertThat(shop.decide("POST /")).isEqualTo(outcome);
    }

    @Test
    void decide_lastDeny_closesTheDefault() {
        Shop shop = webIntentions(permitted("client", GETS, NONE)).withSetting("default-policy", "allow");
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("POST /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(OTHER, Shop.request("GET /"))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_permissions_theFirstOneCounts() {
        String deny = permission("deny", "{pathPrefix: /admin}");
        assertThat(webIntentions(permitted("client", deny, ALL)).decide("GET /admin"))
                .isEqualTo(Outcome.DENIED);
        assertThat(webIntentions(permitted("client", ALL, deny)).decide("GET /admin"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_bytesForHttp_areNotCarried() {
        Shop shop = webIntentions(source("client", "allow"));
        assertThat(shop.decide(CLIENT, Traffic.tcp())).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_requestsOverTcp_areConnections() {
        Shop shop = Shop.with(intentions("web", source("client", "allow")));
        assertThat(shop.decide(CLIENT, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_permissionsThatAreThereForTcp_denyEverything() {
        Shop shop = Shop.holding(intentions("web", permitted("client", ALL))).withSetting("default-policy", "allow");
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(CLIENT, Traffic.tcp())).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(OTHER, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {pathExact: /a}                                        | GET /a               | true
                    {pathExact: /a}                                        | GET /a/              | false
                    {pathExact: /a}                                        | GET /A               | false
                    {pathPrefix: /api}                                     | GET /apix            | true
                    {pathPrefix: /api}                                     | GET /ap              | false
                    {pathRegex: '/a[0-9]+'}                                | GET /a12             | true
                    {pathRegex: '/a[0-9]+'}                                | GET /a12/b           | false
                    {pathRegex: '/a.*'}                                    | GET /ab              | true
                    {methods: [GET, HEAD]}                                 | HEAD /               | true
                    {methods: [GET, HEAD]}                                 | POST /               | false
                    {methods: [GET]}                                       | get /                | false
                    {pathExact: /a, methods: [GET]}                        | POST /a              | false
                    {header: [{name: X-A, present: true}]}                 | GET / x-a=1          | true
                    {header: [{name: x-a, present: true}]}                 | GET /                | false
                    {header: [{name: x-a, present: true, invert: true}]}   | GET /                | true
                    {header: [{name: x-a, present: true, invert: true}]}   | GET / x-a=1          | false
                    {header: [{name: x-a, exact: b}]}                      | GET / x-a=b          | true
                    {header: [{name: x-a, exact: b}]}                      | GET / x-a=B          | false
                    {header: [{name: x-a, exact: b, ignoreCase: true}]}    | GET / x-a=B          | true
                    {header: [{name: x-a, exact: b, invert: true}]}        | GET / x-a=c          | true
                    {header: [{name: x-a, exact: b, invert: true}]}        | GET / x-a=b          | false
                    {header: [{name: x-a, exact: b, invert: true}]}        | GET /                | false
                    {header: [{name: x-a, prefix: b}]}                     | GET / x-a=bc         | true
                    {header: [{name: x-a, prefix: b}]}                     | GET / x-a=cb         | false
                    {header: [{name: x-a, suffix: B, ignoreCase: true}]}   | GET / x-a=cb         | true
                    {header: [{name: x-a, suffix: b}]}                     | GET / x-a=bc         | false
                    {header: [{name: x-a, contains: b}]}                   | GET / x-a=abc        | true
                    {header: [{name: x-a, contains: b}]}                   | GET / x-a=ac         | false
                    {header: [{name: x-a, regex: 'b+'}]}                   | GET / x-a=bb         | true
                    {header: [{name: x-a, regex: 'b+'}]}                   | GET / x-a=abb        | false
                    {header: [{name: x-a, regex: '.*'}]}                   | GET /                | false
                    {header: [{name: x-a, exact: b}, {name: c, exact: d}]} | GET / x-a=b          | false
                    {header: [{name: x-a, exact: b}, {name: c, exact: d}]} | GET / x-a=b c=d      | true
                    {header: [{name: ':method', exact: GET}]}              | GET /                | true
                    {header: [{name: ':method', present: true}]}           | LIST /               | true
                    {header: [{name: ':path', prefix: /a}]}                | GET /ab              | true
                    {header: [{name: host, exact: web}]}                   | GET / host=web       | true
                    {header: [{name: ':authority', exact: web}]}           | GET / host=web       | true
                    """)
    void decide_permission_isForWhatAllTestsMatch(String http, String request, boolean allowed) {
        assertThat(webIntentions(permitted("client", permission("allow", http))).decide(request))
                .isEqualTo(Outcomes.of(allowed));
    }

    @Test
    void decide_regex_isTriedUntilItSpansThePath() {
        String http = "{pathRegex: '/a|/ab'}";
        assertThat(webIntentions(permitted("client", permission("allow", http))).decide("GET /ab"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "http2", "grpc"})
    void decide_protocolsLikeHttp_havePermissions(String protocol) {
        Shop shop = Shop.with(
                Shop.defaults("web", "{protocol: " + protocol + "}"), intentions("web", permitted("client", ALL)));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_protocolOfProxyDefaults_isForServicesWithoutTheirOwn() {
        String proxies = Shop.resource("ProxyDefaults", "global", "consul", "{config: {protocol: http}}");
        String permissions = intentions("web", permitted("client", ALL));
        assertThat(Shop.holding(proxies).emitting(permissions).decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.holding(proxies, Shop.defaults("web", "{}"))
                        .emitting(permissions)
                        .decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_sourcesOfPeers_areNobodyHere() {
        assertThat(webIntentions("{name: client, peer: far, action: allow}").decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_permissionsForAWildcardThatAreThere_areNotInConsul() {
        Shop shop = Shop.holding(HTTP, intentions("*", permitted("*", ALL)));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_nativeEntries_meanTheSame() {
        Shop shop = Shop.with(
                "{Kind: service-defaults, Name: web, Protocol: http}",
                "{Kind: service-intentions, Name: web, Sources: [{Name: client, Permissions: [{Action: allow, HTTP:"
                        + " {PathPrefix: /a, Header: [{Name: x-a, IgnoreCase: true, Exact: B}], Methods: [get]}}]}]}");
        assertThat(shop.decide("GET /ab x-a=b")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("GET /ab x-a=c")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide("GET /b x-a=b")).isEqualTo(Outcome.DENIED);
    }
}
