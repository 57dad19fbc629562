package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Splits the traffic to a root Service over backends (SMI traffic-split, v1alpha1 to v1alpha4). Immutable.
 *
 * <pre>{@code
 * TrafficSplit split = TrafficSplit.builder().name("canary").namespace("shop").service("web")
 *     .addBackend("web-v1", 90).addBackend("web-v2", 10).build();
 * }</pre>
 */
@Value.Immutable
@SmiStyle
public sealed interface TrafficSplit extends SmiResource permits ImmutableTrafficSplit {
    @Override
    String apiVersion();

    @Override
    default ResourceKind resourceKind() {
        return ResourceKind.TRAFFIC_SPLIT;
    }

    @Override
    ObjectMeta metadata();

    @Override
    @Value.Auxiliary
    @Value.Redacted
    Optional<Origin> origin();

    /** The root Service that clients address, for example {@code web}; in the namespace of the split. */
    String service();

    /** The Services that take shares, in the order written. */
    List<Backend> backends();

    /** Which requests are split; the default is all. Since v1alpha3. */
    SplitMatches matches();

    /** Fields of the spec that this library does not know. */
    OtherFields otherSpec();

    /** Fields of the document that this library does not know, {@code status} for example. */
    OtherFields other();

    @Override
    default Map<String, Object> toTree() {
        return Codecs.encode(this);
    }

    /** Brings {@link #apiVersion()} to the nearest version that has all the fields that are set. */
    @Value.Check
    default TrafficSplit atNearestVersion() {
        String nearest = Codecs.nearestApiVersion(this);
        return nearest.equals(apiVersion()) ? this : toBuilder().inVersion(nearest);
    }

    /**
     * Reads a TrafficSplit from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable TrafficSplit; it carries all findings
     */
    @FromTree
    static TrafficSplit fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads a TrafficSplit from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<TrafficSplit> decode(Map<String, ?> tree) {
        return Codecs.decode(tree, ResourceKind.TRAFFIC_SPLIT).map(TrafficSplit.class::cast);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link TrafficSplit}; name and service are required. Not thread-safe. */
    final class Builder extends ImmutableTrafficSplit.Builder {
        private final GivenNames given = new GivenNames();

        Builder() {
            metadata(GivenNames.NO_METADATA);
            apiVersion(ResourceKind.TRAFFIC_SPLIT.newestApiVersion());
            matches(SplitMatches.none());
            otherSpec(OtherFields.none());
            other(OtherFields.none());
        }

        @Override
        public TrafficSplit build() {
            TrafficSplit built = super.build();
            return given.change(built.metadata())
                    ? built.toBuilder().metadata(given.in(built.metadata())).build()
                    : built;
        }

        /** The value in another version, whether it has a name yet or not. */
        TrafficSplit inVersion(String apiVersion) {
            apiVersion(apiVersion);
            return super.build();
        }

        /** {@code metadata.name}, whatever the metadata say. */
        public Builder name(String name) {
            given.name(name);
            return this;
        }

        /** {@code metadata.namespace}, whatever the metadata say. */
        public Builder namespace(String namespace) {
            given.namespace(namespace);
            return this;
        }

        /** Adds a backend with a whole weight. */
        public Builder addBackend(String service, long weight) {
            return addBackend(Backend.of(service, weight));
        }
    }
}
