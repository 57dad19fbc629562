package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.CLIENT;
import static io.github.smi4j.testkit.istio.Shop.DETECTED;
import static io.github.smi4j.testkit.istio.Shop.HTTP;
import static io.github.smi4j.testkit.istio.Shop.NOBODY;
import static io.github.smi4j.testkit.istio.Shop.TCP;
import static io.github.smi4j.testkit.istio.Shop.TLS;
import static io.github.smi4j.testkit.istio.Shop.WITHOUT_SERVICE;
import static io.github.smi4j.testkit.istio.Shop.policy;
import static io.github.smi4j.testkit.istio.Shop.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rules for requests where a proxy sees bytes. */
class PolicyOnTcpTest {
    private static final String SECOND_SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web-bytes, namespace: shop}
            spec: {selector: {app: web}, ports: [{name: tcp-http, port: 81, targetPort: 8080}]}
            """;

    private static Outcome bytes(String action, String rules) {
        return Shop.with(policy("{action: " + action + ", rules: [" + rules + "]}"))
                .decide(CLIENT, TCP, Traffic.tcp());
    }

    @Test
    void allow_portsAlone_areForBytes() {
        assertThat(bytes("ALLOW", "{to: [{operation: {ports: ['5432']}}]}")).isEqualTo(Outcome.ALLOWED);
        assertThat(bytes("ALLOW", "{to: [{operation: {ports: ['5433']}}]}")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void allow_sources_areForBytes() {
        String rule = "{from: [{source: {namespaces: [shop]}}]}";
        assertThat(bytes("ALLOW", rule)).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(policy("{rules: [" + rule + "]}")).decide(NOBODY, TCP, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{to: [{operation: {methods: ['*']}}]}",
                "{to: [{operation: {notMethods: [GET]}}]}",
                "{to: [{operation: {paths: ['*']}}]}",
                "{to: [{operation: {notPaths: [/a]}}]}",
                "{to: [{operation: {hosts: ['*']}}]}",
                "{to: [{operation: {notHosts: [a]}}]}",
                "{to: [{operation: {ports: ['5432'], methods: [GET]}}]}",
                "{when: [{key: 'request.headers[x-a]', notValues: [a]}]}"
            })
    void allow_whatTestsRequests_isLeftOut(String rule) {
        assertThat(bytes("ALLOW", rule)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void allow_portsBesideRequestsInOneRule_areLeftOutToo() {
        assertThat(bytes("ALLOW", "{to: [{operation: {methods: [GET]}}, {operation: {ports: ['5432']}}]}"))
                .isEqualTo(Outcome.DENIED);
        assertThat(bytes("ALLOW", "{to: [{operation: {ports: ['5432']}}, {operation: {methods: [GET]}}]}"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void allow_portsInARuleOfTheirOwn_areForBytes() {
        assertThat(bytes("ALLOW", "{to: [{operation: {methods: [GET]}}]}, {to: [{operation: {ports: ['5432']}}]}"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void allow_emptyListsOfRequests_areNoTest() {
        assertThat(bytes("ALLOW", "{to: [{operation: {ports: ['5432'], methods: [], notPaths: []}}]}"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{to: [{operation: {methods: [GET]}}]}",
                "{to: [{operation: {ports: ['5432'], paths: [/a]}}]}",
                "{when: [{key: 'request.headers[x-a]', values: [a]}]}",
                "{from: [{source: {namespaces: [shop]}}], to: [{operation: {methods: [GET]}}]}"
            })
    void deny_whatTestsRequests_losesTheseTests(String rule) {
        assertThat(bytes("DENY", rule)).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{to: [{operation: {ports: ['1'], methods: [GET]}}]}",
                "{from: [{source: {namespaces: [data]}}], to: [{operation: {methods: [GET]}}]}"
            })
    void deny_whatTestsRequests_keepsTheOtherTests(String rule) {
        assertThat(bytes("DENY", rule)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"5432, DENIED", "8443, DENIED", "8080, ALLOWED", "7000, ALLOWED", "9999, ALLOWED"})
    void decide_aRequest_isSeenAsOneWhereThePortMayHaveSome(int port, Outcome outcome) {
        Shop shop = Shop.with(policy("{rules: [{to: [{operation: {methods: [GET]}}]}]}"));
        assertThat(shop.decide(CLIENT, port, request("GET /"))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(ints = {TCP, TLS, DETECTED, WITHOUT_SERVICE})
    void decide_bytes_areNoRequest(int port) {
        Shop shop = Shop.with(policy("{rules: [{to: [{operation: {methods: ['*']}}]}]}"));
        assertThat(shop.decide(CLIENT, port, Traffic.tcp())).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {TCP, TLS, DETECTED, WITHOUT_SERVICE})
    void decide_bytesWhereAllIsOpen_areAllowed(int port) {
        assertThat(Shop.with().decide(CLIENT, port, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_bytesOnAPortOfRequests_areNotCarried() {
        assertThat(Shop.with().decide(CLIENT, HTTP, Traffic.tcp())).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void decide_whereServicesDisagree_isEither() {
        Shop shop = Shop.holding(SECOND_SERVICE, policy("{rules: [{to: [{operation: {methods: [GET]}}]}]}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.EITHER);
        assertThat(shop.decide("PUT /")).isEqualTo(Outcome.DENIED);
    }
}
