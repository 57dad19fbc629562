package io.github.smi4j.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeLabelsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod-template-hash",
                "statefulset.kubernetes.io/pod-name",
                "security.istio.io/tlsMode",
                "linkerd.io/control-plane-ns",
                "consul.hashicorp.com/connect-inject-status"
            })
    void contains_whatIsPutOnRunningPods_isTrue(String key) {
        assertThat(RuntimeLabels.contains(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "app.kubernetes.io/name", "consul", "example.com/consul.hashicorp.com"})
    void contains_whatLasts_isFalse(String key) {
        assertThat(RuntimeLabels.contains(key)).isFalse();
    }

    @Test
    void without_labelsOfRunningPods_keepsTheOrderOfTheRest() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("version", "v1");
        labels.put("consul.hashicorp.com/connect-inject-status", "injected");
        labels.put("app", "web");
        assertThat(RuntimeLabels.without(labels)).containsExactly(Map.entry("version", "v1"), Map.entry("app", "web"));
    }
}
