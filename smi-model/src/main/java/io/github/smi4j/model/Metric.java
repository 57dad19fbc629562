package io.github.smi4j.model;

import io.github.smi4j.internal.codec.TrafficMetricsCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One measured number (SMI traffic-metrics v1alpha1, {@code metrics}). Immutable.
 *
 * @param name what was measured, for example {@link #P99_RESPONSE_LATENCY}
 * @param unit the unit as written, {@code seconds} in the specification, {@code ms} in the Go SDK; absent for counts
 * @param value the number. A negative one is no measurement: Go casts a NaN of Prometheus to the smallest integer
 * @param other fields this library does not know
 */
public record Metric(String name, Optional<String> unit, Quantity value, OtherFields other) {
    /** The name of the latency within which 99 % of the requests were answered. */
    public static final String P99_RESPONSE_LATENCY = "p99_response_latency";

    /** The name of the latency within which 90 % of the requests were answered. */
    public static final String P90_RESPONSE_LATENCY = "p90_response_latency";

    /** The name of the latency within which half of the requests were answered. */
    public static final String P50_RESPONSE_LATENCY = "p50_response_latency";

    /** The name of the number of requests that succeeded in the window. */
    public static final String SUCCESS_COUNT = "success_count";

    /** The name of the number of requests that failed in the window. */
    public static final String FAILURE_COUNT = "failure_count";

    /** Refuses null, and other fields that have the name of a component. */
    public Metric {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(other, "other");
        TrafficMetricsCodec.refuse(other, "name", "unit", "value");
    }

    /** A number without a unit, for example {@code of(SUCCESS_COUNT, Quantity.of(100))}. */
    public static Metric of(String name, Quantity value) {
        return new Metric(name, Optional.empty(), value, OtherFields.none());
    }

    /** A number with its unit, for example {@code of(P99_RESPONSE_LATENCY, "ms", Quantity.of(294))}. */
    public static Metric of(String name, String unit, Quantity value) {
        return new Metric(name, Optional.of(Objects.requireNonNull(unit, "unit")), value, OtherFields.none());
    }

    /**
     * The number as a duration, to the nearest nanosecond, halves up. The units known are {@code ns}, {@code us},
     * {@code µs}, {@code ms}, {@code milliseconds}, {@code s} and {@code seconds}; absent for any other unit or none, for a
     * negative number, and beyond the range of Duration. The unit is believed as written.
     */
    public Optional<Duration> asDuration() {
        int digits = digitsBelowOneSecond(unit.orElse(""));
        if (digits < 0 || value.signum() < 0) {
            return Optional.empty();
        }
        BigInteger[] parts = value.value()
                .movePointRight(9 - digits)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigIntegerExact()
                .divideAndRemainder(BigInteger.valueOf(1_000_000_000));
        return parts[0].bitLength() < Long.SIZE
                ? Optional.of(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()))
                : Optional.empty();
    }

    private static int digitsBelowOneSecond(String unit) {
        return switch (unit) {
            case "s", "seconds" -> 0;
            case "ms", "milliseconds" -> 3;
            // The micro sign and the Greek letter look alike.
            case "us", "\u00b5s", "\u03bcs" -> 6;
            case "ns" -> 9;
            default -> -1;
        };
    }

    /**
     * The exact number as a count; absent if it is negative. It may have a fraction: meshes extrapolate counts to the
     * window.
     */
    public Optional<BigDecimal> asCount() {
        return value.signum() < 0 ? Optional.empty() : Optional.of(value.value());
    }
}
