package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Targets that allow nothing, and those that another finding explains. */
class TargetWithoutEffectRuleTest {
    private static final String ALL_UDP = Manifests.route("UDPRoute", "udp", "").replace("ports: []", "name: all");
    private static final String WITHOUT_UDP = Manifests.CLUSTER.replace(", {name: dns, port: 53, protocol: UDP}", "");
    private static final String NOTHING = " spec.rules: no request that they name can arrive at a port of the"
            + " destination's Services; the target allows nothing";

    private static List<String> lines(String... documents) {
        return Manifests.lines(ValidationCode.TARGET_WITHOUT_EFFECT, documents);
    }

    private static String portTarget(int port) {
        return Manifests.target("a", "{kind: TCPRoute, name: ports}")
                .replace("v1alpha3", "v1alpha2")
                .replace("namespace: shop}\n  sources", "namespace: shop, port: " + port + "}\n  sources");
    }

    @Test
    void check_aPortThatNoRuleHas_isFoundAtThePort() {
        assertThat(lines(portTarget(80), Manifests.route("TCPRoute", "ports", "81, 82")))
                .containsExactly(
                        "WARNING SMI2345 input.yaml:6:73 TrafficTarget shop/a spec.destination.port: is not among"
                                + " the ports of the rules; the target allows nothing");
    }

    @Test
    void check_aPortThatARuleHas_isNotFound() {
        assertThat(lines(portTarget(81), Manifests.route("TCPRoute", "ports", "81, 82")))
                .isEmpty();
    }

    @Test
    void check_rulesThatNoServiceCanServe_areFound() {
        String target = Manifests.target("a", "{kind: UDPRoute, name: udp}");
        List<Diagnostic> findings =
                Manifests.findings(ValidationCode.TARGET_WITHOUT_EFFECT, Manifests.read(target, ALL_UDP, WITHOUT_UDP));
        assertThat(findings)
                .extracting(Object::toString)
                .containsExactly("WARNING SMI2345 input.yaml:8:3 TrafficTarget shop/a" + NOTHING);
        assertThat(findings)
                .extracting(Diagnostic::help)
                .containsExactly("Name ports and protocols that the Services of the destination have.");
    }

    @Test
    void check_rulesThatAServiceServes_areNotFound() {
        assertThat(lines(Manifests.target("a", "{kind: UDPRoute, name: udp}"), ALL_UDP, Manifests.CLUSTER))
                .isEmpty();
    }

    @Test
    void check_oneOfSeveralTargets_isFoundAlone() {
        String idle = Manifests.target("a", "{kind: UDPRoute, name: udp}");
        String good = Manifests.target("b", "{kind: UDPRoute, name: udp}, {kind: TCPRoute, name: ports}");
        assertThat(lines(idle, good, ALL_UDP, Manifests.route("TCPRoute", "ports", "80"), WITHOUT_UDP))
                .containsExactly("WARNING SMI2345 input.yaml:8:3 TrafficTarget shop/a" + NOTHING);
    }

    @Test
    void check_aPortThatNoServiceHas_isExplained() {
        assertThat(lines(
                        Manifests.target("a", "{kind: UDPRoute, name: udp}"),
                        Manifests.route("UDPRoute", "udp", "99"),
                        Manifests.CLUSTER))
                .isEmpty();
    }

    @Test
    void check_aWorkloadBehindNoService_isFound() {
        assertThat(lines(
                        Manifests.target("a", "{kind: UDPRoute, name: udp}"),
                        ALL_UDP,
                        Manifests.workload("web", "web"),
                        Manifests.workload("edge", "edge")))
                .containsExactly("WARNING SMI2345 input.yaml:8:3 TrafficTarget shop/a" + NOTHING);
    }

    @Test
    void check_aFaultOfTheGroup_isExplained() {
        assertThat(lines(
                        Manifests.target("a", "{kind: HTTPRouteGroup, name: api}"),
                        Manifests.group("api", "{name: bad, pathRegex: '/('}"),
                        Manifests.CLUSTER))
                .isEmpty();
    }

    @Test
    void check_aFaultOfTheTarget_isExplained() {
        assertThat(lines(Manifests.target("a", "{kind: UDPRoute, name: other}"), ALL_UDP, WITHOUT_UDP))
                .isEmpty();
    }

    @Test
    void check_labelsThatNobodyHas_areExplained() {
        String binding = """
                ---
                apiVersion: access.smi-spec.io/v1alpha4
                kind: IdentityBinding
                metadata: {name: nobody, namespace: shop}
                spec: {schemes: {podLabelSelector: {matchLabels: {app: none}}}}
                """;
        assertThat(lines(
                        Manifests.target(
                                "a",
                                "{kind: IdentityBinding, name: nobody, namespace: shop}",
                                "{kind: UDPRoute, name: udp}"),
                        binding,
                        ALL_UDP,
                        WITHOUT_UDP))
                .isEmpty();
    }

    @Test
    void check_aDestinationThatIsNotKnown_isNotJudged() {
        assertThat(lines(Manifests.target("a", "{kind: UDPRoute, name: udp}"), ALL_UDP))
                .isEmpty();
    }

    @Test
    void check_aTargetGivenTwiceInTwoWays_isNotJudged() {
        String target = Manifests.target("a", "{kind: UDPRoute, name: udp}");
        assertThat(lines(target, target.replace("name: udp", "name: other"), ALL_UDP, WITHOUT_UDP))
                .isEmpty();
    }

    @Test
    void check_aTargetGivenTwiceAlike_isFoundOnce() {
        String target = Manifests.target("a", "{kind: UDPRoute, name: udp}");
        assertThat(lines(target, target, ALL_UDP, WITHOUT_UDP)).hasSize(1);
    }
}
