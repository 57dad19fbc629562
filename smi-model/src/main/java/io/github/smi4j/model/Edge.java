package io.github.smi4j.model;

import io.github.smi4j.internal.codec.TrafficMetricsCodec;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The other end of the traffic that metrics are of (SMI traffic-metrics v1alpha1, "Edge"). Immutable.
 *
 * @param direction whether the traffic went to that end or came from it; absent where the mesh does not say
 * @param side where it was measured; absent where the mesh does not say, as in Go SDK v1alpha1, which has no such field
 * @param resource the other end; empty means all traffic in that direction
 * @param other fields this library does not know
 */
public record Edge(Optional<Direction> direction, Optional<Side> side, ObjectReference resource, OtherFields other) {
    /** Which way the traffic went. */
    public enum Direction {
        /** From the resource of the metrics to that of the edge; {@code to}. */
        TO,
        /** To the resource of the metrics from that of the edge; {@code from}. */
        FROM;

        /** The word in a document, {@code to} or {@code from}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** At which end of the traffic it was measured. */
    public enum Side {
        /** At the end that sends requests; {@code client}. */
        CLIENT,
        /** At the end that answers them; {@code server}. */
        SERVER;

        /** The word in a document, {@code client} or {@code server}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses null, and other fields that have the name of a component. */
    public Edge {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(other, "other");
        TrafficMetricsCodec.refuse(other, "direction", "side", "resource");
    }

    /** The traffic that the resource of the metrics sends to this one. */
    public static Edge to(ObjectReference resource) {
        return new Edge(Optional.of(Direction.TO), Optional.empty(), resource, OtherFields.none());
    }

    /** The traffic that the resource of the metrics gets from this one. */
    public static Edge from(ObjectReference resource) {
        return new Edge(Optional.of(Direction.FROM), Optional.empty(), resource, OtherFields.none());
    }

    /** The same edge, measured at this side. */
    public Edge atSide(Side side) {
        return new Edge(direction, Optional.of(Objects.requireNonNull(side, "side")), resource, other);
    }
}
