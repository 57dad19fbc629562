package io.github.smi4j.translate.consul;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.consul.ConsulModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to ports, and under names, that only the annotations of consul-k8s bring about: SMI knows nothing of them. */
class RegistrationAccessTest {
    /** The front may call the port 9090 of the api, and no other. */
    private static final String SHOP = """
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: api, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: api, namespace: shop}
              sources: [{kind: ServiceAccount, name: front, namespace: shop}]
              rules: [{kind: TCPRoute, name: admin}]
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: admin, namespace: shop}
            spec: {matches: {ports: [9090]}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}, annotations: {%s}}
            spec:
              serviceAccountName: api
              containers:
              - {name: main, ports: [{containerPort: 8080, name: http}, {containerPort: 9090, name: admin}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {selector: {app: api}, ports: [{name: http, port: 8080}, {name: admin, port: 9090}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: front, namespace: shop, labels: {app: front}}
            spec: {serviceAccountName: front, containers: [{name: main, ports: [{containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: shop}
            spec: {selector: {app: front}, ports: [{port: 8080}]}
            """;
    /** Pods that are the front too, under an account of their own. */
    private static final String BOTH = """
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: both
              namespace: shop
              labels: {app: both}
              annotations: {consul.hashicorp.com/connect-service: "front,front-admin", consul.hashicorp.com/transparent-proxy: "false"}
            spec: {serviceAccountName: both, containers: [{name: main, ports: [{containerPort: 8080}]}]}
            """;

    private static Outcome call(String manifests, String caller, int port, Verdict smi) {
        ResourceSet set = ManifestReader.create().read(manifests, "shop.yaml");
        Inventory inventory = Inventory.from(set, "default");
        Workload api = inventory.workloads("shop").stream()
                .filter(workload -> workload.name().equals("api"))
                .findFirst()
                .orElseThrow();
        Identity account = new Identity.ServiceAccount(new ServiceAccountName("shop", caller));
        Traffic request = new Traffic.Http("GET", "/", Map.of());
        assertThat(Evaluator.of(ResolvedPolicy.of(set, PolicyOptions.defaults()), inventory)
                        .decide(account, api, port, request)
                        .verdict())
                .isEqualTo(smi);
        return ConsulModel.create()
                .apply(
                        MeshTranslators.of(ConsulTranslator.create()).get("consul").translate(set).resources().stream()
                                .map(MeshResource::toTree)
                                .toList(),
                        Cluster.of(inventory))
                .decide(new Arrival(Optional.of(account), api, port, request));
    }

    /** So that the others do not pass since nobody may call at all. */
    @Test
    void call_toThePortOfTheRule_isAllowed() {
        String shop = SHOP.formatted("consul.hashicorp.com/connect-service-port: '9090'");
        assertThat(call(shop, "front", 9090, Verdict.ALLOWED)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "consul.hashicorp.com/connect-service-default-port: admin",
                "consul.hashicorp.com/connect-service-default-port: '09090'",
                "'consul.hashicorp.com/connect-service-port': '8080,9090', consul.hashicorp.com/connect-service-default-port: admin",
                "consul.hashicorp.com/connect-service-port: ''",
                "consul.hashicorp.com/connect-service-port: '8080'"
            })
    void call_toThePortThatNoRuleNames_isNotAllowed(String annotation) {
        assertThat(call(SHOP.formatted(annotation), "front", 8080, Verdict.DENIED))
                .isIn(Outcome.DENIED, Outcome.NOT_CARRIED);
    }

    @Test
    void call_underTheNameOfASource_isDenied() {
        String shop = SHOP.formatted("consul.hashicorp.com/connect-service-port: '9090'") + BOTH;
        assertThat(call(shop, "both", 9090, Verdict.DENIED)).isEqualTo(Outcome.DENIED);
    }
}
