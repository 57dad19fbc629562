package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.ACCOUNT;
import static io.github.smi4j.testkit.linkerd.Shop.ADMIN;
import static io.github.smi4j.testkit.linkerd.Shop.CLIENT;
import static io.github.smi4j.testkit.linkerd.Shop.HTTP;
import static io.github.smi4j.testkit.linkerd.Shop.NOBODY;
import static io.github.smi4j.testkit.linkerd.Shop.created;
import static io.github.smi4j.testkit.linkerd.Shop.match;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static io.github.smi4j.testkit.linkerd.Shop.request;
import static io.github.smi4j.testkit.linkerd.Shop.routeGrant;
import static io.github.smi4j.testkit.linkerd.Shop.server;
import static io.github.smi4j.testkit.linkerd.Shop.serverGrant;
import static io.github.smi4j.testkit.linkerd.Shop.serverRoute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Server is for a port, and what its protocol comes to. */
class ServerTest {
    private static final String OPEN = ", accessPolicy: all-unauthenticated";

    private static Outcome selected(String selector) {
        return Shop.with(policy("Server", "shop", "web", "{podSelector: " + selector + ", port: 8080}"))
                .decide("GET /");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                   | DENIED
                    {matchLabels: {app: web}}                                            | DENIED
                    {matchLabels: {app: web, tier: front}}                               | DENIED
                    {matchLabels: {app: api}}                                            | ALLOWED
                    {matchLabels: {app: web, zone: a}}                                   | ALLOWED
                    {matchExpressions: [{key: app, operator: In, values: [api, web]}]}   | DENIED
                    {matchExpressions: [{key: app, operator: In, values: [api]}]}        | ALLOWED
                    {matchExpressions: [{key: zone, operator: In, values: [a]}]}         | ALLOWED
                    {matchExpressions: [{key: app, operator: NotIn, values: [api]}]}     | DENIED
                    {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}     | ALLOWED
                    {matchExpressions: [{key: zone, operator: NotIn, values: [a]}]}      | DENIED
                    {matchExpressions: [{key: app, operator: Exists}]}                   | DENIED
                    {matchExpressions: [{key: zone, operator: Exists}]}                  | ALLOWED
                    {matchExpressions: [{key: zone, operator: DoesNotExist}]}            | DENIED
                    {matchExpressions: [{key: app, operator: DoesNotExist}]}             | ALLOWED
                    {matchLabels: {app: web}, matchExpressions: [{key: zone, operator: Exists}]} | ALLOWED
                    """)
    void decide_aServer_isForThePodsThatItSelects(String selector, Outcome outcome) {
        assertThat(selected(selector)).isEqualTo(outcome);
    }

    @Test
    void decide_aServer_isForPodsOfItsNamespaceOnly() {
        Shop shop = Shop.with(policy("Server", "data", "web", "{podSelector: {}, port: 8080}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"8080, DENIED, ALLOWED", "http, DENIED, ALLOWED", "admin, ALLOWED, DENIED", "other, ALLOWED, ALLOWED"})
    void decide_aServer_isForItsPortByNumberOrName(String port, Outcome atHttp, Outcome atAdmin) {
        Shop shop = Shop.with(server("web", port, ""));
        assertThat(shop.decide(CLIENT, HTTP, Traffic.tcp())).isEqualTo(atHttp);
        assertThat(shop.decide(CLIENT, ADMIN, Traffic.tcp())).isEqualTo(atAdmin);
    }

    @Test
    void decide_aNameOfADatagramPort_isNoPort() {
        assertThat(Shop.with(server("web", "admin", "")).decide(CLIENT, 53, Traffic.tcp()))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_aServerForExternalWorkloads_isForNoPod() {
        Shop shop = Shop.with(policy("Server", "shop", "web", "{externalWorkloadSelector: {}, port: 8080}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z, 2021-01-01T00:00:00Z, ALLOWED",
        "2021-01-01T00:00:00Z, 2020-01-01T00:00:00Z, DENIED",
        "2020-01-01T00:00:00Z, 2020-01-01T00:00:00Z, ALLOWED",
        "'', 2020-01-01T00:00:00Z, EITHER",
        "2020-01-01T00:00:00Z, '', EITHER"
    })
    void decide_severalServers_theOldestThenTheFirstByNameCounts(String open, String closed, Outcome outcome) {
        Shop shop = Shop.holding(created(open, server("a", "8080", OPEN)), created(closed, server("b", "8080", "")));
        assertThat(shop.decide("GET /")).isEqualTo(outcome);
    }

    @Test
    void decide_whatIsEmitted_isYoungerThanWhatIsThere() {
        Shop shop = Shop.holding(created("2020-01-01T00:00:00Z", server("z", "8080", OPEN)))
                .emitting(server("a", "8080", ""));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_whatIsThereWithoutATime_mayBeYounger() {
        Shop shop = Shop.holding(server("z", "8080", OPEN)).emitting(server("a", "8080", ""));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.EITHER);
    }

    @Test
    void decide_severalEmittedServers_mayEachBeTheOldest() {
        assertThat(Shop.with(server("a", "8080", OPEN), server("b", "http", "")).decide("GET /"))
                .isEqualTo(Outcome.EITHER);
    }

    @Test
    void decide_aServerThatIsReplaced_keepsItsAge() {
        Shop shop = Shop.holding(
                        created("2020-01-01T00:00:00Z", server("a", "8080", OPEN)),
                        created("2021-01-01T00:00:00Z", server("b", "8080", OPEN)))
                .emitting(server("a", "8080", ""));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_severalServersBefore218_mayEachBeTheOne() {
        Shop shop = Shop.holding(
                        created("2020-01-01T00:00:00Z", server("a", "8080", OPEN)),
                        created("2021-01-01T00:00:00Z", server("b", "8080", "")))
                .withSetting("linkerd-version", "2.17");
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.EITHER);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, ALLOWED, DENIED, DENIED",
        "HTTP/1, ALLOWED, DENIED, NOT_CARRIED",
        "HTTP/2, ALLOWED, DENIED, NOT_CARRIED",
        "opaque, DENIED, DENIED, DENIED",
        "TLS, DENIED, DENIED, DENIED"
    })
    void decide_aProtocol_hasRoutesOrNot(String protocol, Outcome matched, Outcome unmatched, Outcome bytes) {
        Shop shop = Shop.with(
                server("web", "http", ", proxyProtocol: " + protocol),
                serverRoute("a", match("Exact", "/a")),
                routeGrant("a"),
                ACCOUNT);
        assertThat(shop.decide("GET /a")).isEqualTo(matched);
        assertThat(shop.decide("GET /b")).isEqualTo(unmatched);
        assertThat(shop.decide(CLIENT, HTTP, Traffic.tcp())).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, ALLOWED",
        "HTTP/1, NOT_CARRIED",
        "HTTP/2, NOT_CARRIED",
        "gRPC, NOT_CARRIED",
        "opaque, ALLOWED",
        "TLS, ALLOWED"
    })
    void decide_grantsOfAServer_areForAllThatItsProtocolCarries(String protocol, Outcome bytes) {
        Shop shop = Shop.with(server("web", "http", ", proxyProtocol: " + protocol), serverGrant(), ACCOUNT);
        assertThat(shop.decide("GET /a")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(NOBODY, HTTP, request("GET /a"))).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(CLIENT, HTTP, Traffic.tcp())).isEqualTo(bytes);
    }

    @Test
    void decide_aPortThatPodsCallOpaque_mayHaveNoRequests() {
        Workload pods = Workload.builder()
                .kind("Deployment")
                .namespace("shop")
                .name("api")
                .labels(Map.of("app", "web"))
                .annotations(Map.of("config.linkerd.io/opaque-ports", "8080"))
                .build();
        Shop shop =
                Shop.with(server("web", "8080", ""), serverRoute("a", match("Exact", "/a")), routeGrant("a"), ACCOUNT);
        assertThat(shop.decide(CLIENT, pods, HTTP, request("GET /a"))).isEqualTo(Outcome.EITHER);
        assertThat(shop.decide(CLIENT, pods, HTTP, request("GET /b"))).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({"5432, EITHER", "8443, EITHER", "6379, EITHER", "25, EITHER", "7001, EITHER", "7000, ALLOWED"})
    void decide_aPortThatClientsTakeForOpaque_mayHaveNoRequests(int port, Outcome outcome) {
        Shop shop = Shop.with(
                server("web", String.valueOf(port), ""),
                serverRoute("a", match("Exact", "/a")),
                routeGrant("a"),
                ACCOUNT);
        assertThat(shop.decide(CLIENT, port, request("GET /a"))).isEqualTo(outcome);
        assertThat(shop.decide(CLIENT, port, Traffic.tcp())).isEqualTo(Outcome.DENIED);
    }
}
