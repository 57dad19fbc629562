package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and values of labels, at the limits of Kubernetes and past them. */
class LabelRuleTest {
    private static List<String> lines(String key, String value) {
        ObjectMeta metadata = ObjectMeta.builder()
                .name("canary")
                .namespace("shop")
                .labels(Map.of(key, value))
                .build();
        TrafficSplit split = TrafficSplit.builder()
                .metadata(metadata)
                .service("web")
                .addBackend("web-v1", 1)
                .build();
        return Manifests.findings(ValidationCode.LABEL, ResourceSet.of(split)).stream()
                .map(Diagnostic::message)
                .toList();
    }

    @Test
    void check_aTextWithBadLabels_locatesKeysAtTheKeyAndValuesAtTheValue() {
        assertThat(Manifests.lines(ValidationCode.LABEL, """
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata:
                  name: canary
                  namespace: shop
                  labels:
                    app: web
                    -team: blue
                    tier: front end
                spec:
                  service: web
                  backends: [{service: web-v1, weight: 1}]
                """))
                .containsExactly(
                        "ERROR SMI2008 input.yaml:8:5 TrafficSplit shop/canary metadata.labels[-team]:"
                                + " \"-team\" is not the key of a label",
                        "ERROR SMI2008 input.yaml:9:11 TrafficSplit shop/canary metadata.labels[tier]:"
                                + " \"front end\" is not the value of a label");
    }

    @Test
    void check_aKeyOfSixtyThreeCharacters_isTheLongest() {
        assertThat(lines("a".repeat(63), "x")).isEmpty();
        assertThat(lines("a".repeat(64), "x")).hasSize(1);
    }

    @Test
    void check_aValueOfSixtyThreeCharacters_isTheLongest() {
        assertThat(lines("app", "a".repeat(63))).isEmpty();
        assertThat(lines("app", "a".repeat(64)))
                .containsExactly("\"" + "a".repeat(64) + "\" is not the value of a label");
    }

    @Test
    void check_aPrefixOf253Characters_isTheLongest() {
        String prefix = "abcdefghi.".repeat(25) + "abc";
        assertThat(lines(prefix + "/app", "x")).isEmpty();
        assertThat(lines(prefix + "d/app", "x")).hasSize(1);
    }

    @Test
    void check_aBadKeyWithABadValue_isOneFinding() {
        assertThat(lines("-team", "front end")).containsExactly("\"-team\" is not the key of a label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/app", "example.com/", "a/b/c", "Example.com/app", "app-", "ä"})
    void check_aKeyThatKubernetesRefuses_isFound(String key) {
        assertThat(lines(key, "x")).hasSize(1).first().asString().endsWith(" is not the key of a label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "app.kubernetes.io/name", "A", "a.b_c-d", "1"})
    void check_anOrdinaryLabel_isNotFound(String key) {
        assertThat(lines(key, "")).isEmpty();
        assertThat(lines(key, "V1.2_x-y")).isEmpty();
    }
}
