package io.github.smi4j.translate.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linkerd takes what an expression finds first; of alternatives one of which begins another it would find the shorter. */
class HeaderValuesTest {
    private static final String INPUT = """
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: web, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: edge, namespace: shop}]
              rules: [{kind: HTTPRouteGroup, name: users}]
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: users, namespace: shop}
            spec: {matches: [{name: users, headers: {x-user: "a|ab|b.*?c"}}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 8080, appProtocol: http}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: [{name: main}]}
            """;

    @ParameterizedTest
    @CsvSource({"a, ALLOWED", "ab, ALLOWED", "bcc, ALLOWED", "abc, DENIED", "xa, DENIED", "b, DENIED", "A, DENIED"})
    void decide_valueOfAHeader_isAsSmiSays(String value, Outcome outcome) {
        ResourceSet set = ManifestReader.create().read(INPUT, "input.yaml");
        Inventory inventory = Inventory.from(set, "default");
        ModelledMesh mesh = LinkerdModel.create()
                .apply(
                        MeshTranslators.of(LinkerdTranslator.create())
                                .get("linkerd")
                                .translate(set)
                                .resources()
                                .stream()
                                .map(MeshResource::toTree)
                                .toList(),
                        Cluster.of(inventory));
        Workload web = inventory.workloads("shop").get(0);
        Identity edge = new Identity.ServiceAccount(new ServiceAccountName("shop", "edge"));
        Traffic request = new Traffic.Http("GET", "/", Map.of("x-user", value));
        assertThat(mesh.decide(new Arrival(Optional.of(edge), web, 8080, request)))
                .isEqualTo(outcome);
    }
}
