package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** What each shape of metrics is read as and written as, and the findings of each fault. */
class TrafficMetricsTest {
    private static final String V1 = "metrics.smi-spec.io/v1alpha1";
    private static final String HEAD = "apiVersion: metrics.smi-spec.io/v1alpha2, kind: TrafficMetrics";

    private static final String SPECIFICATION = """
            kind: TrafficMetrics
            resource:
              name: my-traffic-split
              namespace: foobar
              kind: TrafficSplit
            edge:
              direction: from
              side: client
              resource: {}
            backend:
              apex: my-service
              name: my-service-v1
              weight: 90
            timestamp: 2019-04-08T22:25:55Z
            window: 30s
            metrics:
            - name: p99_response_latency
              unit: seconds
              value: 10m
            - name: success_count
              value: 100
            """;

    private static final String SDK = """
            {"kind":"TrafficMetrics","apiVersion":"metrics.smi-spec.io/v1alpha2",
             "metadata":{"name":"web","selfLink":"/apis","creationTimestamp":null},
             "timestamp":"2019-06-17T14:51:57Z","window":"1m0s",
             "resource":null,"edge":null,"backend":null,
             "metrics":[{"name":"p99_response_latency","unit":"ms","value":"-9223372036854775808m"},
                        {"name":"success_count","value":"28580m"}]}
            """;

    private static Decoded<TrafficMetrics> decode(String text) {
        return TrafficMetrics.decode(PlainYaml.tree(text));
    }

    private static String findings(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> d.code().id() + " " + d.path() + ": " + d.message())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void decode_exampleOfTheSpecification_isV1alpha1() {
        Decoded<TrafficMetrics> decoded = decode(SPECIFICATION);

        assertThat(decoded.orThrow())
                .isEqualTo(TrafficMetrics.builder()
                        .apiVersion(V1)
                        .resource(ObjectReference.of("TrafficSplit", "foobar", "my-traffic-split"))
                        .edge(Edge.from(ObjectReference.empty()).atSide(Edge.Side.CLIENT))
                        .backend(MetricsBackend.of("my-service", "my-service-v1", 90))
                        .timestamp(Instant.parse("2019-04-08T22:25:55Z"))
                        .window(Duration.ofSeconds(30))
                        .addMetric(Metric.of(Metric.P99_RESPONSE_LATENCY, "seconds", Quantity.parse("10m")))
                        .addMetric(Metric.of(Metric.SUCCESS_COUNT, Quantity.of(100)))
                        .build());
        assertThat(findings(decoded.diagnostics())).isEqualTo("SMI1104 apiVersion: is missing: read as " + V1);
    }

    @Test
    void decode_nullsOfTheGoSdk_areAbsent() {
        Decoded<TrafficMetrics> decoded = decode(SDK);

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.orThrow())
                .isEqualTo(TrafficMetrics.builder()
                        .metadata(
                                OtherFields.of(PlainYaml.tree("{name: web, selfLink: /apis, creationTimestamp: null}")))
                        .timestamp(Instant.parse("2019-06-17T14:51:57Z"))
                        .window(Duration.ofMinutes(1))
                        .addMetric(
                                Metric.of(Metric.P99_RESPONSE_LATENCY, "ms", Quantity.parse("-9223372036854775808m")))
                        .addMetric(Metric.of(Metric.SUCCESS_COUNT, Quantity.parse("28580m")))
                        .build());
    }

    @Test
    void toTree_allFields_areInOrder() {
        TrafficMetrics metrics = decode(SPECIFICATION).orThrow().toBuilder()
                .metadata(OtherFields.of(Map.of("name", "x")))
                .other(OtherFields.of(Map.of("x-note", 1)))
                .build();

        assertThat(metrics.toTree().toString())
                .isEqualTo("{apiVersion=metrics.smi-spec.io/v1alpha1, kind=TrafficMetrics, metadata={name=x},"
                        + " resource={kind=TrafficSplit, namespace=foobar, name=my-traffic-split},"
                        + " edge={direction=from, side=client, resource={}},"
                        + " backend={apex=my-service, name=my-service-v1, weight=90},"
                        + " timestamp=2019-04-08T22:25:55Z, window=30s,"
                        + " metrics=[{name=p99_response_latency, unit=seconds, value=10m},"
                        + " {name=success_count, value=100}], x-note=1}");
    }

    static Stream<Arguments> shapes() {
        TrafficMetrics bare = TrafficMetrics.builder().build();
        return Stream.of(
                arguments("nothing but the kind", "", bare),
                arguments(
                        "all null",
                        ", metadata: null, resource: null, edge: null, backend: null, timestamp: null, window: null, metrics: null",
                        bare),
                arguments("empty objects", ", metadata: {}, resource: {}, metrics: []", bare),
                arguments(
                        "partial resource",
                        ", resource: {kind: Pod, namespace: null}",
                        bare.toBuilder()
                                .resource(ObjectReference.builder().kind("Pod").build())
                                .build()),
                arguments(
                        "whole resource",
                        ", resource: {kind: Pod, namespace: a, name: b, uid: c, apiVersion: v1, resourceVersion: '5',"
                                + " fieldPath: spec, x: 1}",
                        bare.toBuilder()
                                .resource(ObjectReference.ofPod("a", "b").toBuilder()
                                        .uid("c")
                                        .apiVersion("v1")
                                        .resourceVersion("5")
                                        .fieldPath("spec")
                                        .other(OtherFields.of(Map.of("x", 1)))
                                        .build())
                                .build()),
                arguments(
                        "edge to",
                        ", edge: {direction: to, side: server, resource: {namespace: a}}",
                        bare.toBuilder()
                                .edge(Edge.to(ObjectReference.builder()
                                                .namespace("a")
                                                .build())
                                        .atSide(Edge.Side.SERVER))
                                .build()),
                arguments(
                        "edge of words that the SDK does not know",
                        ", edge: {direction: '', side: '', resource: null, x: 1}",
                        bare.toBuilder()
                                .edge(new Edge(
                                        Optional.empty(),
                                        Optional.empty(),
                                        ObjectReference.empty(),
                                        OtherFields.of(Map.of("x", 1))))
                                .build()),
                arguments(
                        "timestamp with offset and fraction",
                        ", timestamp: '2019-04-08T22:25:55.5+01:30'",
                        bare.toBuilder()
                                .timestamp(Instant.parse("2019-04-08T20:55:55.5Z"))
                                .build()),
                arguments(
                        "negative window, as Go reads it",
                        ", window: -1.5s",
                        bare.toBuilder().window(Duration.ofMillis(-1500)).build()),
                arguments(
                        "unknown fields everywhere",
                        ", backend: {apex: a, name: b, weight: 500m, z: null}, metrics: [{name: m, value: 0.5, z: [1]}], z: {a: 1}",
                        bare.toBuilder()
                                .backend(new MetricsBackend(
                                        "a", "b", Quantity.parse("500m"), OtherFields.of(PlainYaml.tree("{z: null}"))))
                                .addMetric(new Metric(
                                        "m",
                                        Optional.empty(),
                                        Quantity.parse("500m"),
                                        OtherFields.of(Map.of("z", List.of(1)))))
                                .other(OtherFields.of(Map.of("z", Map.of("a", 1))))
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void decode_shape_isTheValueWithoutFindings(String name, String fields, TrafficMetrics expected) {
        Decoded<TrafficMetrics> decoded = decode("{" + HEAD + fields + "}");

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.value()).contains(expected);
    }

    static Stream<Arguments> faults() {
        String time = "SMI1106 timestamp: must be a time such as 2019-04-08T22:25:55Z, was ";
        String window = "SMI1106 window: must be a duration such as 30s, was ";
        return Stream.of(
                arguments("timestamp: yesterday", time + "\"yesterday\""),
                arguments("timestamp: 1554762355", time + "1554762355"),
                arguments("timestamp: '2019-04-08'", time + "\"2019-04-08\""),
                arguments("timestamp: '2019-04-08T22:25Z'", time + "\"2019-04-08T22:25Z\""),
                arguments("timestamp: '2019-04-08T22:25:55'", time + "\"2019-04-08T22:25:55\""),
                arguments("timestamp: '2019-04-08t22:25:55z'", time + "\"2019-04-08t22:25:55z\""),
                arguments("timestamp: '2019-02-30T22:25:55Z'", time + "\"2019-02-30T22:25:55Z\""),
                arguments("timestamp: '2019-04-08T24:00:00Z'", time + "\"2019-04-08T24:00:00Z\""),
                arguments("timestamp: '0000-01-01T00:00:00+01:00'", time + "\"0000-01-01T00:00:00+01:00\""),
                arguments("timestamp: '+12019-04-08T22:25:55Z'", time + "\"+12019-04-08T22:25:55Z\""),
                arguments("window: 30", window + "30"),
                arguments("window: 30 s", window + "\"30 s\""),
                arguments("window: ''", window + "\"\""),
                arguments("window: 2562048h", window + "\"2562048h\""),
                arguments("metadata: x", "SMI1106 metadata: must be an object, was \"x\""),
                arguments("resource: [a]", "SMI1106 resource: must be an object, was a list"),
                arguments("resource: {kind: 1}", "SMI1106 resource.kind: must be a string, was 1"),
                arguments("edge: to", "SMI1106 edge: must be an object, was \"to\""),
                arguments(
                        "edge: {direction: both}", "SMI1106 edge.direction: must be \"to\" or \"from\", was \"both\""),
                arguments(
                        "edge: {direction: TO, side: 1}",
                        "SMI1106 edge.direction: must be \"to\" or \"from\", was \"TO\"\n"
                                + "SMI1106 edge.side: must be \"client\" or \"server\", was 1"),
                arguments("edge: {resource: {name: [a]}}", "SMI1106 edge.resource.name: must be a string, was a list"),
                arguments(
                        "backend: {weight: ten}",
                        "SMI1107 backend.apex: is missing: expected a string\n"
                                + "SMI1107 backend.name: is missing: expected a string\n"
                                + "SMI1106 backend.weight: must be a number or a quantity such as 500m, was \"ten\""),
                arguments("metrics: {}", "SMI1106 metrics: must be a list, was an object"),
                arguments(
                        "metrics: [null, {name: a, value: 1}, {unit: 1}, {name: b, value: NaN}, {name: c, value: null}]",
                        "SMI1106 metrics[0]: must be an object, was null\n"
                                + "SMI1107 metrics[2].name: is missing: expected a string\n"
                                + "SMI1106 metrics[2].unit: must be a string, was 1\n"
                                + "SMI1107 metrics[2].value: is missing: expected a number or a quantity such as 500m\n"
                                + "SMI1106 metrics[3].value: must be a number or a quantity such as 500m, was \"NaN\"\n"
                                + "SMI1106 metrics[4].value: must be a number or a quantity such as 500m, was null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void decode_fault_isReportedAtItsPath(String field, String expected) {
        Decoded<TrafficMetrics> decoded = decode("{" + HEAD + ", " + field + "}");

        assertThat(findings(decoded.diagnostics())).isEqualTo(expected);
        assertThat(decoded.value()).isEmpty();
    }

    static Stream<Arguments> headers() {
        String use = "Use one of metrics.smi-spec.io/v1alpha1, metrics.smi-spec.io/v1alpha2.";
        return Stream.of(
                arguments("{a: b}", "SMI1101 : kind is missing", "Add kind, for example kind: TrafficSplit."),
                arguments(
                        "{kind: TrafficSplit}",
                        "SMI1106 kind: must be \"TrafficMetrics\", was \"TrafficSplit\"",
                        "Write a value of the expected type."),
                arguments(
                        "{kind: null}",
                        "SMI1106 kind: must be \"TrafficMetrics\", was null",
                        "Write a value of the expected type."),
                arguments(
                        "{kind: TrafficMetrics, apiVersion: metrics.smi-spec.io/v1}",
                        "SMI1103 apiVersion: TrafficMetrics has no version \"metrics.smi-spec.io/v1\"",
                        use),
                arguments(
                        "{kind: TrafficMetrics, apiVersion: v1alpha3}",
                        "SMI1103 apiVersion: TrafficMetrics has no version \"v1alpha3\"",
                        use),
                arguments(
                        "{kind: TrafficMetrics, apiVersion: split.smi-spec.io/v1alpha1}",
                        "SMI1102 apiVersion: TrafficMetrics is not in the API group \"split.smi-spec.io\"",
                        use),
                arguments(
                        "{kind: TrafficMetrics, apiVersion: null}",
                        "SMI1106 apiVersion: must be a string, was null",
                        "Write a value of the expected type."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void decode_unknownKindOrVersion_isReported(String text, String expected, String help) {
        Decoded<TrafficMetrics> decoded = decode(text);

        assertThat(findings(decoded.diagnostics())).isEqualTo(expected);
        assertThat(decoded.diagnostics().get(0).help()).isEqualTo(help);
        assertThat(decoded.remainder()).isEmpty();
    }

    @Test
    void decode_bareVersion_isReadWithAWarning() {
        Decoded<TrafficMetrics> decoded = decode("{kind: TrafficMetrics, apiVersion: v1alpha2}");

        assertThat(decoded.orThrow()).isEqualTo(TrafficMetrics.builder().build());
        assertThat(findings(decoded.diagnostics()))
                .isEqualTo("SMI1104 apiVersion: has no API group: read as metrics.smi-spec.io/v1alpha2");
    }

    @Test
    void decode_backendWithoutWeight_isZeroWithAWarning() {
        Decoded<TrafficMetrics> decoded = decode("{" + HEAD + ", backend: {apex: a, name: b}}");

        assertThat(decoded.orThrow().backend()).contains(MetricsBackend.of("a", "b", 0));
        assertThat(findings(decoded.diagnostics())).isEqualTo("SMI1111 backend.weight: is missing: read as 0");
    }

    /** An edge left out would make numbers of one edge those of all traffic. */
    @Test
    void remainder_faultyEdge_isAbsent() {
        assertThat(decode("{" + HEAD + ", edge: {direction: both}}").remainder())
                .isEmpty();
        assertThat(decode("{" + HEAD + ", window: x, metrics: [{name: a}, {name: b, value: 1}]}")
                        .remainder())
                .contains(TrafficMetrics.builder()
                        .addMetric(Metric.of("b", Quantity.of(1)))
                        .build());
    }

    @Test
    void decode_dateFromAParser_isReportedAtItsPath() {
        assertThat(findings(TrafficMetrics.decode(Map.of("kind", "TrafficMetrics", "timestamp", new Date(0)))
                        .diagnostics()))
                .isEqualTo("SMI1106 timestamp: not a plain value: Date");
    }

    @Test
    void fromTree_fault_isThrownWithItsPath() {
        assertThatThrownBy(() -> TrafficMetrics.fromTree(PlainYaml.tree("{" + HEAD + ", window: 30}")))
                .isInstanceOf(SmiFormatException.class)
                .hasMessage("ERROR SMI1106 TrafficMetrics window: must be a duration such as 30s, was 30");
    }

    @Property(tries = 100)
    void decode_ofToTree_isTheSame(@ForAll("metrics") TrafficMetrics metrics) {
        Decoded<TrafficMetrics> decoded = TrafficMetrics.decode(metrics.toTree());

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.value()).contains(metrics);
        assertThat(decoded.orThrow().toTree().toString())
                .isEqualTo(metrics.toTree().toString());
    }

    @Property(tries = 100)
    void typedNumbers_anyValue_neverThrow(@ForAll("metrics") TrafficMetrics metrics) {
        assertThat(metrics.p99Latency().stream())
                .allSatisfy(d -> assertThat(d.isNegative()).isFalse());
        assertThat(metrics.successRate().stream())
                .allSatisfy(r -> assertThat(r).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
    }

    @Provide
    Arbitrary<TrafficMetrics> metrics() {
        return MetricsArbitraries.metrics();
    }
}
