package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TrafficSplit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong in one place stays there: it takes nothing else down, and nothing is read past it. */
class FaultIsolationTest {
    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    private static List<String> lines(ResourceSet set) {
        return set.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void list_withAFaultInOneItem_keepsTheOthers() {
        ResourceSet set = read("""
                kind: List
                apiVersion: v1
                items:
                - apiVersion: specs.smi-spec.io/v1alpha4
                  kind: TCPRoute
                  metadata: {name: one}
                - apiVersion: specs.smi-spec.io/v1alpha4
                  kind: TCPRoute
                  metadata: {name: two}
                  metadata: {name: second}
                - apiVersion: specs.smi-spec.io/v1alpha4
                  kind: TCPRoute
                  metadata: {name: three}
                """);

        assertThat(set.resources()).extracting(r -> r.ref().name()).containsExactly("one", "three");
        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1004 a.yaml:10:3 TCPRoute two: the key \"metadata\" occurs twice in one object");
    }

    @Test
    void list_withAFaultAndAliases_keepsNoItem() {
        ResourceSet set = read("""
                kind: List
                apiVersion: v1
                items:
                - apiVersion: specs.smi-spec.io/v1alpha4
                  kind: TCPRoute
                  metadata: {name: one}
                  spec: &ports
                    matches: {ports: [80]}
                    matches: {ports: [81]}
                - apiVersion: specs.smi-spec.io/v1alpha4
                  kind: TCPRoute
                  metadata: {name: two}
                  spec: *ports
                """);

        assertThat(set.resources()).isEmpty();
        assertThat(set.entries()).hasSize(2);
    }

    @Test
    void list_withoutItems_isReported() {
        assertThat(lines(read("kind: List\napiVersion: v1\nitem: [{kind: TrafficSplit}]\n")))
                .containsExactly("ERROR SMI1107 a.yaml:1:1 items: is missing: expected a list");
        assertThat(lines(read("kind: TrafficSplitList\nitems:\n")))
                .containsExactly("ERROR SMI1106 a.yaml:2:7 items: must be a list");
    }

    @Test
    void groupThatLooksLikeSmis_isNotAnother() {
        ResourceSet set = read("""
                apiVersion: split.smi-sepc.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: a}
                spec: {service: web, backends: []}
                """);

        assertThat(set.entries().get(0).isFaulty()).isTrue();
        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1102 a.yaml:1:13 TrafficSplit a apiVersion: TrafficSplit is not in the API group"
                                + " \"split.smi-sepc.io\"");
    }

    @Test
    void emptyName_isMissing() {
        assertThat(lines(read("apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata: {name: ''}\n")))
                .containsExactly(
                        "ERROR SMI1107 a.yaml:3:18 TCPRoute metadata.name: is missing: expected a name, was empty");
    }

    @Test
    void addTree_ofAFaultyResource_keepsItsFaults() {
        ResourceSet set = ResourceSet.builder()
                .addTree(Map.of("kind", "Service", "apiVersion", "v1", "metadata", Map.of("name", "web")))
                .addTree(Map.of(
                        "kind",
                        "TrafficSplit",
                        "apiVersion",
                        "split.smi-spec.io/v1alpha4",
                        "metadata",
                        Map.of("name", "a"),
                        "spec",
                        Map.of("service", "web", "backends", 5)))
                .addTree(Map.of("kind", "List", "items", List.of(5)))
                .addTree(Map.of("kind", "Secret", "data", new Object()))
                .build();

        assertThat(set.otherResources()).hasSize(1);
        assertThat(set.resources()).isEmpty();
        assertThat(set.entries().get(1).remainder()).isPresent();
        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1008: The document is not an object",
                        "ERROR SMI1106 data: not a plain value: Object",
                        "ERROR SMI1106 TrafficSplit a spec.backends: must be a list, was 5");
    }

    @Test
    void kind_thatIsNoString_isReported() {
        assertThat(lines(read("metadata: {name: a}\nkind: 5\n")))
                .containsExactly("ERROR SMI1101 a.yaml:2:7 a kind: kind must be a string");
    }

    @Test
    void tagOnAKey_isReported() {
        assertThat(lines(read("kind: ConfigMap\n!!java/object metadata: {name: a}\n")))
                .containsExactly("ERROR SMI1005 a.yaml:2:1: the tag \"tag:yaml.org,2002:java/object\" is not accepted");
    }

    @Test
    void misplacedFields_areOneFinding() {
        ResourceSet set = read("""
                apiVersion: specs.smi-spec.io/v1alpha1
                kind: HTTPRouteGroup
                metadata: {name: a}
                spec:
                  matches: []
                """);

        assertThat(lines(set))
                .containsExactly("ERROR SMI1109 a.yaml:4:1 HTTPRouteGroup a spec: does not exist in"
                        + " specs.smi-spec.io/v1alpha1, whose fields stand at the top level");
    }

    @Test
    void misplacedPorts_leaveNothingToReasonAbout() {
        ResourceSet set = read("""
                apiVersion: specs.smi-spec.io/v1alpha2
                kind: TCPRoute
                metadata: {name: a}
                spec: {}
                matches: {ports: [80]}
                """);

        assertThat(set.entries().get(0).remainder()).isEmpty();
    }

    @Test
    void longKeys_areWrittenSoThatTheyCanBeRead() {
        String key = "k".repeat(2000);
        OtherResource resource = OtherResource.of(Map.of(
                "kind", "ConfigMap", "data", Map.of(key, "plain", key + "2", Map.of("nested", List.of(1, 2)))));

        String text = ManifestWriter.yaml().write(resource);

        assertThat(read(text).otherResources()).containsExactly(resource);
    }

    @Test
    void knownField_givenPastItsMethod_isRefused() {
        TrafficSplit.Builder split =
                TrafficSplit.builder().name("a").service("web").addBackend("b", 1);

        assertThatThrownBy(() -> split.otherSpec(OtherFields.of(Map.of("backends", List.of())))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("otherSpec has the field backends, which the model knows: set it by its own method");
    }

    @Test
    void sharedSubtrees_thatUnfoldToBillions_areRefused() {
        Map<String, Object> tree = new HashMap<>(Map.of("leaf", 1));
        for (int i = 0; i < 60; i++) {
            tree = new HashMap<>(Map.of("a", tree, "b", tree));
        }

        Decoded<SmiResource> decoded = SmiResource.decode(tree);

        assertThat(decoded.value()).isEmpty();
        assertThat(decoded.diagnostics()).extracting(Diagnostic::message).containsExactly("more than 1000000 nodes");
    }
}
