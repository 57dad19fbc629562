package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuilderTest {
    private static final TrafficSplit SPLIT = TrafficSplit.builder()
            .name("canary")
            .namespace("shop")
            .service("web")
            .addBackend("web-v1", 90)
            .addBackend("web-v2", 10)
            .build();

    private static final TrafficTarget TARGET = TrafficTarget.builder()
            .name("edge-to-web")
            .namespace("shop")
            .destination(Subject.serviceAccount("web"))
            .addSource(Subject.serviceAccount("edge").inNamespace("ingress"))
            .addRule(Rule.httpRouteGroup("web-routes", "read"))
            .build();

    @Test
    void trafficSplit_example_isTheDocument() {
        assertThat(SPLIT.toTree()).isEqualTo(PlainYaml.tree("""
                                apiVersion: split.smi-spec.io/v1alpha4
                                kind: TrafficSplit
                                metadata:
                                  name: canary
                                  namespace: shop
                                spec:
                                  service: web
                                  backends:
                                  - service: web-v1
                                    weight: 90
                                  - service: web-v2
                                    weight: 10
                                """));
    }

    @Test
    void trafficTarget_example_isTheDocument() {
        assertThat(TARGET.toTree()).isEqualTo(PlainYaml.tree("""
                                apiVersion: access.smi-spec.io/v1alpha4
                                kind: TrafficTarget
                                metadata:
                                  name: edge-to-web
                                  namespace: shop
                                spec:
                                  destination:
                                    kind: ServiceAccount
                                    name: web
                                  rules:
                                  - kind: HTTPRouteGroup
                                    name: web-routes
                                    matches: [read]
                                  sources:
                                  - kind: ServiceAccount
                                    name: edge
                                    namespace: ingress
                                """));
    }

    @Test
    void identityBindingSubject_namesItsGroup() {
        assertThat(Subject.identityBinding("web"))
                .isEqualTo(Subject.builder()
                        .kind("IdentityBinding")
                        .group("access.smi-spec.io")
                        .name("web")
                        .build());
    }

    @Test
    void httpRouteGroupRule_withoutNames_grantsAllMatches() {
        assertThat(Rule.httpRouteGroup("g").matches()).isEqualTo(MatchNames.all());
    }

    @Test
    void matchNames_emptyList_isNotAll() {
        assertThat(MatchNames.of(List.of())).isNotEqualTo(MatchNames.all());
    }

    @Test
    void splitMatches_emptyList_isNotNone() {
        assertThat(SplitMatches.of(List.of())).isNotEqualTo(SplitMatches.none());
    }

    static Stream<Arguments> unfinished() {
        return Stream.of(
                arguments("split without anything", TrafficSplit.builder(), "service"),
                arguments("split without service", TrafficSplit.builder().name("a"), "service"),
                arguments("target without destination", TrafficTarget.builder().name("a"), "destination"),
                arguments("match without name", HTTPMatch.builder(), "name"),
                arguments("backend without service", Backend.builder(), "service"),
                arguments("subject without anything", Subject.builder(), "kind, name"),
                arguments("rule without name", Rule.builder().kind("TCPRoute"), "name"),
                arguments("reference without kind", RouteRef.builder().name("a"), "kind"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfinished")
    void build_requiredFieldsNotSet_areNamed(String name, Object builder, String fields) {
        assertThatThrownBy(() -> build(builder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("some of required attributes are not set [" + fields + "]");
    }

    @Test
    void build_resourceWithoutAName_saysWhatItNeeds() {
        assertThatThrownBy(() -> HTTPRouteGroup.builder().namespace("shop").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("metadata needs a name or a generateName: neither was set");
        assertThatThrownBy(() -> TCPRoute.builder().build()).hasMessageStartingWith("metadata needs a name");
    }

    @Test
    void build_nameBesideMetadata_winsInAnyOrder() {
        ObjectMeta metadata = ObjectMeta.builder()
                .name("other")
                .namespace("shop")
                .putLabel("app", "web")
                .build();
        ObjectMeta expected = metadata.toBuilder().name("g").build();

        assertThat(HTTPRouteGroup.builder().name("g").metadata(metadata).build().metadata())
                .isEqualTo(expected);
        assertThat(HTTPRouteGroup.builder().metadata(metadata).name("g").build().metadata())
                .isEqualTo(expected);
    }

    @Test
    void build_twice_isTheSame() {
        TCPRoute.Builder builder = TCPRoute.builder().name("db").ports(5432).apiVersion("specs.smi-spec.io/v1alpha1");

        assertThat(builder.build()).isEqualTo(builder.build());
        assertThat(builder.build().metadata().generateName()).isEmpty();
        assertThat(builder.build().apiVersion()).isEqualTo("specs.smi-spec.io/v1alpha4");
    }

    private static Object build(Object builder) {
        if (builder instanceof TrafficSplit.Builder b) {
            return b.build();
        } else if (builder instanceof TrafficTarget.Builder b) {
            return b.build();
        } else if (builder instanceof HTTPRouteGroup.Builder b) {
            return b.build();
        } else if (builder instanceof HTTPMatch.Builder b) {
            return b.build();
        } else if (builder instanceof Backend.Builder b) {
            return b.build();
        } else if (builder instanceof Subject.Builder b) {
            return b.build();
        } else if (builder instanceof Rule.Builder b) {
            return b.build();
        }
        return ((RouteRef.Builder) builder).build();
    }

    @Test
    void build_namespaceWithoutName_saysWhatMetadataNeeds() {
        assertThatThrownBy(() -> TCPRoute.builder().namespace("shop").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("metadata needs a name or a generateName: neither was set");
    }

    static Stream<Arguments> unknownVersions() {
        return Stream.of(
                arguments(
                        "split",
                        (ThrowingCallable) () -> SPLIT.toBuilder()
                                .apiVersion("split.smi-spec.io/v1")
                                .build(),
                        "TrafficSplit has no apiVersion \"split.smi-spec.io/v1\"; it has [v1alpha1, v1alpha2, v1alpha3,"
                                + " v1alpha4] of split.smi-spec.io"),
                arguments(
                        "bare version",
                        (ThrowingCallable)
                                () -> SPLIT.toBuilder().apiVersion("v1alpha4").build(),
                        "TrafficSplit has no apiVersion \"v1alpha4\"; it has [v1alpha1, v1alpha2, v1alpha3, v1alpha4] of"
                                + " split.smi-spec.io"),
                arguments(
                        "other group",
                        (ThrowingCallable) () -> TARGET.toBuilder()
                                .apiVersion("split.smi-spec.io/v1alpha4")
                                .build(),
                        "TrafficTarget has no apiVersion \"split.smi-spec.io/v1alpha4\"; it has [v1alpha1, v1alpha2,"
                                + " v1alpha3, v1alpha4] of access.smi-spec.io"),
                arguments(
                        "older than the kind",
                        (ThrowingCallable) () -> UDPRoute.builder()
                                .name("a")
                                .apiVersion("specs.smi-spec.io/v1alpha3")
                                .build(),
                        "UDPRoute has no apiVersion \"specs.smi-spec.io/v1alpha3\"; it has [v1alpha4] of"
                                + " specs.smi-spec.io"),
                arguments(
                        "binding",
                        (ThrowingCallable) () -> IdentityBinding.builder()
                                .name("a")
                                .apiVersion("access.smi-spec.io/v1alpha3")
                                .build(),
                        "IdentityBinding has no apiVersion \"access.smi-spec.io/v1alpha3\"; it has [v1alpha4] of"
                                + " access.smi-spec.io"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownVersions")
    void build_unknownVersion_isRefused(String name, ThrowingCallable build, String message) {
        assertThatThrownBy(build).isInstanceOf(IllegalStateException.class).hasMessage(message);
    }

    @Test
    void toBuilder_unchanged_isEqual() {
        assertThat(TARGET.toBuilder().build()).isEqualTo(TARGET).hasSameHashCodeAs(TARGET);
    }

    @Test
    void toBuilder_otherNamespace_keepsTheRestOfTheMetadata() {
        HTTPRouteGroup group = HTTPRouteGroup.builder()
                .metadata(ObjectMeta.builder()
                        .name("g")
                        .putLabel("app", "web")
                        .other(OtherFields.of(Map.of("uid", "1")))
                        .build())
                .build();

        ObjectMeta moved = group.toBuilder().namespace("other").build().metadata();

        assertThat(moved)
                .isEqualTo(ObjectMeta.builder()
                        .name("g")
                        .namespace("other")
                        .putLabel("app", "web")
                        .other(OtherFields.of(Map.of("uid", "1")))
                        .build());
    }

    @Test
    void toBuilder_changed_leavesTheOriginalAlone() {
        TrafficSplit more = SPLIT.toBuilder().addBackend("web-v3", 5).build();

        assertThat(more.backends()).hasSize(3);
        assertThat(SPLIT.backends()).hasSize(2);
    }

    static Stream<Arguments> differing() {
        return Stream.of(
                arguments(
                        "version",
                        SPLIT.toBuilder()
                                .apiVersion("split.smi-spec.io/v1alpha2")
                                .build()),
                arguments(
                        "order of backends",
                        TrafficSplit.builder()
                                .name("canary")
                                .namespace("shop")
                                .service("web")
                                .addBackend("web-v2", 10)
                                .addBackend("web-v1", 90)
                                .build()),
                arguments(
                        "unknown field",
                        SPLIT.toBuilder()
                                .other(OtherFields.of(Map.of("status", 1)))
                                .build()),
                arguments(
                        "unknown field of the spec",
                        SPLIT.toBuilder()
                                .otherSpec(OtherFields.of(Map.of("x", 1)))
                                .build()),
                arguments(
                        "empty matches",
                        SPLIT.toBuilder().matches(SplitMatches.of(List.of())).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differing")
    void equals_oneDifference_isNotEqual(String name, TrafficSplit other) {
        assertThat(other).isNotEqualTo(SPLIT);
    }

    @Test
    void putAllLabels_mapChangedLater_isCopied() {
        Map<String, String> labels = new LinkedHashMap<>(Map.of("a", "1"));
        ObjectMeta metadata = ObjectMeta.builder().name("n").labels(labels).build();

        labels.put("b", "2");

        assertThat(metadata.labels()).containsExactly(Map.entry("a", "1"));
    }

    @Test
    void labels_keepTheirOrder() {
        ObjectMeta metadata = ObjectMeta.builder()
                .name("n")
                .putLabel("z", "1")
                .putLabel("y", "2")
                .putLabel("x", "3")
                .putLabel("a", "4")
                .build();

        assertThat(metadata.labels().keySet()).containsExactly("z", "y", "x", "a");
    }

    static Stream<Arguments> collections() {
        TrafficSplit split = SPLIT.toBuilder()
                .otherSpec(OtherFields.of(Map.of("x", List.of(1))))
                .build();
        HTTPMatch match = HTTPMatch.builder()
                .name("m")
                .addMethod("GET")
                .putHeader("a", "b")
                .build();
        return Stream.of(
                arguments("backends", (Supplier<Object>) split::backends),
                arguments("sources", (Supplier<Object>) TARGET::sources),
                arguments("rules", (Supplier<Object>) TARGET::rules),
                arguments("methods", (Supplier<Object>) match::methods),
                arguments("headers", (Supplier<Object>) match::headers),
                arguments("tree", (Supplier<Object>) split::toTree),
                arguments("tree of the spec", (Supplier<Object>)
                        () -> split.toTree().get("spec")),
                arguments("unknown fields", (Supplier<Object>)
                        () -> split.otherSpec().asMap()),
                arguments("list in unknown fields", (Supplier<Object>)
                        () -> split.otherSpec().asMap().get("x")),
                arguments("ports", (Supplier<Object>) () -> ((Ports.Listed) Ports.of(1, 2)).numbers()),
                arguments("match names", (Supplier<Object>) () -> ((MatchNames.Named) MatchNames.of("a")).names()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("collections")
    void collections_areUnmodifiable(String name, Supplier<Object> collection) {
        Object value = collection.get();

        assertThatThrownBy(() -> {
                    if (value instanceof Map<?, ?> map) {
                        map.clear();
                    } else {
                        ((List<?>) value).clear();
                    }
                })
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void otherFields_nestedCollectionsChangedLater_areCopied() {
        List<Object> inner = new ArrayList<>(List.of("a"));
        Map<String, Object> middle = new LinkedHashMap<>(Map.of("list", inner));
        OtherFields fields = OtherFields.of(Map.of("map", middle));

        inner.add("b");
        middle.put("c", 1);

        assertThat(fields.asMap()).isEqualTo(Map.of("map", Map.of("list", List.of("a"))));
    }

    @Test
    void otherFields_nullValues_areKept() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", null);
        tree.put("list", Arrays.asList(1, null));

        assertThat(OtherFields.of(tree).asMap()).isEqualTo(tree);
    }

    @Test
    void otherFields_arrays_areLists() {
        assertThat(OtherFields.of(Map.of("a", new Object[] {1, new String[] {"x"}})))
                .isEqualTo(OtherFields.of(Map.of("a", List.of(1, List.of("x")))));
    }

    /** Parsers differ in the type they give a small number: Integer, Long, or BigInteger. */
    @Test
    void otherFields_sameWholeNumberOfAnotherType_isEqual() {
        assertThat(OtherFields.of(Map.of("n", 5L)))
                .isEqualTo(OtherFields.of(Map.of("n", 5)))
                .isEqualTo(OtherFields.of(Map.of("n", java.math.BigInteger.valueOf(5))));
    }

    static Stream<Arguments> notPlain() {
        return Stream.of(
                arguments("date", new java.util.Date(0), "not a plain value: Date"),
                arguments("not a number", Double.NaN, "not a number that JSON can write: NaN"),
                arguments("infinity", Float.NEGATIVE_INFINITY, "not a number that JSON can write: -Infinity"),
                arguments("key", Map.of(1, 2), "keys must be strings, found the key 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notPlain")
    void otherFields_valueWithoutJsonForm_isRefused(String name, Object value, String message) {
        assertThatThrownBy(() -> OtherFields.of(Map.of("a", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void ports_empty_isRefused() {
        assertThatThrownBy(() -> Ports.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a list of ports must not be empty: SMI reads an empty list as all ports; use Ports.all()");
    }

    static Stream<Arguments> noPorts() {
        return Stream.of(
                arguments("0", (ThrowingCallable) () -> Ports.of(0), "a port must be 1 to 65535, was 0"),
                arguments("-1", (ThrowingCallable) () -> Ports.of(List.of(-1)), "a port must be 1 to 65535, was -1"),
                arguments(
                        "65536", (ThrowingCallable) () -> Ports.of(80, 65536), "a port must be 1 to 65535, was 65536"),
                arguments(
                        "of a route",
                        (ThrowingCallable)
                                () -> TCPRoute.builder().name("a").ports(80, 0).build(),
                        "a port must be 1 to 65535, was 0"),
                arguments(
                        "of a destination",
                        (ThrowingCallable)
                                () -> TARGET.toBuilder().destinationPort(70000).build(),
                        "a port must be 1 to 65535, was 70000"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noPorts")
    void ports_outOfRange_areRefused(String name, ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void ports_limits_arePorts() {
        assertThat(Ports.of(1, 65535)).isEqualTo(Ports.of(List.of(1, 65535)));
    }

    @Test
    void ref_generateName_showsThePrefix() {
        TrafficSplit split = SPLIT.toBuilder()
                .metadata(ObjectMeta.builder().generateName("canary-").build())
                .build();

        assertThat(split.ref()).hasToString("TrafficSplit canary-*");
    }
}
