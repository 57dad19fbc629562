package io.github.smi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.AccessQuestion;
import io.github.smi4j.policy.Callee;
import io.github.smi4j.policy.Caller;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.policy.Verdict;
import org.junit.jupiter.api.Test;

class AccessAssertTest {
    private static final ResourceSet SHOP = ManifestReader.create().read("""
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: orders, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: orders, namespace: shop}
              sources: [{kind: ServiceAccount, name: web, namespace: shop}]
              rules: [{kind: HTTPRouteGroup, name: api}]
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: api, namespace: shop}
            spec: {matches: [{name: read, pathRegex: /orders, methods: [GET]}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: orders}}
                spec: {serviceAccountName: orders, containers: [{name: main, image: 'shop/orders:1'}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {selector: {app: orders}, ports: [{name: http, port: 80, targetPort: 8080}]}
            """, "shop.yaml");

    private static AccessQuestion question(String from, String method, String path) {
        return AccessQuestion.of(
                Caller.serviceAccount("shop", from), Callee.service("shop", "orders"), 80, Traffic.http(method, path));
    }

    @Test
    void allows_whatATargetGrants_passes() {
        SmiAssertions.assertThat(SHOP)
                .allows(question("web", "GET", "/orders/7"))
                .denies(question("web", "PUT", "/orders/7"))
                .denies(question("api", "GET", "/orders/7"));
    }

    @Test
    void allows_whatIsDenied_failsWithVerdictAndReason() {
        assertThatThrownBy(() -> SmiAssertions.assertThat(SHOP).allows(question("web", "PUT", "/orders/7")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected SMI to say ALLOWED of")
                .hasMessageContaining("PUT /orders/7 from shop/web to svc:shop/orders")
                .hasMessageContaining("it says DENIED")
                .hasMessageContaining("DENIED from shop/web at Deployment shop/orders, port 8080: ")
                .hasMessageContaining("PUT");
    }

    @Test
    void denies_whatIsAllowed_failsWithVerdictAndReason() {
        assertThatThrownBy(() -> SmiAssertions.assertThat(SHOP).denies(question("web", "GET", "/orders/7")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it says ALLOWED")
                .hasMessageContaining("TrafficTarget shop/orders");
    }

    @Test
    void denies_whatArrivesNowhere_tellsNotes() {
        AccessQuestion question = AccessQuestion.of(
                Caller.serviceAccount("shop", "web"), Callee.service("shop", "orders"), 81, Traffic.tcp());
        assertThatThrownBy(() -> SmiAssertions.assertThat(SHOP).allows(question))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("svc:shop/orders, port 81")
                .hasMessageContaining("it says DENIED\n  the Service shop/orders has no such port over TCP");
    }

    @Test
    void says_anotherVerdict_fails() {
        assertThatThrownBy(
                        () -> SmiAssertions.assertThat(SHOP).says(Verdict.MIXED, question("web", "GET", "/orders/7")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void allows_messageWithPercent_isNoFormat() {
        assertThatThrownBy(() -> SmiAssertions.assertThat(SHOP).allows(question("api", "GET", "/orders/%2F%n")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/orders/%2F%n");
    }

    @Test
    void with_otherSettings_reads() {
        AccessQuestion question = AccessQuestion.of(
                Caller.spiffe("corp.example/ns/shop/sa/web"),
                Callee.service("shop", "orders"),
                80,
                Traffic.http("GET", "/orders"));
        PolicyOptions corp =
                PolicyOptions.builder().set("trust-domain", "corp.example").build();
        assertThatCode(() -> SmiAssertions.assertThat(SHOP)
                        .denies(question)
                        .with(corp)
                        .allows(question))
                .doesNotThrowAnyException();
    }

    @Test
    void assertThat_isAnAssertionOfTheSet() {
        assertThat(SmiAssertions.assertThat(SHOP).isNotNull().isEqualTo(SHOP)).isNotNull();
    }
}
