package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What metrics values say, refuse and keep, and what Jackson makes of them. */
class MetricsValuesTest {
    private static final TrafficMetrics METRICS = TrafficMetrics.builder()
            .metadata(OtherFields.of(Map.of("name", "web")))
            .resource(ObjectReference.ofPod("shop", "web"))
            .edge(Edge.to(ObjectReference.of("Pod", "shop", "db")).atSide(Edge.Side.CLIENT))
            .backend(MetricsBackend.of("web", "web-v1", 90))
            .timestamp(Instant.parse("2019-04-08T22:25:55Z"))
            .window(Duration.ofSeconds(90))
            .addMetric(Metric.of(Metric.P50_RESPONSE_LATENCY, "ms", Quantity.parse("2.5")))
            .addMetric(Metric.of(Metric.SUCCESS_COUNT, Quantity.of(2)))
            .addMetric(Metric.of(Metric.FAILURE_COUNT, Quantity.of(1)))
            .build();

    private static final String JSON = """
            {"apiVersion":"metrics.smi-spec.io/v1alpha2","kind":"TrafficMetrics","metadata":{"name":"web"},\
            "resource":{"kind":"Pod","namespace":"shop","name":"web"},\
            "edge":{"direction":"to","side":"client","resource":{"kind":"Pod","namespace":"shop","name":"db"}},\
            "backend":{"apex":"web","name":"web-v1","weight":90},\
            "timestamp":"2019-04-08T22:25:55Z","window":"1m30s",\
            "metrics":[{"name":"p50_response_latency","unit":"ms","value":"2500m"},\
            {"name":"success_count","value":"2"},{"name":"failure_count","value":"1"}]}""";

    private static final String LIST_JSON =
            "{\"apiVersion\":\"metrics.smi-spec.io/v1alpha2\",\"kind\":\"TrafficMetricsList\",\"items\":[" + JSON
                    + "]}";

    @Test
    void jackson2_metricsAndLists_areReadAndWritten() throws Exception {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();

        assertThat(mapper.readValue(JSON, TrafficMetrics.class)).isEqualTo(METRICS);
        assertThat(mapper.writeValueAsString(METRICS)).isEqualTo(JSON);
        assertThat(mapper.writeValueAsString(mapper.readValue(LIST_JSON, TrafficMetricsList.class)))
                .isEqualTo(LIST_JSON);
        assertThatThrownBy(() -> mapper.readValue(JSON.replace("1m30s", "90"), TrafficMetrics.class))
                .hasMessageContaining("TrafficMetrics web window: must be a duration such as 30s, was \"90\"")
                .hasRootCauseInstanceOf(SmiFormatException.class);
    }

    @Test
    void jackson3_metricsAndLists_areReadAndWritten() {
        var mapper = new tools.jackson.databind.ObjectMapper();

        assertThat(mapper.readValue(JSON, TrafficMetrics.class)).isEqualTo(METRICS);
        assertThat(mapper.writeValueAsString(METRICS)).isEqualTo(JSON);
        assertThat(mapper.writeValueAsString(mapper.readValue(LIST_JSON, TrafficMetricsList.class)))
                .isEqualTo(LIST_JSON);
        assertThatThrownBy(() -> mapper.readValue(JSON.replace("1m30s", "90"), TrafficMetrics.class))
                .hasMessageContaining("TrafficMetrics web window: must be a duration such as 30s, was \"90\"")
                .hasRootCauseInstanceOf(SmiFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10m, seconds, PT0.01S",
        "1, s, PT1S",
        "294, ms, PT0.294S",
        "2969m, milliseconds, PT0.002969S",
        "1, us, PT0.000001S",
        "1, µs, PT0.000001S",
        "1, \u03bcs, PT0.000001S",
        "7, ns, PT0.000000007S",
        "0, ms, PT0S",
        "0.4, ns, PT0S",
        "0.5, ns, PT0.000000001S",
        "9223372036854775807, s, PT9223372036854775807S",
        "9223372036854775808, s, ",
        "999999999999999999E, s, ",
        "-1, ms, ",
        "-9223372036854775808m, ms, ",
        "1, m, ",
        "1, MS, ",
        "1, '', ",
        "1, , "
    })
    void asDuration_valueAndUnit_isExactOrAbsent(String value, String unit, Duration expected) {
        Metric metric = new Metric("m", Optional.ofNullable(unit), Quantity.parse(value), OtherFields.none());

        assertThat(metric.asDuration()).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 0.666666666",
        "100, 0, 1.000000000",
        "99999999999, 1, 0.999999999",
        "0, 5, 0.000000000",
        "28580m, 1420m, 0.952666666",
        "0, 0, ",
        "-9223372036854775808m, 1, ",
        "1, -1, ",
        "1, , ",
        ", 1, "
    })
    void successRate_counts_isTheShareOrAbsent(String success, String failure, BigDecimal expected) {
        TrafficMetrics.Builder builder = TrafficMetrics.builder();
        Optional.ofNullable(success)
                .ifPresent(s -> builder.addMetric(Metric.of(Metric.SUCCESS_COUNT, Quantity.parse(s))));
        Optional.ofNullable(failure)
                .ifPresent(f -> builder.addMetric(Metric.of(Metric.FAILURE_COUNT, Quantity.parse(f))));

        assertThat(builder.build().successRate()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void metric_severalOfOneName_isTheFirst() {
        TrafficMetrics metrics = METRICS.toBuilder()
                .addMetric(Metric.of(Metric.SUCCESS_COUNT, Quantity.of(7)))
                .build();

        assertThat(metrics.successCount()).contains(new BigDecimal("2"));
        assertThat(metrics.failureCount()).contains(new BigDecimal("1"));
        assertThat(metrics.p50Latency()).contains(Duration.ofNanos(2_500_000));
        assertThat(metrics.p90Latency()).isEmpty();
        assertThat(metrics.metric("other")).isEmpty();
    }

    static Stream<Arguments> nulls() {
        return Stream.of(
                arguments("tree", (ThrowingCallable) () -> TrafficMetrics.decode(null)),
                arguments("tree", (ThrowingCallable) () -> TrafficMetricsList.fromTree(null)),
                arguments("name", (ThrowingCallable) () -> METRICS.metric(null)),
                arguments("apiVersion", (ThrowingCallable)
                        () -> TrafficMetrics.builder().apiVersion(null)),
                arguments("metadata", (ThrowingCallable)
                        () -> TrafficMetrics.builder().metadata(null)),
                arguments("resource", (ThrowingCallable)
                        () -> TrafficMetrics.builder().resource(null)),
                arguments("edge", (ThrowingCallable)
                        () -> TrafficMetrics.builder().edge(null)),
                arguments("backend", (ThrowingCallable)
                        () -> TrafficMetrics.builder().backend(null)),
                arguments("timestamp", (ThrowingCallable)
                        () -> TrafficMetrics.builder().timestamp(null)),
                arguments("window", (ThrowingCallable)
                        () -> TrafficMetrics.builder().window(null)),
                arguments("metric", (ThrowingCallable)
                        () -> TrafficMetrics.builder().addMetric(null)),
                arguments("metrics", (ThrowingCallable)
                        () -> TrafficMetrics.builder().metrics(null)),
                arguments("other", (ThrowingCallable)
                        () -> TrafficMetrics.builder().other(null)),
                arguments("metrics element", (ThrowingCallable) () -> TrafficMetrics.builder()
                        .metrics(Arrays.asList((Metric) null))
                        .build()),
                arguments("items element", (ThrowingCallable) () -> TrafficMetricsList.builder()
                        .items(Arrays.asList((TrafficMetrics) null))
                        .build()),
                arguments("selector", (ThrowingCallable)
                        () -> TrafficMetricsList.builder().selector(null)),
                arguments("item", (ThrowingCallable)
                        () -> TrafficMetricsList.builder().addItem(null)),
                arguments("kind", (ThrowingCallable) () -> ObjectReference.of(null, "a", "b")),
                arguments("namespace", (ThrowingCallable) () -> ObjectReference.ofPod(null, "b")),
                arguments("resource", (ThrowingCallable) () -> Edge.to(null)),
                arguments("side", (ThrowingCallable)
                        () -> Edge.to(ObjectReference.empty()).atSide(null)),
                arguments("apex", (ThrowingCallable) () -> MetricsBackend.of(null, "b", 1)),
                arguments("name", (ThrowingCallable) () -> Metric.of(null, Quantity.ZERO)),
                arguments("unit", (ThrowingCallable) () -> Metric.of("a", null, Quantity.ZERO)),
                arguments("value", (ThrowingCallable) () -> Metric.of("a", null)));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("nulls")
    void anyMethod_null_isRefusedByName(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }

    static Stream<Arguments> refused() {
        OtherFields name = OtherFields.of(Map.of("name", "x"));
        return Stream.of(
                arguments(
                        "metrics.smi-spec.io has no apiVersion \"v1alpha1\"; it has v1alpha1 and v1alpha2",
                        (ThrowingCallable)
                                () -> METRICS.toBuilder().apiVersion("v1alpha1").build()),
                arguments("timestamp must be of the years 0000 to 9999, was +10000-01-01T00:00:00Z", (ThrowingCallable)
                        () -> METRICS.toBuilder()
                                .timestamp(Instant.parse("+10000-01-01T00:00:00Z"))
                                .build()),
                arguments("window must be within 292 years, was PT2562048H", (ThrowingCallable) () ->
                        METRICS.toBuilder().window(Duration.ofHours(2562048)).build()),
                arguments(
                        "other has the field window, which the model knows: set it by its own method",
                        (ThrowingCallable) () -> METRICS.toBuilder()
                                .other(OtherFields.of(Map.of("window", "1s")))
                                .build()),
                arguments(
                        "other has the field items, which the model knows: set it by its own method",
                        (ThrowingCallable) () -> TrafficMetricsList.builder()
                                .other(OtherFields.of(Map.of("items", 1)))
                                .build()),
                arguments(
                        "other has the field name, which the model knows: set it by its own method", (ThrowingCallable)
                                () -> ObjectReference.builder().other(name).build()),
                arguments(
                        "other has the field name, which the model knows: set it by its own method",
                        (ThrowingCallable) () -> new MetricsBackend("a", "b", Quantity.ZERO, name)),
                arguments(
                        "other has the field name, which the model knows: set it by its own method",
                        (ThrowingCallable) () -> new Metric("a", Optional.empty(), Quantity.ZERO, name)),
                arguments(
                        "other has the field side, which the model knows: set it by its own method",
                        (ThrowingCallable) () -> new Edge(
                                Optional.empty(),
                                Optional.empty(),
                                ObjectReference.empty(),
                                OtherFields.of(Map.of("side", "client")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void build_whatNoDocumentCanSay_isRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessage(message);
    }

    @Test
    void collections_ofValues_areUnmodifiableCopies() {
        List<Metric> given = new ArrayList<>(METRICS.metrics());
        TrafficMetrics.Builder builder = TrafficMetrics.builder().metrics(given);
        TrafficMetrics metrics = builder.build();
        TrafficMetricsList list = TrafficMetricsList.builder().addItem(metrics).build();
        given.clear();
        builder.addMetric(Metric.of("later", Quantity.ZERO));

        assertThat(metrics.metrics()).isEqualTo(METRICS.metrics());
        assertThatThrownBy(() -> metrics.metrics().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> list.items().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> metrics.toTree().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) list.toTree().get("items")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toBuilder_unchanged_isEqual() {
        TrafficMetricsList list = TrafficMetricsList.builder()
                .metadata(OtherFields.of(Map.of("selfLink", "/a")))
                .resource(METRICS.resource())
                .selector(PodLabelSelector.of(Map.of("a", "b")))
                .addItem(METRICS)
                .other(OtherFields.of(Map.of("z", 1)))
                .build();

        assertThat(list.toBuilder().build()).isEqualTo(list).hasSameHashCodeAs(list);
        assertThat(METRICS.toBuilder().build()).isEqualTo(METRICS).hasSameHashCodeAs(METRICS);
        assertThat(METRICS.resource().toBuilder().build()).isEqualTo(METRICS.resource());
    }

    @Test
    void isEmpty_reference_isWhetherNothingIsSaid() {
        assertThat(ObjectReference.empty().isEmpty()).isTrue();
        assertThat(ObjectReference.builder().kind("Pod").build().isEmpty()).isFalse();
        assertThat(ObjectReference.builder()
                        .other(OtherFields.of(Map.of("z", 1)))
                        .build()
                        .isEmpty())
                .isFalse();
    }

    @Test
    void toString_words_areThoseOfTheDocument() {
        assertThat(List.of(Edge.Direction.values()).toString()).isEqualTo("[to, from]");
        assertThat(List.of(Edge.Side.values()).toString()).isEqualTo("[client, server]");
    }
}
