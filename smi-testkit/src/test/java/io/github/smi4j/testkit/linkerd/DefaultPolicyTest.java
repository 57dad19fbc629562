package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.CLIENT;
import static io.github.smi4j.testkit.linkerd.Shop.EVERYBODY;
import static io.github.smi4j.testkit.linkerd.Shop.HTTP;
import static io.github.smi4j.testkit.linkerd.Shop.NOBODY;
import static io.github.smi4j.testkit.linkerd.Shop.grant;
import static io.github.smi4j.testkit.linkerd.Shop.ref;
import static io.github.smi4j.testkit.linkerd.Shop.server;
import static io.github.smi4j.testkit.linkerd.Shop.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.HttpProbe;
import io.github.smi4j.inventory.TargetPort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom ports let in that no Server is for, and Servers that no policy is for. */
class DefaultPolicyTest {
    private static final String ANNOTATION = "config.linkerd.io/default-inbound-policy";
    private static final Traffic GET = Shop.request("GET /");

    private static Workload pods(String policy) {
        return Workload.builder()
                .kind("Deployment")
                .namespace("shop")
                .name("api")
                .annotations(Map.of(ANNOTATION, policy))
                .addHttpProbes(new HttpProbe("/healthz", TargetPort.of(HTTP)))
                .build();
    }

    @Test
    void decide_withoutAnything_isOpen() {
        assertThat(Shop.with().decide(NOBODY, HTTP, GET)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "all-unauthenticated, ALLOWED, ALLOWED",
        "cluster-unauthenticated, ALLOWED, ALLOWED",
        "audit, ALLOWED, ALLOWED",
        "all-authenticated, ALLOWED, DENIED",
        "cluster-authenticated, ALLOWED, DENIED",
        "deny, DENIED, DENIED"
    })
    void decide_withoutServer_isAsTheAnnotationOfThePodsSays(String policy, Outcome client, Outcome nobody) {
        Shop shop = Shop.with();
        assertThat(shop.decide(CLIENT, pods(policy), HTTP, GET)).isEqualTo(client);
        assertThat(shop.decide(NOBODY, pods(policy), HTTP, GET)).isEqualTo(nobody);
        assertThat(shop.decide(CLIENT, pods(policy), HTTP, Traffic.tcp())).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "all-unauthenticated, ALLOWED, ALLOWED",
        "audit, ALLOWED, ALLOWED",
        "cluster-authenticated, ALLOWED, DENIED",
        "deny, DENIED, DENIED"
    })
    void decide_withServer_isAsItsAccessPolicySays(String policy, Outcome client, Outcome nobody) {
        Shop shop = Shop.with(server("web", "8080", ", accessPolicy: " + policy));
        assertThat(shop.decide(CLIENT, HTTP, GET)).isEqualTo(client);
        assertThat(shop.decide(NOBODY, HTTP, GET)).isEqualTo(nobody);
    }

    @Test
    void decide_withServerWithoutAccessPolicy_isDenied() {
        assertThat(Shop.with(server()).decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withServer_doesNotAskTheAnnotation() {
        Shop shop = Shop.with(Shop.policy("Server", "shop", "all", "{podSelector: {}, port: 8080}"));
        assertThat(shop.decide(CLIENT, pods("all-unauthenticated"), HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_ofASpiffeId_isNotDocumentedForAuthenticated() {
        assertThat(Shop.with().decide(Shop.foreign("partner", "/a"), pods("all-authenticated"), HTTP, GET))
                .isEqualTo(Outcome.EITHER);
    }

    @Test
    void decide_withoutServer_doesNotAskPoliciesOfTheNamespace() {
        Shop shop =
                Shop.with(EVERYBODY, grant("a", target("", "Namespace", "shop"), ref("NetworkAuthentication", "all")));
        assertThat(shop.decide(CLIENT, pods("deny"), HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_annotationThatIsEmitted_isNotInForceYet() {
        Shop shop = Shop.with("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: {template: {metadata: {annotations: {config.linkerd.io/default-inbound-policy: deny}}}}
                """);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_policyThatIsNotKnown_isRefused() {
        Workload workload = pods("none");
        assertThatThrownBy(() -> Shop.with().decide(CLIENT, workload, HTTP, GET))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("none");
    }

    @ParameterizedTest
    @CsvSource({"GET /healthz, ALLOWED", "GET /healthz/, DENIED", "PUT /healthz, DENIED"})
    void decide_probesWithoutServer_areLetIn(String request, Outcome outcome) {
        assertThat(Shop.with().decide(NOBODY, pods("deny"), HTTP, Shop.request(request)))
                .isEqualTo(outcome);
    }
}
