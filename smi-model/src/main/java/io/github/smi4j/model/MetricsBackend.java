package io.github.smi4j.model;

import io.github.smi4j.internal.codec.TrafficMetricsCodec;
import java.util.Objects;

/**
 * Which backend of a traffic split metrics are of (SMI traffic-metrics v1alpha1, "Traffic Splits"; Go SDK v1alpha2).
 * Immutable.
 *
 * @param apex the root Service of the split, for example {@code my-service}
 * @param name the Service of the backend, for example {@code my-service-v1}
 * @param weight its share of the sum of all weights; 0 where the document does not say
 * @param other fields this library does not know
 */
public record MetricsBackend(String apex, String name, Quantity weight, OtherFields other) {
    /** Refuses null, and other fields that have the name of a component. */
    public MetricsBackend {
        Objects.requireNonNull(apex, "apex");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(weight, "weight");
        Objects.requireNonNull(other, "other");
        TrafficMetricsCodec.refuse(other, "apex", "name", "weight");
    }

    /** A backend with a whole weight. */
    public static MetricsBackend of(String apex, String name, long weight) {
        return new MetricsBackend(apex, name, Quantity.of(weight), OtherFields.none());
    }
}
