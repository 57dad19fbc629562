package io.github.smi4j.model;

import io.github.smi4j.internal.codec.TrafficMetricsCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a mesh measured of the traffic of a resource (SMI traffic-metrics v1alpha1; Go SDK v1alpha1 and v1alpha2). Data that
 * a mesh serves, not configuration. The specification's v1alpha1 has all fields of the SDK's v1alpha2, so both versions are
 * one shape here. Where the SDK writes null for a field, the field is absent. Immutable.
 *
 * <pre>{@code
 * TrafficMetrics metrics = TrafficMetrics.fromTree(tree);
 * Optional<Duration> p99 = metrics.p99Latency();
 * }</pre>
 *
 * @param apiVersion {@code metrics.smi-spec.io/v1alpha1} or {@code metrics.smi-spec.io/v1alpha2}: the version that was
 *     read, v1alpha1 for a document without one, the newest for builders
 * @param metadata the metadata of the document as it stands; empty where there is none, as in the specification
 * @param resource what the traffic is of, for example one pod; empty where the document does not say
 * @param edge the other end of the traffic; absent means all traffic of the resource
 * @param backend the backend, for metrics of a traffic split; absent for those of other resources
 * @param timestamp when it was measured, in the years 0000 to 9999; absent where the document does not say. A document may
 *     give it with an offset from UTC; it is written in UTC
 * @param window the time that was measured, for example 30 seconds, within the 292 years of a Go duration; absent where the
 *     document does not say
 * @param metrics the numbers, in the order written; unmodifiable
 * @param other fields of the document that this library does not know
 */
public record TrafficMetrics(
        String apiVersion,
        OtherFields metadata,
        ObjectReference resource,
        Optional<Edge> edge,
        Optional<MetricsBackend> backend,
        Optional<Instant> timestamp,
        Optional<Duration> window,
        List<Metric> metrics,
        OtherFields other)
        implements Manifest {
    /**
     * Refuses null.
     *
     * @throws IllegalStateException for what no document can say: an unknown version, a time or window out of range, a
     *     field of the model among the others
     */
    public TrafficMetrics {
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(edge, "edge");
        Objects.requireNonNull(backend, "backend");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(other, "other");
        metrics = TrafficMetricsCodec.copy(metrics, "metrics");
        TrafficMetricsCodec.check(apiVersion, timestamp, window, other);
    }

    /** The number of this name, the first if there are several; absent if there is none. */
    public Optional<Metric> metric(String name) {
        Objects.requireNonNull(name, "name");
        for (Metric metric : metrics) {
            if (metric.name().equals(name)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }

    /** The latency of this name; absent if there is none, or where {@link Metric#asDuration()} is. */
    public Optional<Duration> latency(String name) {
        return metric(name).flatMap(Metric::asDuration);
    }

    /** The latency within which half of the requests were answered; see {@link #latency}. */
    public Optional<Duration> p50Latency() {
        return latency(Metric.P50_RESPONSE_LATENCY);
    }

    /** The latency within which 90 % of the requests were answered; see {@link #latency}. */
    public Optional<Duration> p90Latency() {
        return latency(Metric.P90_RESPONSE_LATENCY);
    }

    /** The latency within which 99 % of the requests were answered; see {@link #latency}. */
    public Optional<Duration> p99Latency() {
        return latency(Metric.P99_RESPONSE_LATENCY);
    }

    /** How many requests succeeded in the window, &gt;= 0, perhaps with a fraction; absent if not given or negative. */
    public Optional<BigDecimal> successCount() {
        return metric(Metric.SUCCESS_COUNT).flatMap(Metric::asCount);
    }

    /** How many requests failed in the window, &gt;= 0, perhaps with a fraction; absent if not given or negative. */
    public Optional<BigDecimal> failureCount() {
        return metric(Metric.FAILURE_COUNT).flatMap(Metric::asCount);
    }

    /**
     * The share of the requests that succeeded, 0 to 1, with 9 decimals, rounded down, so that it is 1 only where none
     * failed. Absent if a count is, and where there was no traffic.
     */
    public Optional<BigDecimal> successRate() {
        Optional<BigDecimal> success = successCount();
        Optional<BigDecimal> failure = failureCount();
        if (success.isEmpty() || failure.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal total = success.get().add(failure.get());
        return total.signum() == 0
                ? Optional.empty()
                : Optional.of(success.get().divide(total, 9, RoundingMode.DOWN));
    }

    @Override
    public Map<String, Object> toTree() {
        return TrafficMetricsCodec.encode(this);
    }

    /**
     * Reads TrafficMetrics from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not readable TrafficMetrics; it carries all findings
     */
    @FromTree
    public static TrafficMetrics fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads TrafficMetrics from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    public static Decoded<TrafficMetrics> decode(Map<String, ?> tree) {
        return TrafficMetricsCodec.decode(tree);
    }

    /** A builder without any field set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.apiVersion = apiVersion;
        builder.metadata = metadata;
        builder.resource = resource;
        builder.edge = edge;
        builder.backend = backend;
        builder.timestamp = timestamp;
        builder.window = window;
        builder.metrics = new ArrayList<>(metrics);
        builder.other = other;
        return builder;
    }

    /** Builds {@link TrafficMetrics}; nothing is required. Not thread-safe. */
    public static final class Builder {
        private String apiVersion = TrafficMetricsCodec.NEWEST;
        private OtherFields metadata = OtherFields.none();
        private ObjectReference resource = ObjectReference.empty();
        private Optional<Edge> edge = Optional.empty();
        private Optional<MetricsBackend> backend = Optional.empty();
        private Optional<Instant> timestamp = Optional.empty();
        private Optional<Duration> window = Optional.empty();
        private List<Metric> metrics = new ArrayList<>();
        private OtherFields other = OtherFields.none();

        private Builder() {}

        /** {@code group/version}; the default is the newest. */
        public Builder apiVersion(String apiVersion) {
            this.apiVersion = Objects.requireNonNull(apiVersion, "apiVersion");
            return this;
        }

        /** The metadata; the default is none. */
        public Builder metadata(OtherFields metadata) {
            this.metadata = Objects.requireNonNull(metadata, "metadata");
            return this;
        }

        /** What the traffic is of. */
        public Builder resource(ObjectReference resource) {
            this.resource = Objects.requireNonNull(resource, "resource");
            return this;
        }

        /** The other end of the traffic. */
        public Builder edge(Edge edge) {
            this.edge = Optional.of(Objects.requireNonNull(edge, "edge"));
            return this;
        }

        /** The backend of a traffic split. */
        public Builder backend(MetricsBackend backend) {
            this.backend = Optional.of(Objects.requireNonNull(backend, "backend"));
            return this;
        }

        /** When it was measured. */
        public Builder timestamp(Instant timestamp) {
            this.timestamp = Optional.of(Objects.requireNonNull(timestamp, "timestamp"));
            return this;
        }

        /** The time that was measured. */
        public Builder window(Duration window) {
            this.window = Optional.of(Objects.requireNonNull(window, "window"));
            return this;
        }

        /** Adds a number. */
        public Builder addMetric(Metric metric) {
            metrics.add(Objects.requireNonNull(metric, "metric"));
            return this;
        }

        /** The numbers, in place of those added before. */
        public Builder metrics(List<Metric> metrics) {
            this.metrics = new ArrayList<>(TrafficMetricsCodec.copy(metrics, "metrics"));
            return this;
        }

        /** Fields of the document that this library does not know. */
        public Builder other(OtherFields other) {
            this.other = Objects.requireNonNull(other, "other");
            return this;
        }

        /**
         * The metrics.
         *
         * @throws IllegalStateException for what no document can say
         */
        public TrafficMetrics build() {
            return new TrafficMetrics(apiVersion, metadata, resource, edge, backend, timestamp, window, metrics, other);
        }
    }
}
