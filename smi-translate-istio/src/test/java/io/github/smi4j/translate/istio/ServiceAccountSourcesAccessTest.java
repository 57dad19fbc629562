package io.github.smi4j.translate.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.istio.IstioModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody would try against callers that are named by account, and a header with two forms of values. */
class ServiceAccountSourcesAccessTest {
    private static final String INPUT = """
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: web-calls-api, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: api, namespace: shop}
              sources: [{kind: ServiceAccount, name: web, namespace: shop}]
              rules: [{kind: HTTPRouteGroup, name: routes}]
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: routes, namespace: shop}
            spec:
              matches: [{name: some, headers: {x-env: "canary.*|.*beta"}}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {selector: {app: api}, ports: [{port: 80, name: http}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {serviceAccountName: api, containers: [{name: main, image: "example.com/api:1"}]}
            """;

    private static Outcome decide(String caller, String value) {
        ResourceSet set = ManifestReader.create().read(INPUT, "input.yaml");
        Inventory inventory = Inventory.from(set, "default");
        TranslationOptions options = TranslationOptions.builder()
                .set(IstioOptions.SOURCE_STYLE, SourceStyle.SERVICE_ACCOUNTS)
                .set("istio-version", "1.25")
                .build();
        Evaluator smi = Evaluator.of(ResolvedPolicy.of(set, PolicyOptions.defaults(), inventory), inventory);
        return IstioModel.create()
                .apply(
                        MeshTranslators.of(IstioTranslator.create())
                                .get("istio")
                                .translate(set, inventory, PolicyOptions.defaults(), options)
                                .resources()
                                .stream()
                                .map(MeshResource::toTree)
                                .toList(),
                        Cluster.of(inventory))
                .decide(new Arrival(
                        Optional.of(smi.identity(caller)),
                        inventory.workloads().get(0),
                        80,
                        new Traffic.Http("GET", "/", Map.of("x-env", value))));
    }

    @ParameterizedTest
    @CsvSource({"canary", "canary-2", "beta", "a-beta"})
    void call_withAValueOfEitherForm_isAllowed(String value) {
        assertThat(decide("cluster.local/ns/shop/sa/web", value)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        // Accounts whose names only begin or end so, of other namespaces, and ids that are no accounts.
        "cluster.local/ns/shop/sa/webx, canary",
        "cluster.local/ns/shop/sa/xweb, canary",
        "cluster.local/ns/shopx/sa/web, canary",
        "partner.example/ns/data/sa/web, canary",
        "partner.example/shop/web, canary",
        // Values that have both words, each at the other's place.
        "cluster.local/ns/shop/sa/web, a-canary",
        "cluster.local/ns/shop/sa/web, beta-1",
        "cluster.local/ns/shop/sa/web, alpha"
    })
    void call_thatSmiDenies_isDenied(String caller, String value) {
        assertThat(decide(caller, value)).isEqualTo(Outcome.DENIED);
    }
}
