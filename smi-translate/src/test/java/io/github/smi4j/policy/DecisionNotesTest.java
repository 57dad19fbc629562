package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a request arrives, and what is said where it does not or is refused. */
class DecisionNotesTest {
    private static final Caller EDGE = Caller.serviceAccount("edge", "edge");
    private static final Callee WEB = Callee.service("shop", "web");
    private static final Callee ACCOUNT = Callee.serviceAccount("shop", "web");
    private static final Traffic GET = Traffic.http("GET", "/");

    private static final String POD = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              serviceAccountName: web
              containers:
              - ports:
                - {containerPort: 8080}
                - {containerPort: 5353, protocol: UDP}
            """;
    private static final String SERVICE = service(
            "web",
            "{port: 80, targetPort: 8080}, {port: 443, targetPort: 8443}, {port: 53, protocol: UDP, targetPort: 5353},"
                    + " {port: 54, protocol: UDP}, {port: 53, targetPort: 5353}");
    private static final String SPECS = """
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: routes, namespace: shop}
            spec: {matches: [{name: put, methods: [PUT], pathRegex: /}, {name: other, pathRegex: /other}]}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: tcp, namespace: shop}
            spec: {matches: {ports: [80]}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: UDPRoute
            metadata: {name: udp, namespace: shop}
            spec: {matches: {ports: [53]}}
            """;
    private static final String SHOP = POD + SERVICE + SPECS;

    private static String service(String name, String ports) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: shop}
                spec: {selector: {app: %s}, ports: [%s]}
                """.formatted(name, name, ports);
    }

    private static String target(String name, String rules) {
        return """
                ---
                apiVersion: access.smi-spec.io/v1alpha4
                kind: TrafficTarget
                metadata: {name: %s, namespace: shop}
                spec:
                  destination: {kind: ServiceAccount, name: web, namespace: shop}
                  sources: [{kind: ServiceAccount, name: edge, namespace: edge}]
                  rules: [%s]
                """.formatted(name, rules);
    }

    private static final String TCP = "{kind: TCPRoute, name: tcp}";
    private static final String UDP = "{kind: UDPRoute, name: udp}";
    private static final String HTTP = "{kind: HTTPRouteGroup, name: routes}";

    private static Evaluator evaluator(String text, String... settings) {
        PolicyOptions.Builder builder = PolicyOptions.builder();
        for (String setting : settings) {
            builder.set(setting, "true");
        }
        PolicyOptions options = builder.build();
        ResourceSet set = ManifestReader.create().read(text, "t.yaml");
        Inventory inventory = options.inventoryOf(set);
        return Evaluator.of(ResolvedPolicy.of(set, options, inventory), inventory);
    }

    private static Decision ask(String text, Callee to, int port, Traffic traffic, String... settings) {
        return evaluator(text, settings).decide(AccessQuestion.of(EDGE, to, port, traffic));
    }

    private static List<String> reasons(String text, int port, Traffic traffic) {
        return ask(text, WEB, port, traffic).parts().stream()
                .flatMap(part -> part.reasons().stream())
                .toList();
    }

    /** What one target of the shop says to a request at a port of the pods. */
    private static List<String> reasonsAtPod(String text, int port, Traffic traffic) {
        Evaluator evaluator = evaluator(text);
        Inventory inventory = Inventory.from(ManifestReader.create().read(text, "t.yaml"), "default");
        return evaluator
                .decide(
                        new Identity.ServiceAccount(new ServiceAccountName("edge", "edge")),
                        inventory.workloads("shop").get(0),
                        port,
                        traffic)
                .reasons();
    }

    @Test
    void decide_atAPortThatTheServiceDoesNotHave_isDeniedAndSaysSo() {
        Decision decision = ask(SHOP, WEB, 9090, GET);

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(decision.notes()).containsExactly("the Service shop/web has no such port over TCP");
        assertThat(ask(SHOP, WEB, 80, GET).notes()).isEmpty();
        assertThat(ask(SHOP, WEB, 80, Traffic.udp()).notes())
                .containsExactly("the Service shop/web has no such port over UDP");
    }

    @Test
    void decide_whereNoPodsAreBehindTheService_isDeniedIfAllAreKnown() {
        String text = SHOP + service("empty", "{port: 80}");
        Callee empty = Callee.service("shop", "empty");

        assertThat(ask(text, empty, 80, GET).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(ask(text, empty, 80, GET).notes())
                .containsExactly("no workload of the input is behind the Service shop/empty");
        assertThat(ask(text, empty, 80, GET, "partial-inventory").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void decide_aSplit_arrivesAtTheSamePortOfTheBackend() {
        String text = SHOP
                + service(
                                "web-v2",
                                "{port: 443}, {port: 80, protocol: UDP, targetPort: 1}, {port: 80, targetPort: 8080}")
                        .replace("{app: web-v2}", "{app: web}")
                + """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: canary, namespace: shop}
                spec: {service: web, backends: [{service: web-v2, weight: 1}]}
                """;

        assertThat(ask(text, WEB, 80, GET).parts())
                .extracting(part -> part.servicePort() + " " + part.podPort())
                .containsExactly("80 8080");
    }

    @Test
    void decide_atANamedPortThatThePodsDoNotHave_isDeniedAndSaysSo() {
        Decision decision = ask(POD + service("web", "{port: 80, targetPort: http}"), WEB, 80, GET);

        assertThat(decision.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(decision.notes())
                .containsExactly("the port 80 leads to a named port that the Pod web does not have");
    }

    @Test
    void decide_anAccountWithoutWorkloads_isDeniedIfAllAreKnown() {
        Decision known = ask(SHOP, Callee.serviceAccount("shop", "none"), 80, GET);
        Decision unknown = ask(SHOP, Callee.serviceAccount("data", "none"), 80, GET);

        assertThat(known.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(known.notes()).containsExactly("no workload of the input runs under the service account shop/none");
        assertThat(unknown.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(unknown.notes())
                .containsExactly(
                        "not all workloads of the namespace data are known",
                        "no workload of the input runs under the service account data/none");
    }

    @Test
    void decide_anAccountBesideUnknownServices_isUnknown() {
        Decision decision = ask(SHOP + service("odd", "{port: x}") + target("t", TCP), ACCOUNT, 443, Traffic.tcp());

        assertThat(decision.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(decision.notes()).contains("not all Services of the namespace shop are known");
        assertThat(ask(SHOP + target("t", TCP), ACCOUNT, 443, Traffic.tcp()).notes())
                .isEmpty();
    }

    @Test
    void decide_podsWithoutAService_areAskedAtTheDeclaredPortsOfTheProtocol() {
        assertThat(evaluator(POD)
                        .decide(AccessQuestion.ofAllPorts(EDGE, ACCOUNT, Traffic.tcp()))
                        .parts())
                .extracting(Decision.Part::podPort)
                .containsExactly(8080);
        assertThat(ask(POD, ACCOUNT, 5353, Traffic.udp()).parts())
                .extracting(Decision.Part::podPort)
                .containsExactly(5353);
        assertThat(ask(POD, ACCOUNT, 5353, Traffic.tcp()).parts()).isEmpty();
        assertThat(ask(POD, ACCOUNT, 9090, Traffic.tcp()).notes())
                .containsExactly("the Pod web has no such port over TCP");
        assertThat(ask(POD, ACCOUNT, 8080, Traffic.tcp()).notes()).isEmpty();
    }

    @Test
    void decide_tcpAtAPortOfAUdpRoute_isDenied() {
        String text = SHOP + target("t", UDP);

        assertThat(reasons(text, 53, Traffic.udp()))
                .containsExactly("TrafficTarget shop/t: anything over UDP to this port");
        assertThat(ask(text, WEB, 53, Traffic.tcp()).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(reasons(text, 53, Traffic.tcp())).containsExactly("TrafficTarget shop/t: allows nothing over TCP");
    }

    @Test
    void decide_udpAtAPortOfATcpRoute_isDenied() {
        String text = SHOP + target("t", TCP);

        assertThat(ask(text, WEB, 80, Traffic.tcp()).verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(reasons(text, 53, Traffic.udp())).containsExactly("TrafficTarget shop/t: allows nothing over UDP");
    }

    @Test
    void decide_atAnotherPort_namesThePortsAndTheRouteOfTheProtocol() {
        String text = SHOP + target("t", TCP + ", " + UDP);

        assertThat(reasons(text, 443, Traffic.tcp()))
                .containsExactly("TrafficTarget shop/t: the port 443 is not among those that it allows, 80, by TCPRoute"
                        + " shop/tcp");
        assertThat(reasons(text, 54, Traffic.udp()))
                .containsExactly("TrafficTarget shop/t: the port 54 is not among those that it allows, 53, by UDPRoute"
                        + " shop/udp");
    }

    @Test
    void decide_atAnotherPortThanThatOfTheDestination_namesNoRoute() {
        String text = SHOP
                + target("t", HTTP).replace("v1alpha4", "v1alpha2").replace("name: web, n", "name: web, port: 80, n");

        assertThat(reasons(text, 443, GET))
                .containsExactly("TrafficTarget shop/t: the port 443 is not among those that it allows, 80");
    }

    @Test
    void decide_atAPortOfThePodsThatNoServiceLeadsTo_saysSo() {
        String noMatch = "{kind: HTTPRouteGroup, name: routes, matches: [none]}";

        assertThat(reasonsAtPod(SHOP + target("t", TCP), 80, Traffic.tcp()))
                .containsExactly("TrafficTarget shop/t: the Services of the pods do not lead to the port 80/TCP");
        assertThat(reasonsAtPod(SHOP + target("t", HTTP), 80, GET))
                .containsExactly("TrafficTarget shop/t: the Services of the pods do not lead to the port 80/TCP");
        assertThat(reasonsAtPod(SHOP + target("t", noMatch + ", " + UDP), 53, Traffic.udp()))
                .containsExactly("TrafficTarget shop/t: the Services of the pods do not lead to the port 53/UDP");
    }

    @Test
    void decide_byATargetWithFaults_refersToItsFindings() {
        assertThat(reasons(SHOP + target("t", "{kind: Route, name: any}"), 80, GET))
                .containsExactly("TrafficTarget shop/t: allows nothing; its findings say why");
    }

    @Test
    void decide_byATargetWithoutAKnownSource_saysSo() {
        String text = SHOP + target("t", TCP).replace("name: edge, namespace: edge", "name: Edge, namespace: edge");

        assertThat(reasons(text, 80, GET)).containsExactly("TrafficTarget shop/t: has no source that is known");
    }

    @Test
    void decide_byTargetsThatFailEarlyAndLate_namesTheNearest() {
        String text = SHOP
                + target("sender", TCP).replace("name: edge, namespace: edge", "name: other, namespace: edge")
                + target("port", TCP.replace("name: tcp", "name: tls"))
                + target("path", "{kind: HTTPRouteGroup, name: routes, matches: [other]}")
                + target("method", "{kind: HTTPRouteGroup, name: routes, matches: [put]}")
                + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata: {name: tls, namespace: shop}
                spec: {matches: {ports: [443]}}
                """;

        assertThat(reasons(text, 80, GET))
                .containsExactly("TrafficTarget shop/method: routes#put: the method \"GET\" is not PUT");
        assertThat(reasons(text.replace("name: method, namespace: shop", "name: method, namespace: dev"), 80, GET))
                .containsExactly("TrafficTarget shop/path: routes#other: the path \"/\" does not match \"/other\"");
    }

    @Test
    void decide_byTargetsWhoseNamesTheClusterMakes_saysOfEachWhatItSaysItself() {
        String tcp = target("t", TCP).replace("name: t,", "generateName: t-,");
        String other = tcp.replace("name: edge, namespace: edge", "name: other, namespace: edge");

        for (String text : List.of(SHOP + tcp + other, SHOP + other + tcp)) {
            assertThat(reasons(text, 443, Traffic.tcp()))
                    .containsExactly("TrafficTarget shop/t-*: the port 443 is not among those that it allows, 80, by"
                            + " TCPRoute shop/tcp");
        }
    }

    @Test
    void decide_callersByLabels_areUnknownWhereNotAllPodsAre() {
        Caller pods = Caller.pods("shop", Map.of("app", "web"));
        Caller nobody = Caller.pods("shop", Map.of("app", "none"));
        AccessQuestion ofPods = AccessQuestion.of(pods, WEB, 80, GET);
        AccessQuestion ofNobody = AccessQuestion.of(nobody, WEB, 80, GET);

        assertThat(evaluator(SHOP).decide(ofPods).notes()).isEmpty();
        assertThat(evaluator(SHOP, "partial-inventory").decide(ofPods).notes())
                .contains("not all workloads of the namespace shop are known");
        assertThat(evaluator(SHOP).decide(ofNobody).notes())
                .containsExactly("no workload of the input in the namespace shop has the labels {app=none}");
    }

    @Test
    void identities_ofACaller_areThoseOfItsPods() {
        Evaluator evaluator = evaluator(SHOP);

        assertThat(evaluator.identities(Caller.pods("shop", Map.of("app", "web"))))
                .extracting(Identity::toString)
                .containsExactly("shop/web");
        assertThat(evaluator.identities(EDGE)).extracting(Identity::toString).containsExactly("edge/edge");
        assertThat(evaluator.identities(Caller.pods("shop", Map.of("app", "none"))))
                .isEmpty();
    }

    @Test
    void identity_ofASpiffeId_isAnAccountOfTheOwnTrustDomainOnly() {
        Evaluator evaluator = evaluator(SHOP);

        assertThat(evaluator.identity("spiffe://cluster.local/ns/shop/sa/web")).hasToString("shop/web");
        assertThat(evaluator.identity("partner.example/ns/shop/sa/web"))
                .hasToString("spiffe://partner.example/ns/shop/sa/web");
        assertThat(evaluator.identity("cluster.local/web")).hasToString("spiffe://cluster.local/web");
    }

    @Test
    void all_isSortedByWorkloadSenderTargetAndPort() {
        String text = SHOP
                + target("b", TCP + ", " + UDP)
                + target("a", TCP).replace("name: edge, namespace: edge", "name: zed, namespace: edge")
                + target("c", TCP);

        assertThat(evaluator(text).all())
                .extracting(access -> access.from() + " " + access.target().name() + " "
                        + access.grant().ports())
                .containsExactly("edge/edge b [5353]", "edge/edge b [8080]", "edge/edge c [8080]", "edge/zed a [8080]");
    }
}
