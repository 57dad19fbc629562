package io.github.smi4j.translate.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.istio.IstioModel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proof meets of Istio in clusters. */
class IstioClusterTest {
    private static final List<Map<String, Object>> DRAWN = LongStream.range(0, 2000)
            .boxed()
            .flatMap(seed -> IstioCluster.manifests(new Random(seed)).stream())
            .toList();
    private static final String ALL =
            DRAWN.stream().map(tree -> Bundle.of(List.of(tree)).toYaml()).collect(Collectors.joining("\n---\n"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action: ALLOW",
                "action: DENY",
                "action: CUSTOM",
                "action: AUDIT",
                "istio.io/dry-run: \"true\"",
                "istio.io/dry-run: \"True\"",
                "istio.io/dry-run: \"1\"",
                "istio.io/dry-run: \"false\"",
                "targetRefs:",
                "targetRef:",
                "creationTimestamp:",
                "portLevelMtls:",
                "mode: UNSET",
                "name: default\n",
                "name: default-deny\n",
                "name: default-deny-smi-",
                "name: allow-app-w0-",
                "name: web-all\n",
                "managed-by: smi4j",
                ".svc.k8s.corp.example",
                "namespace: istio-system"
            })
    void manifests_ofManySeeds_haveTheHardCases(String text) {
        assertThat(ALL).contains(text);
    }

    @Test
    void manifests_ofManySeeds_haveAPeerAuthenticationForTheMesh() {
        assertThat(DRAWN)
                .anyMatch(tree -> "PeerAuthentication".equals(tree.get("kind"))
                        && tree.get("metadata") instanceof Map<?, ?> metadata
                        && "istio-system".equals(metadata.get("namespace"))
                        && tree.get("spec") instanceof Map<?, ?> spec
                        && !spec.containsKey("selector"));
    }

    @Test
    void manifests_ofManySeeds_areWhatIstioTakes() {
        assertThat(DRAWN.stream()
                        .filter(tree -> String.valueOf(tree.get("apiVersion")).startsWith("security.istio.io/")))
                .hasSizeGreaterThan(300)
                .allSatisfy(tree -> assertThat(IstioModel.create().faults(tree)).isEmpty());
    }
}
