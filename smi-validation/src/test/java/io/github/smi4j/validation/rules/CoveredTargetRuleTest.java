package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that add nothing to another target of their destination. */
class CoveredTargetRuleTest {
    private static final String EDGE = "{kind: ServiceAccount, name: edge, namespace: shop}";
    private static final String JOBS = "{kind: ServiceAccount, name: jobs, namespace: shop}";
    private static final String SPECS = Manifests.group(
                    "api",
                    "{name: all, pathRegex: /}",
                    "{name: read, pathRegex: /api, methods: [GET]}",
                    "{name: orders, pathRegex: /orders}",
                    "{name: one, pathRegex: /orders/1}")
            + Manifests.group("bad", "{name: good, pathRegex: /api}", "{name: broken, pathRegex: '/('}")
            + Manifests.route("TCPRoute", "tcp80", "80")
            + Manifests.route("TCPRoute", "tcp", "80, 81")
            + Manifests.route("TCPRoute", "any", "80").replace("ports: [80]", "name: any")
            + Manifests.route("UDPRoute", "udp53", "53")
            + Manifests.route("UDPRoute", "udp", "53, 54");

    private static List<String> lines(String... targets) {
        return Manifests.lines(ValidationCode.TARGET_COVERED, String.join("", targets), SPECS);
    }

    private static String rules(String rules) {
        return rules.replace("api", "{kind: HTTPRouteGroup, name: api, matches: [all]}")
                .replace("read", "{kind: HTTPRouteGroup, name: api, matches: [read]}")
                .replace("orders", "{kind: HTTPRouteGroup, name: api, matches: [orders]}")
                .replace("one", "{kind: HTTPRouteGroup, name: api, matches: [one]}")
                .replace("tcp", "{kind: TCPRoute, name: tcp")
                .replace("any", "{kind: TCPRoute, name: any")
                .replace("udp", "{kind: UDPRoute, name: udp")
                .replaceAll("(name: (?:tcp|udp)(?:80|53)?|name: any)", "$1}");
    }

    private static List<String> ofTwo(String first, String second) {
        return lines(Manifests.target("a", rules(first)), Manifests.target("b", rules(second)));
    }

    @Test
    void check_aNarrowerTarget_isFoundAsAWhole() {
        assertThat(ofTwo("api", "read"))
                .containsExactly(
                        "WARNING SMI2346 input.yaml:10:1 TrafficTarget shop/b: TrafficTarget shop/a allows all that"
                                + " this TrafficTarget allows");
    }

    @Test
    void check_twoThatAllowTheSame_areOneFindingAtTheSecond() {
        assertThat(ofTwo("api", "api")).hasSize(1).first().asString().contains("TrafficTarget shop/b: ");
    }

    @Test
    void check_severalThatCover_namesTheFirst() {
        assertThat(lines(
                        Manifests.target("a", rules("orders")),
                        Manifests.target("b", rules("api")),
                        Manifests.target("c", rules("api")),
                        Manifests.target("d", rules("read"))))
                .hasSize(3)
                .allMatch(line -> line.contains(": TrafficTarget shop/b allows"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "api; read",
                "orders; one",
                "read, orders; one",
                "tcp; tcp80",
                "any; tcp",
                "any; api",
                "any; one",
                "udp; udp53",
                "tcp, udp; udp53",
                "tcp, udp; tcp80",
                "tcp, udp; tcp80, udp53",
                "api, udp; udp53",
                "api, udp; one, udp53"
            })
    void check_whatAllowsLess_isFound(String wide, String narrow) {
        assertThat(ofTwo(wide, narrow)).hasSize(1).first().asString().contains("TrafficTarget shop/b: ");
        assertThat(ofTwo(narrow, wide)).hasSize(1).first().asString().contains("TrafficTarget shop/a: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "read; orders",
                "tcp80; api",
                "udp; tcp",
                "tcp80, udp; tcp, udp53",
                "tcp, udp53; tcp80, udp",
                "api; read, udp"
            })
    void check_whatAllowsOther_isNotFound(String first, String second) {
        assertThat(ofTwo(first, second)).isEmpty();
    }

    @Test
    void check_fewerSources_areFound() {
        String both = Manifests.target("a", EDGE + ", " + JOBS, rules("api"));
        assertThat(lines(both, Manifests.target("b", EDGE, rules("api")))).hasSize(1);
        assertThat(lines(both, Manifests.target("b", JOBS, rules("read")))).hasSize(1);
    }

    @Test
    void check_moreSources_areNotFound() {
        String both = Manifests.target("b", EDGE + ", " + JOBS, rules("read"));
        assertThat(lines(Manifests.target("a", EDGE, rules("api")), both)).isEmpty();
        assertThat(lines(
                        Manifests.target("a", EDGE, rules("api")),
                        both,
                        Manifests.target("c", JOBS, rules("tcp80")),
                        Manifests.target("d", JOBS, rules("udp53"))))
                .isEmpty();
    }

    @Test
    void check_anotherDestination_isNotFound() {
        String other = Manifests.target("b", rules("api"))
                .replace(
                        "destination: {kind: ServiceAccount, name: web",
                        "destination: {kind: ServiceAccount, name: api");
        assertThat(lines(Manifests.target("a", rules("api")), other)).isEmpty();
    }

    @Test
    void check_anotherNamespace_isNotFound() {
        String other = Manifests.target("b", rules("any")).replace("shop", "dev");
        String route = Manifests.route("TCPRoute", "any", "80").replace("shop", "dev");
        assertThat(lines(Manifests.target("a", rules("any")), other, route)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{kind: HTTPRouteGroup, name: none}",
                "{kind: HTTPRouteGroup, name: bad}",
                "{kind: TCPRoute, name: none}"
            })
    void check_aTargetWithFaults_isNotJudged(String faulty) {
        String rules = "{kind: HTTPRouteGroup, name: api}, " + faulty;
        assertThat(lines(Manifests.target("a", "{kind: HTTPRouteGroup, name: api}"), Manifests.target("b", rules)))
                .isEmpty();
        assertThat(lines(Manifests.target("a", rules), Manifests.target("b", "{kind: HTTPRouteGroup, name: api}")))
                .isEmpty();
    }

    @Test
    void check_aFaultOfTheClusterAlone_changesNothing() {
        assertThat(Manifests.lines(
                        ValidationCode.TARGET_COVERED,
                        Manifests.target("a", rules("api")),
                        Manifests.target("b", rules("read")),
                        SPECS,
                        Manifests.CLUSTER))
                .hasSize(1);
    }

    @Test
    void check_aWarningAlone_changesNothing() {
        String warned = Manifests.target("a", "{kind: ServiceAccount, name: default, namespace: shop}", rules("api"));
        assertThat(lines(warned, warned.replace("name: a,", "name: b,"))).hasSize(1);
    }

    @Test
    void check_targetsThatAllowNothing_areAnotherFinding() {
        String excluded = Manifests.target("a", rules("tcp80"))
                .replace("v1alpha3", "v1alpha2")
                .replace("namespace: shop}\n  sources", "namespace: shop, port: 99}\n  sources");
        assertThat(lines(excluded, excluded.replace("name: a,", "name: b,"))).isEmpty();
    }

    @Test
    void check_targetsOfNobody_areAnotherFinding() {
        String binding = """
                ---
                apiVersion: access.smi-spec.io/v1alpha4
                kind: IdentityBinding
                metadata: {name: nobody, namespace: shop}
                spec: {schemes: {podLabelSelector: {matchLabels: {app: none}}}}
                """;
        String nobody = "{kind: IdentityBinding, name: nobody, namespace: shop}";
        assertThat(lines(
                        Manifests.target("a", nobody, rules("api")),
                        Manifests.target("b", nobody, rules("api")),
                        binding,
                        Manifests.CLUSTER))
                .isEmpty();
    }

    @Test
    void check_aTargetGivenTwiceInTwoWays_isNotJudged() {
        String target = Manifests.target("b", rules("read"));
        assertThat(lines(Manifests.target("a", rules("api")), target, Manifests.target("b", rules("orders"))))
                .isEmpty();
    }

    private static List<String> others(int number, String sources) {
        return new ArrayList<>(IntStream.range(0, number)
                .mapToObj(i ->
                        Manifests.target("m%02d".formatted(i), sources, "{kind: TCPRoute, name: port%d}".formatted(i))
                                + Manifests.route("TCPRoute", "port" + i, String.valueOf(1000 + i)))
                .toList());
    }

    /** A wide target behind some that have nothing in common with a narrow one at the end. */
    private static List<String> behind(int others, String sources) {
        List<String> targets = others(others, EDGE);
        targets.add(Manifests.target("y-wide", sources, rules("tcp")));
        targets.add(Manifests.target("z-narrow", sources, rules("tcp80")));
        return lines(targets.toArray(String[]::new));
    }

    @Test
    void check_theFiftiethTarget_isTheLastCompared() {
        assertThat(behind(49, EDGE)).hasSize(1);
        assertThat(behind(50, EDGE)).isEmpty();
    }

    @Test
    void check_manyTargetsOfOneSource_areComparedUnderTheOther() {
        assertThat(behind(60, EDGE + ", " + JOBS)).hasSize(1);
        assertThat(behind(60, JOBS + ", " + EDGE)).hasSize(1);
    }

    /** What is missing by a fault may have been what the other one does not have. */
    @Test
    void check_aTargetOfAFaultyRoute_isNotFound() {
        String sound = Manifests.target("a", "{kind: TCPRoute, name: ok}");
        String other = Manifests.target("z", "{kind: TCPRoute, name: bad}");
        String route = Manifests.route("TCPRoute", "ok", "9000");

        assertThat(Manifests.lines(
                        ValidationCode.TARGET_COVERED, sound, other, route, Manifests.route("TCPRoute", "bad", "9000")))
                .hasSize(1);
        assertThat(Manifests.lines(
                        ValidationCode.TARGET_COVERED,
                        sound,
                        other,
                        route,
                        Manifests.route("TCPRoute", "bad", "9000, 99999")))
                .isEmpty();
    }
}
