package io.github.smi4j.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any metrics, with texts and numbers that are hard to write. */
public final class MetricsArbitraries {
    private MetricsArbitraries() {}

    /** Any metrics of any version. */
    public static Arbitrary<TrafficMetrics> metrics() {
        return Combinators.combine(
                        versions(),
                        metadata(),
                        references(),
                        edges().optional(),
                        backends().optional(),
                        timestamps().optional(),
                        windows().optional())
                .flatAs((version, metadata, resource, edge, backend, timestamp, window) -> Combinators.combine(
                                numbers().list().ofMaxSize(4), SmiArbitraries.others())
                        .as((list, other) -> new TrafficMetrics(
                                version, metadata, resource, edge, backend, timestamp, window, list, other)));
    }

    /** Any list of metrics, its items of any version too. */
    public static Arbitrary<TrafficMetricsList> lists() {
        Arbitrary<PodLabelSelector> selectors = Combinators.combine(
                        Arbitraries.maps(SmiArbitraries.texts(), SmiArbitraries.texts())
                                .ofMaxSize(2),
                        SmiArbitraries.others())
                .as((labels, other) -> PodLabelSelector.builder()
                        .matchLabels(labels)
                        .other(other)
                        .build());
        return Combinators.combine(
                        versions(),
                        metadata(),
                        references(),
                        selectors.optional(),
                        metrics().list().ofMaxSize(3),
                        SmiArbitraries.others())
                .as(TrafficMetricsList::new);
    }

    private static Arbitrary<String> versions() {
        return Arbitraries.of("metrics.smi-spec.io/v1alpha1", "metrics.smi-spec.io/v1alpha2");
    }

    private static Arbitrary<OtherFields> metadata() {
        return SmiArbitraries.trees(1).map(OtherFields::of);
    }

    private static Arbitrary<Optional<String>> texts() {
        return SmiArbitraries.texts().optional();
    }

    private static Arbitrary<ObjectReference> references() {
        Arbitrary<ObjectReference> any = Combinators.combine(
                        texts(), texts(), texts(), texts(), texts(), texts(), texts(), SmiArbitraries.others())
                .as(ObjectReference::new);
        return Arbitraries.oneOf(Arbitraries.just(ObjectReference.empty()), any);
    }

    private static Arbitrary<Edge> edges() {
        return Combinators.combine(
                        Arbitraries.of(Edge.Direction.class).optional(),
                        Arbitraries.of(Edge.Side.class).optional(),
                        references(),
                        SmiArbitraries.others())
                .as(Edge::new);
    }

    private static Arbitrary<MetricsBackend> backends() {
        return Combinators.combine(
                        SmiArbitraries.texts(), SmiArbitraries.texts(), quantities(), SmiArbitraries.others())
                .as(MetricsBackend::new);
    }

    private static Arbitrary<Instant> timestamps() {
        long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        return Combinators.combine(
                        Arbitraries.longs().between(first, last),
                        Arbitraries.of(0L, 1L, 1_000L, 500_000_000L, 999_999_999L))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Duration> windows() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Duration::ofNanos),
                Arbitraries.integers().between(0, 10_000).map(Duration::ofSeconds));
    }

    private static Arbitrary<Metric> numbers() {
        Arbitrary<String> names =
                Arbitraries.oneOf(Arbitraries.of("p99_response_latency", "success_count"), SmiArbitraries.texts());
        return Combinators.combine(names, texts(), quantities(), SmiArbitraries.others())
                .as(Metric::new);
    }

    /** Numbers of any size that a document can hold. */
    public static Arbitrary<Quantity> quantities() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Quantity::of),
                Arbitraries.integers().between(0, 1000).map(Quantity::of),
                Arbitraries.of(
                                "28580m",
                                "-9223372036854775808m",
                                "1n",
                                "0.5n",
                                "12E",
                                "1Ei",
                                "999999999999999999E",
                                "0.000000000000000001")
                        .map(Quantity::parse));
    }
}
