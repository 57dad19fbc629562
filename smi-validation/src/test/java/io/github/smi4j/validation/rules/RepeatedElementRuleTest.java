package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements that a list has twice, of each kind. */
class RepeatedElementRuleTest {
    private static final String EDGE = "{kind: ServiceAccount, name: edge, namespace: shop}";

    private static List<String> lines(String document) {
        return Manifests.lines(ValidationCode.REPEATED, document);
    }

    private static String split(String matches) {
        return """
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: canary, namespace: shop}
                spec:
                  service: web
                  matches: [%s]
                  backends: [{service: v1, weight: 1}, {service: v1, weight: 1}]
                """.formatted(matches);
    }

    @Test
    void check_sourcesAndRulesOfATarget_areFound() {
        String document = Manifests.target(
                "a",
                EDGE + ", " + EDGE,
                "{kind: TCPRoute, name: ports}, {kind: UDPRoute, name: ports}, {kind: TCPRoute, name: ports}");
        assertThat(lines(document))
                .containsExactly(
                        "INFO SMI2012 input.yaml:7:66 TrafficTarget shop/a spec.sources[1]:"
                                + " an equal element is in the list already",
                        "INFO SMI2012 input.yaml:8:73 TrafficTarget shop/a spec.rules[2]:"
                                + " an equal element is in the list already");
    }

    @Test
    void check_matchesOfARule_areFound() {
        String document = Manifests.target(
                "a", "{kind: TCPRoute, name: ports}, {kind: HTTPRouteGroup, name: api, matches: [get, put, get, get]}");
        assertThat(lines(document))
                .containsExactly(
                        "INFO SMI2012 input.yaml:8:96 TrafficTarget shop/a spec.rules[1].matches[2]:"
                                + " \"get\" is in the list already",
                        "INFO SMI2012 input.yaml:8:101 TrafficTarget shop/a spec.rules[1].matches[3]:"
                                + " \"get\" is in the list already");
    }

    @Test
    void check_theRulesOfAFlatTarget_areLocatedInItsOwnShape() {
        assertThat(lines("""
                apiVersion: access.smi-spec.io/v1alpha1
                kind: TrafficTarget
                metadata: {name: a, namespace: shop}
                destination: {kind: ServiceAccount, name: web, namespace: shop}
                specs:
                - {kind: TCPRoute, name: ports}
                - {kind: TCPRoute, name: ports}
                """))
                .containsExactly("INFO SMI2012 input.yaml:7:3 TrafficTarget shop/a specs[1]:"
                        + " an equal element is in the list already");
    }

    @Test
    void check_groupsOfASplit_areFound() {
        assertThat(lines(split("{kind: HTTPRouteGroup, name: a}, {kind: HTTPRouteGroup, name: a}")))
                .containsExactly("INFO SMI2012 input.yaml:6:46 TrafficSplit shop/canary spec.matches[1]:"
                        + " an equal element is in the list already");
    }

    @Test
    void check_methodsOfAMatch_areFoundAsTheyAreWritten() {
        String document = Manifests.group(
                "api", "{name: one, methods: [GET, PUT]}", "{name: two, methods: [get, PUT, GET, PUT]}");
        assertThat(lines(document))
                .containsExactly("INFO SMI2012 input.yaml:8:42 HTTPRouteGroup shop/api spec.matches[1].methods[3]:"
                        + " \"PUT\" is in the list already");
    }

    @Test
    void check_spiffeIdsOfABinding_areFound() {
        assertThat(lines("""
                apiVersion: access.smi-spec.io/v1alpha4
                kind: IdentityBinding
                metadata: {name: a, namespace: shop}
                spec: {schemes: {spiffeIdentities: [cluster.local/ns/shop/sa/a, cluster.local/ns/shop/sa/a]}}
                """))
                .containsExactly("INFO SMI2012 input.yaml:4:65 IdentityBinding shop/a spec.schemes.spiffeIdentities[1]:"
                        + " \"cluster.local/ns/shop/sa/a\" is in the list already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCPRoute", "UDPRoute"})
    void check_portsOfARoute_areFound(String kind) {
        assertThat(lines(Manifests.route(kind, "ports", "80, 81, 80")))
                .containsExactly("INFO SMI2012 input.yaml:5:34 " + kind + " shop/ports spec.matches.ports[2]:"
                        + " 80 is in the list already");
    }

    @Test
    void check_backendsOfASplit_areAnotherFinding() {
        assertThat(lines(split("{kind: HTTPRouteGroup, name: a}, {kind: HTTPRouteGroup, name: b}")))
                .isEmpty();
    }

    @Test
    void check_elementsThatDiffer_areNotFound() {
        assertThat(
                        lines(
                                Manifests.target(
                                        "a",
                                        EDGE + ", {kind: ServiceAccount, name: edge, namespace: other}",
                                        "{kind: HTTPRouteGroup, name: api, matches: [a]}, {kind: HTTPRouteGroup, name: api, matches: [b]}")))
                .isEmpty();
        assertThat(lines(Manifests.group("api", "{name: one, methods: [GET]}", "{name: two, methods: [GET]}")))
                .isEmpty();
        assertThat(lines(Manifests.route("TCPRoute", "ports", "80, 81"))).isEmpty();
    }

    @Test
    void check_listsThatAreAbsent_areNotFound() {
        assertThat(lines("""
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata: {name: a, namespace: shop}
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: UDPRoute
                metadata: {name: a, namespace: shop}
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: canary, namespace: shop}
                spec: {service: web, backends: [{service: v1, weight: 1}]}
                """)).isEmpty();
    }
}
