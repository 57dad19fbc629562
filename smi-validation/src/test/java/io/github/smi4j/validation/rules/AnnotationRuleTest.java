package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
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

/** Keys of annotations, and how long all of them may be. */
class AnnotationRuleTest {
    private static final int MOST = 262_144;

    private static List<Diagnostic> findings(Map<String, String> annotations) {
        ObjectMeta metadata = ObjectMeta.builder()
                .name("canary")
                .namespace("shop")
                .annotations(annotations)
                .build();
        TrafficSplit split = TrafficSplit.builder()
                .metadata(metadata)
                .service("web")
                .addBackend("web-v1", 1)
                .build();
        return Manifests.findings(ValidationCode.ANNOTATION, ResourceSet.of(split));
    }

    @Test
    void check_aTextWithABadKey_locatesIt() {
        assertThat(Manifests.lines(ValidationCode.ANNOTATION, """
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata:
                  name: canary
                  namespace: shop
                  annotations:
                    note: any text, "even this"
                    two words: x
                spec:
                  service: web
                  backends: [{service: web-v1, weight: 1}]
                """))
                .containsExactly(
                        "ERROR SMI2009 input.yaml:8:5 TrafficSplit shop/canary metadata.annotations[two words]:"
                                + " \"two words\" is not the key of an annotation");
    }

    @Test
    void check_asManyBytesAsKubernetesTakes_isNotFound() {
        assertThat(findings(Map.of("note", "x".repeat(MOST - 4)))).isEmpty();
    }

    @Test
    void check_oneByteMore_isFound() {
        List<Diagnostic> findings = findings(Map.of("note", "x".repeat(MOST - 3)));
        assertThat(findings)
                .extracting(Diagnostic::message)
                .containsExactly("the annotations have 262145 bytes, expected at most 262144");
        assertThat(findings).extracting(Diagnostic::path).containsExactly(FieldPath.of("metadata", "annotations"));
    }

    @Test
    void check_lettersOfTwoBytes_countAsTwo() {
        assertThat(findings(Map.of("note", "é".repeat(MOST / 2 - 2)))).isEmpty();
        assertThat(findings(Map.of("note", "é".repeat(MOST / 2 - 1))))
                .extracting(Diagnostic::message)
                .containsExactly("the annotations have 262146 bytes, expected at most 262144");
    }

    @Test
    void check_severalAnnotations_areLongTogether() {
        assertThat(findings(Map.of("a", "x".repeat(MOST / 2), "b", "x".repeat(MOST / 2 - 2))))
                .isEmpty();
        assertThat(findings(Map.of("a", "x".repeat(MOST / 2), "b", "x".repeat(MOST / 2 - 1))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/note", "example.com/", "a/b/c", "note-", "é"})
    void check_aKeyThatKubernetesRefuses_isFound(String key) {
        assertThat(findings(Map.of(key, "x"))).hasSize(1);
    }

    @Test
    void check_aKeyOfSixtyThreeCharacters_isTheLongest() {
        assertThat(findings(Map.of("n".repeat(63), "x"))).isEmpty();
        assertThat(findings(Map.of("n".repeat(64), "x"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "Example.COM/Note", "kubectl.kubernetes.io/last-applied-configuration", "a_b"})
    void check_anOrdinaryAnnotation_isNotFound(String key) {
        assertThat(findings(Map.of(key, "{\"a\": [1]}\n"))).isEmpty();
    }
}
