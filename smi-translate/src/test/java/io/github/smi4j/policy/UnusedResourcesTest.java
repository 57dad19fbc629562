package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which traffic specs and bindings nothing refers to. What is at fault still tells what it refers to. */
class UnusedResourcesTest {
    /** The group routes, the TCPRoutes admin and web, the UDPRoute dns, and the bindings b of two namespaces. */
    private static final String SPECS = Bundles.GROUP
            + Bundles.PORTS
            + Reading.binding("b", "{serviceAccount: web}")
            + Reading.binding("b", "ingress", "{serviceAccount: edge}");

    private static final String TARGET = "---\n"
            + Reading.target(
                    "{kind: IdentityBinding, name: b, namespace: shop}",
                    "{kind: IdentityBinding, name: b, namespace: ingress}",
                    "{kind: HTTPRouteGroup, name: routes}, {kind: TCPRoute, name: web}, {kind: UDPRoute, name: dns}");
    private static final String SPLIT = """
            ---
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: canary, namespace: shop}
            spec:
              service: web
              backends: [{service: v1, weight: 1}]
              matches: [{kind: HTTPRouteGroup, name: routes}]
            """;

    private static List<String> unused(String text) {
        return Reading.of(SPECS + text).lines(PolicyCode.UNUSED).stream()
                .map(line -> line.replaceFirst("INFO SMI2007 (.*): no resource of the input refers to it", "$1"))
                .toList();
    }

    @Test
    void of_specsWithoutAReference_areAllUnused() {
        assertThat(unused(""))
                .containsExactlyInAnyOrder(
                        "HTTPRouteGroup shop/routes",
                        "IdentityBinding ingress/b",
                        "IdentityBinding shop/b",
                        "TCPRoute shop/admin",
                        "TCPRoute shop/web",
                        "UDPRoute shop/dns");
    }

    @Test
    void of_specsThatATargetNames_areUsed() {
        assertThat(unused(TARGET)).containsExactly("TCPRoute shop/admin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1alpha4|v1alpha9",
                "{kind: UDPRoute|{zone: a, kind: UDPRoute",
                "name: dns}|name: dns, matches: 5}"
            })
    void of_specsThatAFaultyTargetNames_areUsed(String text, String fault) {
        assertThat(unused(TARGET.replace(text, fault))).containsExactly("TCPRoute shop/admin");
    }

    @Test
    void of_specsBesideRulesThatAreNoReferences_areUsed() {
        String odd = TARGET.replace("rules: [", "rules: [5, {kind: 5, name: admin}, {kind: TCPRoute, name: 5}, ");

        assertThat(unused(odd)).containsExactly("TCPRoute shop/admin");
    }

    @Test
    void of_aBindingWithoutANamespace_isThatOfTheTarget() {
        String none = TARGET.replace("name: b, namespace: ingress", "name: b");

        assertThat(unused(none)).containsExactlyInAnyOrder("IdentityBinding ingress/b", "TCPRoute shop/admin");
    }

    @Test
    void of_specsThatAFlatTargetNames_areUsed() {
        String flat = """
                ---
                apiVersion: access.smi-spec.io/v1alpha1
                kind: TrafficTarget
                metadata: {name: t, namespace: shop}
                destination: {kind: IdentityBinding, name: b, namespace: shop}
                sources: [{kind: IdentityBinding, name: b, namespace: ingress}]
                specs: [{kind: HTTPRouteGroup, name: routes}, {kind: TCPRoute, name: web}, {kind: UDPRoute, name: dns}]
                """;

        assertThat(unused(flat)).containsExactly("TCPRoute shop/admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1alpha4", "v1alpha9"})
    void of_aGroupThatASplitNames_isUsed(String version) {
        assertThat(unused(SPLIT.replace("v1alpha4", version))).hasSize(5).doesNotContain("HTTPRouteGroup shop/routes");
    }

    @Test
    void of_aGroupOfAnotherNamespace_isUnused() {
        assertThat(unused(SPLIT.replace("namespace: shop", "namespace: dev"))).contains("HTTPRouteGroup shop/routes");
    }
}
