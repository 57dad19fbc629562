package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.FieldPath;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NearestVersionTest {
    private static TrafficSplit.Builder split(String version) {
        return TrafficSplit.builder()
                .name("a")
                .apiVersion("split.smi-spec.io/" + version)
                .service("web")
                .addBackend("v1", 1);
    }

    private static HTTPRouteGroup.Builder group(String version) {
        return HTTPRouteGroup.builder().name("a").apiVersion("specs.smi-spec.io/" + version);
    }

    private static TCPRoute.Builder tcp(String version) {
        return TCPRoute.builder().name("a").apiVersion("specs.smi-spec.io/" + version);
    }

    private static TrafficTarget.Builder target(String version) {
        return TrafficTarget.builder()
                .name("a")
                .apiVersion("access.smi-spec.io/" + version)
                .destination(Subject.serviceAccount("web"));
    }

    private static final SplitMatches BETA = SplitMatches.httpRouteGroups("beta");
    private static final HTTPMatch WITH_HEADER =
            HTTPMatch.builder().name("m").putHeader("x", "y").build();
    private static final HTTPMatch WITH_PATH =
            HTTPMatch.builder().name("m").pathRegex("/").build();

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(
                        "new split",
                        TrafficSplit.builder().name("a").service("web").build(),
                        "v1alpha4"),
                arguments("plain split stays", split("v1alpha1").build(), "v1alpha1"),
                arguments(
                        "conditions, v1alpha1", split("v1alpha1").matches(BETA).build(), "v1alpha3"),
                arguments(
                        "conditions, v1alpha2", split("v1alpha2").matches(BETA).build(), "v1alpha3"),
                arguments(
                        "conditions, v1alpha3 stays",
                        split("v1alpha3").matches(BETA).build(),
                        "v1alpha3"),
                arguments(
                        "empty conditions are conditions",
                        split("v1alpha2")
                                .matches(SplitMatches.of(java.util.List.of()))
                                .build(),
                        "v1alpha3"),
                arguments(
                        "headers, v1alpha1",
                        group("v1alpha1").addMatch(WITH_HEADER).build(),
                        "v1alpha2"),
                arguments(
                        "headers, v1alpha2 stays",
                        group("v1alpha2").addMatch(WITH_HEADER).build(),
                        "v1alpha2"),
                arguments(
                        "path, v1alpha1 stays",
                        group("v1alpha1").addMatch(WITH_PATH).build(),
                        "v1alpha1"),
                arguments("ports, v1alpha1", tcp("v1alpha1").ports(80).build(), "v1alpha4"),
                arguments("ports, v1alpha3", tcp("v1alpha3").ports(80).build(), "v1alpha4"),
                arguments("all ports, v1alpha3 stays", tcp("v1alpha3").build(), "v1alpha3"),
                arguments(
                        "named match, v1alpha2",
                        tcp("v1alpha2")
                                .matches(PortMatch.builder().name("m").build())
                                .build(),
                        "v1alpha4"),
                arguments(
                        "destination port, new",
                        target("v1alpha4").destinationPort(80).build(),
                        "v1alpha2"),
                arguments(
                        "destination port, v1alpha3",
                        target("v1alpha3").destinationPort(80).build(),
                        "v1alpha2"),
                arguments(
                        "destination port, v1alpha1 stays",
                        target("v1alpha1").destinationPort(80).build(),
                        "v1alpha1"),
                arguments(
                        "destination port with a binding as destination stays",
                        target("v1alpha4")
                                .destination(Subject.identityBinding("b"))
                                .destinationPort(80)
                                .build(),
                        "v1alpha4"),
                arguments(
                        "destination port with a binding as source stays",
                        target("v1alpha4")
                                .addSource(Subject.identityBinding("b"))
                                .destinationPort(80)
                                .build(),
                        "v1alpha4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void apiVersion_isTheNearestThatHoldsTheValue(String name, SmiResource value, String version) {
        assertThat(value.apiVersion()).isEqualTo(value.resourceKind().apiVersion(version));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void toTree_isReadBackEqual(String name, SmiResource value, String version) {
        assertThat(SmiResource.decode(value.toTree()).remainder()).contains(value);
    }

    static Stream<Arguments> paths() {
        FieldPath rule = FieldPath.of("spec", "rules").index(0).field("matches");
        FieldPath label = FieldPath.of("metadata", "labels").key("a");
        return Stream.of(
                arguments(target("v1alpha4").build(), rule, "spec.rules[0].matches"),
                arguments(target("v1alpha2").build(), rule, "spec.rules[0].matches"),
                arguments(target("v1alpha1").build(), rule, "specs[0].matches"),
                arguments(
                        target("v1alpha1").build(),
                        FieldPath.of("spec", "sources").index(2),
                        "sources[2]"),
                arguments(target("v1alpha1").build(), FieldPath.of("spec"), ""),
                arguments(target("v1alpha1").build(), FieldPath.root(), ""),
                arguments(target("v1alpha1").build(), label, "metadata.labels[a]"),
                arguments(
                        group("v1alpha1").build(),
                        FieldPath.of("spec", "matches").index(1),
                        "matches[1]"),
                arguments(group("v1alpha2").build(), FieldPath.of("spec", "rules"), "rules"),
                arguments(
                        group("v1alpha3").build(),
                        FieldPath.of("spec", "matches").index(1),
                        "spec.matches[1]"),
                arguments(split("v1alpha1").build(), FieldPath.of("spec", "service"), "spec.service"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("paths")
    void documentPath_isThatOfTheVersion(SmiResource value, FieldPath path, String expected) {
        assertThat(value.documentPath(path)).hasToString(expected);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments("TrafficSplit", "split.smi-spec.io/v1alpha4"),
                arguments("TrafficTarget", "access.smi-spec.io/v1alpha4"),
                arguments("IdentityBinding", "access.smi-spec.io/v1alpha4"),
                arguments("HTTPRouteGroup", "specs.smi-spec.io/v1alpha4"),
                arguments("TCPRoute", "specs.smi-spec.io/v1alpha4"),
                arguments("UDPRoute", "specs.smi-spec.io/v1alpha4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void resourceKind_newestVersion(String kind, String newest) {
        assertThat(ResourceKind.of(kind).map(ResourceKind::newestApiVersion)).contains(newest);
    }

    /** Every version that a kind has can be written and read. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void resourceKind_everyVersion_isRead(String kindName, String newest) {
        ResourceKind kind = ResourceKind.of(kindName).orElseThrow();
        Map<String, String> bodies = Map.of(
                "TrafficSplit", "service: a, backends: []",
                "TrafficTarget", "destination: {kind: ServiceAccount, name: a}",
                "IdentityBinding", "schemes: {serviceAccount: a}",
                "HTTPRouteGroup", "matches: []",
                "TCPRoute", "x: 1",
                "UDPRoute", "x: 1");
        for (String version : kind.versions()) {
            String apiVersion = kind.apiVersion(version);
            String body = bodies.get(kindName);
            String spec = kind.isFlat(apiVersion) ? body : "spec: {" + body + "}";
            String text = "{apiVersion: " + apiVersion + ", kind: " + kindName + ", metadata: {name: a}, " + spec + "}";

            assertThat(SmiResource.decode(PlainYaml.tree(text)).value().map(SmiResource::apiVersion))
                    .as(text)
                    .contains(apiVersion);
        }
    }
}
