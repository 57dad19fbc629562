package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What SMI says of requests, and why. */
class EvaluatorTest {
    private static final String POD = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: NAME, namespace: shop, labels: {app: NAME, tier: TIER}}
            spec: {serviceAccountName: NAME, containers: [{name: c, ports: [{name: web, containerPort: 8080}]}]}
            """;
    private static final String CLUSTER = pod("web-v1", "front") + pod("web-v2", "front") + pod("orders", "back") + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {tier: front}, ports: [{name: http, port: 80, targetPort: web}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-v1, namespace: shop}
            spec: {selector: {app: web-v1}, ports: [{name: http, port: 80, targetPort: web}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-v2, namespace: shop}
            spec: {selector: {app: web-v2}, ports: [{name: http, port: 80, targetPort: web}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec:
              selector: {app: orders}
              ports: [{name: http, port: 80, targetPort: web}, {name: dns, port: 53, protocol: UDP}]
            """;
    private static final String SPECS = """
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: routes, namespace: shop}
            spec:
              matches:
              - {name: read, pathRegex: /orders(/.*)?$, methods: [GET]}
              - {name: place, pathRegex: /orders$, methods: [POST], headers: {x-team: blue}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: tcp-ports, namespace: shop}
            spec: {matches: {ports: [80, 443]}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: UDPRoute
            metadata: {name: udp-ports, namespace: shop}
            spec: {matches: {ports: [53]}}
            """;
    private static final Caller EDGE = Caller.serviceAccount("edge", "edge");
    private static final Callee ORDERS = Callee.serviceAccount("shop", "orders");

    private static String pod(String name, String tier) {
        return POD.replace("NAME", name).replace("TIER", tier);
    }

    private static String target(String name, String destination, String source, String... rules) {
        return """
                ---
                apiVersion: access.smi-spec.io/v1alpha3
                kind: TrafficTarget
                metadata: {name: %s, namespace: shop}
                spec:
                  destination: {kind: ServiceAccount, name: %s, namespace: shop}
                  sources: [{kind: ServiceAccount, name: %s, namespace: edge}]
                  rules: [%s]
                """.formatted(name, destination, source, String.join(", ", rules));
    }

    private static String rule(String kind, String name) {
        return "{kind: " + kind + ", name: " + name + "}";
    }

    private static Evaluator evaluator(String text) {
        ResourceSet set = ManifestReader.create().read(CLUSTER + SPECS + text, "t.yaml");
        PolicyOptions options = PolicyOptions.defaults();
        Inventory inventory = options.inventoryOf(set);
        return Evaluator.of(ResolvedPolicy.of(set, options, inventory), inventory);
    }

    private static final String HTTP = target("orders", "orders", "edge", rule("HTTPRouteGroup", "routes"));

    private static Decision ask(String text, AccessQuestion question) {
        return evaluator(text).decide(question);
    }

    private static Decision ask(String text, Traffic traffic) {
        return ask(text, AccessQuestion.of(EDGE, ORDERS, 80, traffic));
    }

    private static List<String> reasons(Decision decision) {
        return decision.parts().stream()
                .flatMap(part -> part.reasons().stream())
                .toList();
    }

    @Test
    void decide_aRequestOfAMatch_isAllowedByIt() {
        Decision decision = ask(HTTP, Traffic.http("GET", "/orders/1"));

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(reasons(decision)).containsExactly("TrafficTarget shop/orders: the match routes#read");
        assertThat(decision.parts()).singleElement().satisfies(part -> {
            assertThat(part.servicePort()).isEqualTo(80);
            assertThat(part.podPort()).isEqualTo(8080);
        });
    }

    @Test
    void decide_aRequestThatFailsLate_namesWhatItFails() {
        assertThat(reasons(ask(HTTP, Traffic.http("POST", "/orders"))))
                .containsExactly("TrafficTarget shop/orders: routes#place: the header x-team is absent");
        assertThat(reasons(ask(HTTP, Traffic.http("POST", "/orders").header("X-Team", "red"))))
                .containsExactly(
                        "TrafficTarget shop/orders: routes#place: the header x-team is \"red\", which does not match"
                                + " \"blue\"");
        assertThat(reasons(ask(HTTP, Traffic.http("DELETE", "/orders/1"))))
                .containsExactly("TrafficTarget shop/orders: routes#read: the method \"DELETE\" is not GET");
        assertThat(ask(HTTP, Traffic.http("POST", "/orders").header("X-Team", "blue"))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void decide_bytesWhereRequestsAreAllowed_areDenied() {
        Decision decision = ask(HTTP, Traffic.tcp());

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(reasons(decision))
                .containsExactly("TrafficTarget shop/orders: allows HTTP requests only, by HTTPRouteGroup shop/routes");
    }

    @Test
    void decide_anotherSender_isDeniedWithTheSources() {
        Decision decision = ask(
                HTTP,
                AccessQuestion.of(Caller.serviceAccount("shop", "web-v1"), ORDERS, 80, Traffic.http("GET", "/orders")));

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(reasons(decision))
                .containsExactly("TrafficTarget shop/orders: shop/web-v1 is not among its sources, edge/edge");
    }

    @Test
    void decide_aPortThatTheRouteDoesNotHave_namesTheRoute() {
        String text = target("orders", "orders", "edge", rule("TCPRoute", "tcp-ports"))
                        .replace("tcp-ports", "other-ports")
                + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata: {name: other-ports, namespace: shop}
                spec: {matches: {ports: [443, 8443]}}
                """;

        assertThat(reasons(ask(text, Traffic.tcp())))
                .containsExactly(
                        "TrafficTarget shop/orders: the port 80 is not among those that it allows, 443, 8443, by TCPRoute"
                                + " shop/other-ports");
    }

    @Test
    void decide_bothKindsOfRules_needBoth() {
        String both =
                target("orders", "orders", "edge", rule("HTTPRouteGroup", "routes"), rule("TCPRoute", "tcp-ports"));

        assertThat(ask(both, Traffic.http("GET", "/orders")).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(ask(both, Traffic.http("GET", "/admin")).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(ask(both, Traffic.tcp()).verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void decide_udp_isGrantedByItsRouteAlone() {
        String udp = target("orders", "orders", "edge", rule("UDPRoute", "udp-ports"));

        assertThat(ask(udp, AccessQuestion.of(EDGE, ORDERS, 53, Traffic.udp())).verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(ask(HTTP, AccessQuestion.of(EDGE, ORDERS, 53, Traffic.udp())).verdict())
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void decide_severalTargets_areAUnionAndNotAProduct() {
        String text = target("a", "orders", "edge", rule("TCPRoute", "tcp-ports"))
                + target("b", "orders", "other", rule("HTTPRouteGroup", "routes"));
        Caller other = Caller.serviceAccount("edge", "other");

        assertThat(ask(text, Traffic.tcp()).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(ask(text, AccessQuestion.of(other, ORDERS, 80, Traffic.tcp()))
                        .verdict())
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void decide_aServiceWhosePodsDiffer_isMixed() {
        String text = target("web", "web-v1", "edge", rule("HTTPRouteGroup", "routes"));
        Decision decision =
                ask(text, AccessQuestion.of(EDGE, Callee.service("shop", "web"), 80, Traffic.http("GET", "/orders")));

        assertThat(decision.verdict()).isEqualTo(Verdict.MIXED);
        assertThat(decision.parts())
                .extracting(part -> part.workload().name() + " " + part.verdict())
                .containsExactly("web-v1 ALLOWED", "web-v2 DENIED");
    }

    private static final String SPLIT = """
            ---
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: canary, namespace: shop}
            spec: {service: web, backends: [{service: web-v1, weight: 3}, {service: web-v2, weight: WEIGHT}]}
            """;

    @Test
    void decide_aSplitService_reachesItsBackendsWithAWeight() {
        String text = target("web", "web-v1", "edge", rule("HTTPRouteGroup", "routes"));
        AccessQuestion question =
                AccessQuestion.of(EDGE, Callee.service("shop", "web"), 80, Traffic.http("GET", "/orders"));

        assertThat(ask(text + SPLIT.replace("WEIGHT", "1"), question).verdict()).isEqualTo(Verdict.MIXED);
        assertThat(ask(text + SPLIT.replace("WEIGHT", "0"), question).verdict()).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void route_ofASplit_hasTheSharesOfTheFirstRouteThatTakesIt() {
        String conditional = SPLIT.replace("WEIGHT", "1")
                .replace("{service: web,", "{service: web, matches: [{kind: HTTPRouteGroup, name: routes}],");
        ServiceName web = new ServiceName("shop", "web");

        assertThat(evaluator(conditional).route(web, 80, Traffic.http("GET", "/orders")))
                .extracting(share -> share.backend().name() + " " + share.weight())
                .containsExactly("web-v1 3", "web-v2 1");
        assertThat(evaluator(conditional).route(web, 80, Traffic.http("GET", "/other")))
                .extracting(share -> share.backend().name() + " " + share.weight())
                .containsExactly("web 1");
        assertThat(evaluator("").route(web, 80, Traffic.tcp()))
                .extracting(share -> share.backend().name())
                .containsExactly("web");
    }

    @Test
    void decide_whereNoTargetIs_isNotGoverned() {
        Decision decision = ask("", Traffic.http("GET", "/"));

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_GOVERNED);
        assertThat(reasons(decision)).containsExactly("no TrafficTarget closes the pods");
    }

    @Test
    void decide_inANamespaceInScope_isDeniedWhereNoTargetReaches() {
        Decision decision = ask(
                HTTP, AccessQuestion.of(EDGE, Callee.serviceAccount("shop", "web-v1"), 80, Traffic.http("GET", "/")));

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(reasons(decision)).containsOnly("no TrafficTarget has the pods as its destination");
    }

    @Test
    void decide_whatCannotArrive_isDenied_andUnknownWhereNotAllIsKnown() {
        Traffic get = Traffic.http("GET", "/");
        Decision noPort = ask(HTTP, AccessQuestion.of(EDGE, ORDERS, 9090, get));
        Decision noService = ask(HTTP, AccessQuestion.of(EDGE, Callee.service("shop", "gone"), 80, get));
        Decision elsewhere = ask(HTTP, AccessQuestion.of(EDGE, Callee.service("data", "db"), 80, get));

        assertThat(noPort.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(noPort.notes()).containsExactly("the Pod orders has no such port over TCP");
        assertThat(noService.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(elsewhere.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(elsewhere.notes()).containsExactly("the Service data/db is not in the input");
    }

    @Test
    void decide_spiffeIdsAndLabels_areTheirAccounts() {
        String text = HTTP.replace("name: edge, namespace: edge", "name: web-v1, namespace: shop");
        Traffic get = Traffic.http("GET", "/orders");

        assertThat(ask(
                                text,
                                AccessQuestion.of(
                                        Caller.spiffe("spiffe://cluster.local/ns/shop/sa/web-v1"), ORDERS, 80, get))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(ask(text, AccessQuestion.of(Caller.spiffe("other.example/ns/shop/sa/web-v1"), ORDERS, 80, get))
                        .verdict())
                .isEqualTo(Verdict.DENIED);
        assertThat(ask(text, AccessQuestion.of(Caller.pods("shop", Map.of("app", "web-v1")), ORDERS, 80, get))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
        assertThat(ask(text, AccessQuestion.of(Caller.pods("shop", Map.of("tier", "front")), ORDERS, 80, get))
                        .verdict())
                .isEqualTo(Verdict.MIXED);
        assertThat(ask(text, AccessQuestion.of(Caller.pods("shop", Map.of("app", "none")), ORDERS, 80, get))
                        .verdict())
                .isEqualTo(Verdict.DENIED);
        assertThat(ask(text, AccessQuestion.of(Caller.pods("data", Map.of("app", "none")), ORDERS, 80, get))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void decide_ofAllPorts_asksEach() {
        assertThat(ask(HTTP, AccessQuestion.ofAllPorts(EDGE, ORDERS, Traffic.http("GET", "/orders")))
                        .parts())
                .extracting(Decision.Part::servicePort)
                .containsExactly(80);
    }

    @Test
    void all_ofTargets_isTheTable() {
        assertThat(evaluator(HTTP).all())
                .extracting(access -> access.from() + " " + access.to().name() + " "
                        + access.grant().ports() + " " + access.target())
                .containsExactly("edge/edge orders [8080] TrafficTarget shop/orders");
    }

    @Test
    void http_outsideTheDomain_isRefused() {
        assertThatThrownBy(() -> Traffic.http("GET", "/a/../b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("was \"/a/../b\"");
        assertThatThrownBy(() -> Traffic.http("GET", "/a?b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Traffic.http("", "/a"))
                .hasMessage("a method is a token of HTTP, for example GET, was \"\"");
        assertThatThrownBy(() -> Traffic.http("GET", "/").header("a", " b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Traffic.http("GET", "/").header("a", "b").header("A", "b"))
                .hasMessage("the header \"A\" is given twice");
        assertThatThrownBy(() -> Caller.spiffe("web")).hasMessageStartingWith("a SPIFFE id is ");
        assertThatThrownBy(() -> Caller.pods("shop", Map.of())).hasMessage("pods need at least one label");
        assertThatThrownBy(() -> AccessQuestion.of(EDGE, ORDERS, 0, Traffic.tcp()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final String GET_ORDERS = target("web", "web-v1", "edge", rule("HTTPRouteGroup", "routes"))
            + target("web2", "web-v2", "edge", rule("HTTPRouteGroup", "routes"));

    private static Decision askForWeb(String text) {
        return ask(text, AccessQuestion.of(EDGE, Callee.service("shop", "web"), 80, Traffic.http("GET", "/orders")));
    }

    /** A missing fact is never taken for a yes. */
    @Test
    void decide_whereNotAllIsKnown_isUnknown() {
        String unreadable = GET_ORDERS + SPLIT.replace("WEIGHT", "1").replace("web-v2", "other") + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: other, namespace: shop}
                spec: {selector: {app: orders}, ports: [{port: many}]}
                """;
        String selectorless =
                unreadable.replace("selector: {app: orders}, ports: [{port: many}]", "ports: [{port: 80}]");
        String rollout = GET_ORDERS + """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: broken, namespace: shop}
                spec: {template: 5}
                """;

        assertThat(askForWeb(GET_ORDERS).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(askForWeb(unreadable).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(askForWeb(unreadable).notes())
                .containsExactly("the Service shop/other is in the input, but cannot be read");
        assertThat(askForWeb(selectorless).notes())
                .containsExactly("the Service shop/other has no selector, so its endpoints are not known");
        assertThat(askForWeb(rollout).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(askForWeb(rollout).notes()).contains("not all workloads of the namespace shop are known");
    }

    @Test
    void decide_whatATargetOfUnknownPodsMayAllow_isUnknown() {
        PolicyOptions partial = PolicyOptions.builder()
                .set(PolicyOptions.PARTIAL_INVENTORY, true)
                .build();
        ResourceSet set = ManifestReader.create().read(CLUSTER + SPECS + HTTP, "t.yaml");
        Inventory inventory = partial.inventoryOf(set);
        Decision decision = Evaluator.of(ResolvedPolicy.of(set, partial, inventory), inventory)
                .decide(AccessQuestion.of(EDGE, ORDERS, 80, Traffic.http("GET", "/orders")));

        assertThat(decision.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(decision.notes())
                .contains("what TrafficTarget shop/orders is about is not all known; its findings say why");
    }

    @Test
    void decide_podsWithoutAService_areAskedAtTheirOwnPorts() {
        String text = target("loner", "loner", "edge", rule("HTTPRouteGroup", "routes")) + pod("loner", "none");

        assertThat(ask(
                                text,
                                AccessQuestion.ofAllPorts(
                                        EDGE, Callee.serviceAccount("shop", "loner"), Traffic.http("GET", "/orders")))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void decide_rulesWithoutAMatchThatCanBeUsed_sayThat() {
        String text = target("orders", "orders", "edge", "{kind: HTTPRouteGroup, name: routes, matches: [none]}");

        assertThat(reasons(ask(text, Traffic.http("GET", "/orders"))))
                .containsExactly(
                        "TrafficTarget shop/orders: its HTTP rules have no match that can be used; the findings say why");
    }
}
