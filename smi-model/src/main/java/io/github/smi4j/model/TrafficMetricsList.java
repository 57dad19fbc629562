package io.github.smi4j.model;

import io.github.smi4j.internal.codec.TrafficMetricsCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The metrics of several resources, or of all edges of one (SMI traffic-metrics v1alpha1, "TrafficMetricsList"; Go SDK
 * v1alpha1 and v1alpha2). Where the SDK writes null for a field, the field is absent. Immutable.
 *
 * @param apiVersion {@code metrics.smi-spec.io/v1alpha1} or {@code metrics.smi-spec.io/v1alpha2}: the version that was
 *     read, v1alpha1 for a document without one, the newest for builders
 * @param metadata the metadata of the list as it stands, {@code selfLink} for example; empty where there is none
 * @param resource what was asked for: a kind, or one resource for the list of its edges; empty where the document does not
 *     say
 * @param selector the labels of the resources that were asked for; absent means all. It chooses items, not the traffic in
 *     them
 * @param items the metrics, in the order written; unmodifiable. An item without kind and apiVersion has those that the list
 *     implies
 * @param other fields of the document that this library does not know
 */
public record TrafficMetricsList(
        String apiVersion,
        OtherFields metadata,
        ObjectReference resource,
        Optional<PodLabelSelector> selector,
        List<TrafficMetrics> items,
        OtherFields other)
        implements Manifest {
    /**
     * Refuses null.
     *
     * @throws IllegalStateException for what no document can say: an unknown version, a field of the model among the others
     */
    public TrafficMetricsList {
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(other, "other");
        items = TrafficMetricsCodec.copy(items, "items");
        TrafficMetricsCodec.check(apiVersion, other, "selector", "items");
    }

    @Override
    public Map<String, Object> toTree() {
        return TrafficMetricsCodec.encode(this);
    }

    /**
     * Reads a TrafficMetricsList from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable TrafficMetricsList; it carries all findings
     */
    @FromTree
    public static TrafficMetricsList fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads a TrafficMetricsList from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    public static Decoded<TrafficMetricsList> decode(Map<String, ?> tree) {
        return TrafficMetricsCodec.decodeList(tree);
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
        builder.selector = selector;
        builder.items = new ArrayList<>(items);
        builder.other = other;
        return builder;
    }

    /** Builds {@link TrafficMetricsList}; nothing is required. Not thread-safe. */
    public static final class Builder {
        private String apiVersion = TrafficMetricsCodec.NEWEST;
        private OtherFields metadata = OtherFields.none();
        private ObjectReference resource = ObjectReference.empty();
        private Optional<PodLabelSelector> selector = Optional.empty();
        private List<TrafficMetrics> items = new ArrayList<>();
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

        /** What was asked for. */
        public Builder resource(ObjectReference resource) {
            this.resource = Objects.requireNonNull(resource, "resource");
            return this;
        }

        /** The labels of the resources that were asked for. */
        public Builder selector(PodLabelSelector selector) {
            this.selector = Optional.of(Objects.requireNonNull(selector, "selector"));
            return this;
        }

        /** Adds the metrics of one resource or edge. */
        public Builder addItem(TrafficMetrics item) {
            items.add(Objects.requireNonNull(item, "item"));
            return this;
        }

        /** The metrics, in place of those added before. */
        public Builder items(List<TrafficMetrics> items) {
            this.items = new ArrayList<>(TrafficMetricsCodec.copy(items, "items"));
            return this;
        }

        /** Fields of the document that this library does not know. */
        public Builder other(OtherFields other) {
            this.other = Objects.requireNonNull(other, "other");
            return this;
        }

        /**
         * The list.
         *
         * @throws IllegalStateException for what no document can say
         */
        public TrafficMetricsList build() {
            return new TrafficMetricsList(apiVersion, metadata, resource, selector, items, other);
        }
    }
}
