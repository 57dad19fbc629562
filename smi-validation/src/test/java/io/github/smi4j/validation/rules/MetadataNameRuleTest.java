package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, beginnings of names and namespaces, at the limits of Kubernetes and past them. */
class MetadataNameRuleTest {
    private static final String LONGEST = "abcdefghi.".repeat(25) + "abc";

    private static List<Diagnostic> findings(ObjectMeta metadata) {
        TCPRoute route = TCPRoute.builder().metadata(metadata).build();
        return Manifests.findings(ValidationCode.METADATA_NAME, ResourceSet.of(route));
    }

    private static List<Diagnostic> ofName(String name) {
        return findings(ObjectMeta.builder().name(name).namespace("shop").build());
    }

    private static List<Diagnostic> ofBeginning(String beginning) {
        return findings(
                ObjectMeta.builder().generateName(beginning).namespace("shop").build());
    }

    private static List<Diagnostic> ofNamespace(String namespace) {
        return findings(ObjectMeta.builder().name("ports").namespace(namespace).build());
    }

    @Test
    void check_aTextWithBadNames_locatesThem() {
        assertThat(Manifests.lines(ValidationCode.METADATA_NAME, """
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata:
                  name: My_Ports
                  namespace: shop.dev
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata: {generateName: Ports-, namespace: shop}
                """))
                .containsExactly(
                        "ERROR SMI2014 input.yaml:9:26 TCPRoute shop/Ports-* metadata.generateName:"
                                + " \"Ports-\" does not begin the name of a resource",
                        "ERROR SMI2014 input.yaml:4:9 TCPRoute shop.dev/My_Ports metadata.name:"
                                + " \"My_Ports\" is not the name of a resource",
                        "ERROR SMI2014 input.yaml:5:14 TCPRoute shop.dev/My_Ports metadata.namespace:"
                                + " \"shop.dev\" is not the name of a namespace");
    }

    @Test
    void check_aNameOf253Characters_isTheLongest() {
        assertThat(ofName(LONGEST)).isEmpty();
        assertThat(ofName(LONGEST + "d")).hasSize(1);
    }

    @Test
    void check_aBeginningOf252Characters_isTheLongest() {
        assertThat(ofBeginning(LONGEST.substring(1))).isEmpty();
        assertThat(ofBeginning(LONGEST)).hasSize(1);
    }

    @Test
    void check_aNamespaceOfSixtyThreeCharacters_isTheLongest() {
        assertThat(ofNamespace("n".repeat(63))).isEmpty();
        assertThat(ofNamespace("n".repeat(64))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web", "web_api", "-web", "web-", "web..api", ".web", "wéb", "web/api"})
    void check_aNameThatKubernetesRefuses_isFound(String name) {
        assertThat(ofName(name)).hasSize(1);
        assertThat(ofNamespace(name)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "web-", "web.", "1-"})
    void check_anOrdinaryBeginning_isNotFound(String beginning) {
        assertThat(ofBeginning(beginning)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "web.v1", "1", "a-b.c-d"})
    void check_anOrdinaryName_isNotFound(String name) {
        assertThat(ofName(name)).isEmpty();
    }

    @Test
    void check_anEmptyNamespace_isNoNamespace() {
        assertThat(ofNamespace("")).isEmpty();
    }

    @Test
    void check_theNamespaceOfWhatIsNoTrafficSpec_isLeftToTheResolution() {
        String target =
                Manifests.target("a", "{kind: TCPRoute, name: ports}").replace("namespace: shop}", "namespace: Shop}");
        assertThat(Manifests.lines(ValidationCode.METADATA_NAME, target)).isEmpty();
        assertThat(Manifests.lines(PolicyCode.NAME_INVALID, target)).isNotEmpty();
    }
}
