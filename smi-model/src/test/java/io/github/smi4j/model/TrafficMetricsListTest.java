package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficMetricsListTest {
    private static final String HEAD = "apiVersion: metrics.smi-spec.io/v1alpha2, kind: TrafficMetricsList";

    /** What the adapter of SMI metrics answers. */
    private static final String ANSWER = """
            {
              "kind": "TrafficMetricsList",
              "apiVersion": "metrics.smi-spec.io/v1alpha1",
              "metadata": {
                "selfLink": "/apis/metrics.smi-spec.io/v1alpha1/namespaces/shop/deployments/web/edges"
              },
              "resource": {"kind": "Deployment", "namespace": "shop", "name": "web"},
              "items": [
                {
                  "kind": "TrafficMetrics",
                  "apiVersion": "metrics.smi-spec.io/v1alpha1",
                  "metadata": {"name": "web", "namespace": "shop", "creationTimestamp": "2019-06-17T14:51:58Z"},
                  "timestamp": "2019-06-17T14:51:57Z",
                  "window": "30s",
                  "resource": {"kind": "Deployment", "namespace": "shop", "name": "web"},
                  "edge": {
                    "direction": "to",
                    "resource": {"kind": "Deployment", "namespace": "shop", "name": "db"}
                  },
                  "metrics": [
                    {"name": "p99_response_latency", "unit": "ms", "value": "368"},
                    {"name": "p90_response_latency", "unit": "ms", "value": "247199m"},
                    {"name": "p50_response_latency", "unit": "ms", "value": "120731m"},
                    {"name": "success_count", "value": "1008100m"},
                    {"name": "failure_count", "value": "0"}
                  ]
                }
              ]
            }
            """;

    private static Decoded<TrafficMetricsList> decode(String text) {
        return TrafficMetricsList.decode(PlainYaml.tree(text));
    }

    private static String findings(Decoded<?> decoded) {
        return decoded.diagnostics().stream()
                .map(d -> d.code().id() + " " + d.path() + ": " + d.message())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void decode_answerOfAMesh_isReadAndWrittenBack() {
        Decoded<TrafficMetricsList> decoded = decode(ANSWER);

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.orThrow().toTree()).isEqualTo(PlainYaml.tree(ANSWER));
        assertThat(decoded.orThrow().resource()).isEqualTo(ObjectReference.of("Deployment", "shop", "web"));
        TrafficMetrics item = decoded.orThrow().items().get(0);
        assertThat(item.edge()).contains(Edge.to(ObjectReference.of("Deployment", "shop", "db")));
        assertThat(item.timestamp()).contains(Instant.parse("2019-06-17T14:51:57Z"));
        assertThat(item.p99Latency()).contains(Duration.ofMillis(368));
        assertThat(item.p90Latency()).contains(Duration.ofNanos(247_199_000));
        assertThat(item.p50Latency()).contains(Duration.ofNanos(120_731_000));
        assertThat(item.successCount()).contains(new BigDecimal("1008.1"));
        assertThat(item.successRate()).contains(new BigDecimal("1.000000000"));
    }

    @Test
    void decode_exampleOfTheSpecification_hasNoItems() {
        Decoded<TrafficMetricsList> decoded = decode("""
                kind: TrafficMetricsList
                resource:
                  name: foo-775b9cbd88-ntxsl
                  namespace: foobar
                  kind: Pod
                selector:
                  matchLabels:
                    app: foo
                items:
                ...
                """);

        assertThat(decoded.orThrow())
                .isEqualTo(TrafficMetricsList.builder()
                        .apiVersion("metrics.smi-spec.io/v1alpha1")
                        .resource(ObjectReference.ofPod("foobar", "foo-775b9cbd88-ntxsl"))
                        .selector(PodLabelSelector.of(Map.of("app", "foo")))
                        .build());
        assertThat(findings(decoded)).isEqualTo("SMI1104 apiVersion: is missing: read as metrics.smi-spec.io/v1alpha1");
    }

    static Stream<Arguments> shapes() {
        TrafficMetricsList bare = TrafficMetricsList.builder().build();
        TrafficMetrics item = TrafficMetrics.builder().build();
        TrafficMetrics old =
                item.toBuilder().apiVersion("metrics.smi-spec.io/v1alpha1").build();
        return Stream.of(
                arguments("nothing but the kind", "", bare),
                arguments("all null", ", metadata: null, resource: null, selector: null, items: null", bare),
                arguments("empty", ", metadata: {}, resource: {}, items: []", bare),
                arguments(
                        "list metadata",
                        ", metadata: {selfLink: /a, resourceVersion: '1'}",
                        bare.toBuilder()
                                .metadata(OtherFields.of(PlainYaml.tree("{selfLink: /a, resourceVersion: '1'}")))
                                .build()),
                arguments(
                        "item without kind and version",
                        ", items: [{}]",
                        bare.toBuilder().addItem(item).build()),
                arguments(
                        "item of another version",
                        ", items: [{apiVersion: metrics.smi-spec.io/v1alpha1, kind: TrafficMetrics}, {}]",
                        bare.toBuilder().items(List.of(old, item)).build()),
                arguments(
                        "selector without labels, unknown fields",
                        ", selector: {matchLabels: null, matchExpressions: []}, z: 1",
                        bare.toBuilder()
                                .selector(PodLabelSelector.builder()
                                        .other(OtherFields.of(Map.of("matchExpressions", List.of())))
                                        .build())
                                .other(OtherFields.of(Map.of("z", 1)))
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void decode_shape_isTheValueWithoutFindings(String name, String fields, TrafficMetricsList expected) {
        Decoded<TrafficMetricsList> decoded = decode("{" + HEAD + fields + "}");

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.value()).contains(expected);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "{" + HEAD + ", items: [{kind: Pod}, 1, {metrics: [{name: a, value: x}]}]}",
                        "SMI1106 items[0].kind: must be \"TrafficMetrics\", was \"Pod\"\n"
                                + "SMI1106 items[1]: must be an object, was 1\n"
                                + "SMI1106 items[2].metrics[0].value: must be a number or a quantity such as 500m, was \"x\""),
                arguments(
                        "{" + HEAD + ", items: [{apiVersion: metrics.smi-spec.io/v9}, {apiVersion: null}]}",
                        "SMI1103 items[0].apiVersion: TrafficMetrics has no version \"metrics.smi-spec.io/v9\"\n"
                                + "SMI1106 items[1].apiVersion: must be a string, was null"),
                arguments("{" + HEAD + ", items: {}}", "SMI1106 items: must be a list, was an object"),
                arguments(
                        "{" + HEAD + ", selector: {matchLabels: {a: 1}}}",
                        "SMI1106 selector.matchLabels[a]: must be a string, was 1"),
                arguments("{" + HEAD + ", metadata: []}", "SMI1106 metadata: must be an object, was a list"),
                arguments(
                        "{kind: TrafficMetrics}",
                        "SMI1106 kind: must be \"TrafficMetricsList\", was \"TrafficMetrics\""),
                arguments(
                        "{apiVersion: v1, kind: TrafficMetricsList}",
                        "SMI1103 apiVersion: TrafficMetricsList has no version \"v1\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void decode_fault_isReportedAtItsPath(String text, String expected) {
        Decoded<TrafficMetricsList> decoded = decode(text);

        assertThat(findings(decoded)).isEqualTo(expected);
        assertThat(decoded.value()).isEmpty();
    }

    @Test
    void decode_itemOfABareVersion_isReadWithAWarning() {
        Decoded<TrafficMetricsList> decoded = decode("{" + HEAD + ", items: [{apiVersion: v1alpha1}]}");

        assertThat(decoded.orThrow().items().get(0).apiVersion()).isEqualTo("metrics.smi-spec.io/v1alpha1");
        assertThat(findings(decoded))
                .isEqualTo("SMI1104 items[0].apiVersion: has no API group: read as metrics.smi-spec.io/v1alpha1");
    }

    @Test
    void remainder_faultyItem_isLeftOut() {
        assertThat(decode("{" + HEAD + ", items: [{window: x}, {window: 1s}]}").remainder())
                .contains(TrafficMetricsList.builder()
                        .addItem(TrafficMetrics.builder()
                                .window(Duration.ofSeconds(1))
                                .build())
                        .build());
        assertThat(decode("{" + HEAD + ", selector: {matchLabels: {a: 1}}}").remainder())
                .isEmpty();
    }

    @Property(tries = 100)
    void decode_ofToTree_isTheSame(@ForAll("lists") TrafficMetricsList list) {
        Decoded<TrafficMetricsList> decoded = TrafficMetricsList.decode(list.toTree());

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.value()).contains(list);
    }

    @Provide
    Arbitrary<TrafficMetricsList> lists() {
        return MetricsArbitraries.lists();
    }
}
