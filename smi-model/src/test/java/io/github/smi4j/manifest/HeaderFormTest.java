package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.model.Backend;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.PodLabelSelector;
import io.github.smi4j.model.PortMatch;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiArbitraries;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as a list of maps, and unknown fields that cannot hide a known one. */
class HeaderFormTest {
    private static final ManifestWriter YAML = ManifestWriter.yaml().headers(HeaderForm.LIST);
    private static final ManifestWriter JSON = ManifestWriter.json().headers(HeaderForm.LIST);

    private static HTTPRouteGroup group(String version) {
        return HTTPRouteGroup.builder()
                .name("g")
                .apiVersion("specs.smi-spec.io/" + version)
                .addMatch(HTTPMatch.builder()
                        .name("m")
                        .pathRegex("/m")
                        .putHeader("x-b", "1")
                        .putHeader("Host", "a.*")
                        .putHeader("x-a", "yes")
                        .build())
                .addMatch(HTTPMatch.builder().name("rest").pathRegex("/n").build())
                .build();
    }

    private static SmiResource read(String text) {
        var set = ManifestReader.create().read(text, "t.yaml");
        assertThat(set.diagnostics()).isEmpty();
        return set.resources().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1alpha3", "v1alpha4"})
    void write_listOfANestedVersion_keepsTheOrder(String version) {
        assertThat(YAML.write(group(version))).isEqualTo("""
                apiVersion: specs.smi-spec.io/%s
                kind: HTTPRouteGroup
                metadata:
                  name: g
                spec:
                  matches:
                  - name: m
                    pathRegex: "/m"
                    headers:
                    - x-b: "1"
                    - Host: "a.*"
                    - x-a: "yes"
                  - name: rest
                    pathRegex: "/n"
                """.formatted(version));
    }

    @Test
    void write_listOfAFlatVersion_keepsTheOrder() {
        assertThat(YAML.write(group("v1alpha2"))).isEqualTo("""
                apiVersion: specs.smi-spec.io/v1alpha2
                kind: HTTPRouteGroup
                metadata:
                  name: g
                matches:
                - name: m
                  pathRegex: "/m"
                  headers:
                  - x-b: "1"
                  - Host: "a.*"
                  - x-a: "yes"
                - name: rest
                  pathRegex: "/n"
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1alpha2", "v1alpha3", "v1alpha4"})
    void write_listOfAnyVersion_isReadBackInOrder(String version) {
        HTTPRouteGroup group = group(version);
        for (ManifestWriter writer : List.of(YAML, JSON)) {
            SmiResource again = read(writer.write(group));
            SmiResource ofMany = read(writer.write(List.of(group)));

            assertThat(again).isEqualTo(group);
            assertThat(ofMany).isEqualTo(group);
            assertThat(((HTTPRouteGroup) again).matches().get(0).headers().keySet())
                    .containsExactly("x-b", "Host", "x-a");
        }
    }

    @Test
    void write_listInJson_isAListOfObjects() {
        assertThat(JSON.write(group("v1alpha4")).replaceAll("\\s+", ""))
                .contains("\"headers\":[{\"x-b\":\"1\"},{\"Host\":\"a.*\"},{\"x-a\":\"yes\"}]");
    }

    @Test
    void headers_mapOfAListWriter_isTheDefaultAgain() {
        HTTPRouteGroup group = group("v1alpha4");

        assertThat(YAML.headers(HeaderForm.MAP).write(group))
                .isEqualTo(ManifestWriter.yaml().write(group))
                .contains("    headers:\n      x-b: \"1\"\n");
        assertThatThrownBy(() -> ManifestWriter.yaml().headers(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void write_otherResourceThatLooksLikeAGroup_staysAsItWas() {
        OtherResource other = OtherResource.of(Map.of(
                "apiVersion",
                "example.org/v1",
                "kind",
                "HTTPRouteGroup",
                "metadata",
                Map.of("name", "g"),
                "matches",
                List.of(Map.of("headers", Map.of("a", "b")))));

        assertThat(YAML.write(other)).isEqualTo(ManifestWriter.yaml().write(other));
    }

    @Provide
    Arbitrary<SmiResource> resources() {
        return SmiArbitraries.resources();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void write_anyResource_meansTheSameInBothForms(@ForAll("resources") SmiResource resource) {
        String map = ManifestWriter.yaml().write(resource);
        String list = YAML.write(resource);

        if (!(resource instanceof HTTPRouteGroup)) {
            assertThat(list).isEqualTo(map);
            assertThat(JSON.write(resource)).isEqualTo(ManifestWriter.json().write(resource));
        }
        for (ManifestWriter writer : List.of(YAML, JSON)) {
            assertThat(trees(writer, resource)).isEqualTo(trees(ManifestWriter.yaml(), resource));
        }
    }

    private static List<Map<String, Object>> trees(ManifestWriter writer, SmiResource resource) {
        return ManifestReader.create().read(writer.write(resource), "t").manifests().stream()
                .map(Manifest::toTree)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> other_withAKnownField_isRefused() {
        Subject web = Subject.serviceAccount("web");
        return Stream.of(
                        known(
                                "Backend",
                                o -> Backend.builder()
                                        .service("s")
                                        .weight(1)
                                        .other(o)
                                        .build(),
                                "service",
                                "weight"),
                        known(
                                "HTTPMatch",
                                o -> HTTPMatch.builder().name("m").other(o).build(),
                                "name",
                                "pathRegex",
                                "methods",
                                "headers"),
                        known(
                                "ObjectMeta",
                                o -> ObjectMeta.builder().name("m").other(o).build(),
                                "name",
                                "generateName",
                                "namespace",
                                "labels",
                                "annotations"),
                        known(
                                "PodLabelSelector",
                                o -> PodLabelSelector.builder().other(o).build(),
                                "matchLabels"),
                        known("PortMatch", o -> PortMatch.builder().other(o).build(), "name", "ports"),
                        known(
                                "RouteRef",
                                o -> RouteRef.builder()
                                        .kind("k")
                                        .name("n")
                                        .other(o)
                                        .build(),
                                "kind",
                                "name",
                                "apiGroup"),
                        known(
                                "Rule",
                                o -> Rule.builder().kind("k").name("n").other(o).build(),
                                "kind",
                                "name",
                                "matches"),
                        known(
                                "Subject",
                                o -> Subject.builder()
                                        .kind("k")
                                        .name("n")
                                        .other(o)
                                        .build(),
                                "kind",
                                "name",
                                "namespace",
                                "group"),
                        known(
                                "IdentityBinding.otherSchemes",
                                o -> IdentityBinding.builder()
                                        .name("n")
                                        .otherSchemes(o)
                                        .build(),
                                "podLabelSelector",
                                "spiffeIdentities",
                                "serviceAccount"),
                        known(
                                "TrafficTarget destination",
                                o -> TrafficTarget.builder()
                                        .name("n")
                                        .destination(Subject.builder()
                                                .kind("k")
                                                .name("n")
                                                .other(o)
                                                .build())
                                        .build(),
                                "port"),
                        known(
                                "nested TrafficTarget",
                                o -> TrafficTarget.builder()
                                        .name("n")
                                        .destination(web)
                                        .other(o)
                                        .build(),
                                "spec",
                                "destination",
                                "sources",
                                "rules",
                                "specs",
                                "metadata"),
                        known(
                                "nested HTTPRouteGroup",
                                o -> HTTPRouteGroup.builder().name("n").other(o).build(),
                                "spec",
                                "matches"),
                        known(
                                "nested TCPRoute",
                                o -> TCPRoute.builder().name("n").other(o).build(),
                                "spec",
                                "matches"),
                        known(
                                "TrafficSplit",
                                o -> TrafficSplit.builder()
                                        .name("n")
                                        .service("s")
                                        .other(o)
                                        .build(),
                                "spec",
                                "service",
                                "backends"))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> known(String type, Function<OtherFields, ?> build, String... fields) {
        return Set.of(fields).stream()
                .sorted()
                .map(field -> DynamicTest.dynamicTest(type + " " + field, () -> {
                    OtherFields other = OtherFields.of(Map.of(field, 1));
                    assertThatThrownBy(() -> build.apply(other))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("field " + field + ",");
                    assertThat(build.apply(OtherFields.of(Map.of("x-" + field, 1))))
                            .isNotNull();
                }));
    }
}
