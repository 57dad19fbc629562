package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Allows sources to call a destination (SMI traffic-access, v1alpha1 to v1alpha4). Immutable.
 *
 * <pre>{@code
 * TrafficTarget target = TrafficTarget.builder().name("edge-to-web").namespace("shop")
 *     .destination(Subject.serviceAccount("web"))
 *     .addSource(Subject.serviceAccount("edge").inNamespace("ingress"))
 *     .addRule(Rule.httpRouteGroup("web-routes", "read")).build();
 * }</pre>
 */
@Value.Immutable
@SmiStyle
public sealed interface TrafficTarget extends SmiResource permits ImmutableTrafficTarget {
    @Override
    String apiVersion();

    @Override
    default ResourceKind resourceKind() {
        return ResourceKind.TRAFFIC_TARGET;
    }

    @Override
    ObjectMeta metadata();

    @Override
    @Value.Auxiliary
    @Value.Redacted
    Optional<Origin> origin();

    /** The identity that is called. */
    Subject destination();

    /**
     * The one port of the destination that all rules are limited to, {@code destination.port}. Access v1alpha1 and v1alpha2
     * have it: a target with a port is written as v1alpha2, unless it was read as v1alpha1. Absent means no such limit.
     */
    OptionalInt destinationPort();

    /** The identities that may call, in the order written; nobody if empty. */
    List<Subject> sources();

    /** What they may call, in the order written; nothing if empty. Named {@code specs} in access v1alpha1. */
    List<Rule> rules();

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
    default TrafficTarget atNearestVersion() {
        destinationPort().ifPresent(Ports::requirePort);
        destination().other().refuse("port");
        String nearest = Codecs.nearestApiVersion(this);
        return nearest.equals(apiVersion()) ? this : toBuilder().inVersion(nearest);
    }

    /**
     * Reads a TrafficTarget from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable TrafficTarget; it carries all findings
     */
    @FromTree
    static TrafficTarget fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads a TrafficTarget from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<TrafficTarget> decode(Map<String, ?> tree) {
        return Codecs.decode(tree, ResourceKind.TRAFFIC_TARGET).map(TrafficTarget.class::cast);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link TrafficTarget}; name and destination are required. Not thread-safe. */
    final class Builder extends ImmutableTrafficTarget.Builder {
        private final GivenNames given = new GivenNames();

        Builder() {
            metadata(GivenNames.NO_METADATA);
            apiVersion(ResourceKind.TRAFFIC_TARGET.newestApiVersion());
            otherSpec(OtherFields.none());
            other(OtherFields.none());
        }

        @Override
        public TrafficTarget build() {
            TrafficTarget built = super.build();
            return given.change(built.metadata())
                    ? built.toBuilder().metadata(given.in(built.metadata())).build()
                    : built;
        }

        /** The value in another version, whether it has a name yet or not. */
        TrafficTarget inVersion(String apiVersion) {
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
    }
}
