package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources to which nothing refers are found by the law, whatever the reading of SMI makes of them. */
class UnusedLawTest {
    private static final String SPECS = """
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: some, namespace: shop}
            spec: {matches: [{name: all, methods: [GET]}]}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: some, namespace: shop}
            spec: {matches: {ports: [80]}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: UDPRoute
            metadata: {name: some}
            spec: {matches: {ports: [53]}}
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: IdentityBinding
            metadata: {name: some, namespace: shop}
            spec: {schemes: {serviceAccount: web}}
            ---
            """;
    private static final PolicyOptions OPTIONS =
            PolicyOptions.builder().set("default-namespace", "shop").build();

    private static ResourceSet set(String more) {
        return ManifestReader.create().read(SPECS + more, "input.yaml");
    }

    private static List<String> untold(ResourceSet set, List<Diagnostic> findings) {
        return UnusedLaw.untold(set, OPTIONS, findings).stream()
                .map(ResourceRef::toString)
                .toList();
    }

    @Test
    void untold_withoutFindings_areAll() {
        assertThat(untold(set(""), List.of()))
                .containsExactly(
                        "HTTPRouteGroup shop/some",
                        "TCPRoute shop/some",
                        "UDPRoute shop/some",
                        "IdentityBinding shop/some");
    }

    @Test
    void untold_withTheFindingsOfTheReading_isNone() {
        ResourceSet set = set("");
        assertThat(untold(set, ResolvedPolicy.of(set, OPTIONS).diagnostics())).isEmpty();
    }

    @Test
    void untold_whatATargetRefersTo_isUsed() {
        assertThat(untold(set("""
                        apiVersion: access.smi-spec.io/v1alpha4
                        kind: TrafficTarget
                        metadata: {name: t}
                        spec:
                          destination: {kind: ServiceAccount, name: web, namespace: shop}
                          rules: [{kind: TCPRoute, name: some}, {kind: UDPRoute, name: other}]
                          sources: [{kind: IdentityBinding, name: some, namespace: shop}]
                        """), List.of())).containsExactly("HTTPRouteGroup shop/some", "UDPRoute shop/some");
    }

    @ParameterizedTest
    @CsvSource({"shop, 3", "data, 4"})
    void untold_whatASplitRefersTo_isUsedInItsNamespace(String namespace, int untold) {
        assertThat(untold(set("""
                        apiVersion: split.smi-spec.io/v1alpha4
                        kind: TrafficSplit
                        metadata: {name: some, namespace: %s}
                        spec:
                          service: web
                          backends: [{service: web-v1, weight: 1}]
                          matches: [{kind: HTTPRouteGroup, name: some}]
                        """.formatted(namespace)), List.of())).hasSize(untold);
    }
}
