package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** TCP ports of a Service (SMI traffic-specs, v1alpha1 to v1alpha4; ports since v1alpha4). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface TCPRoute extends SmiResource permits ImmutableTCPRoute {
    @Override
    String apiVersion();

    @Override
    default ResourceKind resourceKind() {
        return ResourceKind.TCP_ROUTE;
    }

    @Override
    ObjectMeta metadata();

    @Override
    @Value.Auxiliary
    @Value.Redacted
    Optional<Origin> origin();

    /** Which ports are meant, {@code spec.matches}; the default is all ports of the Service. */
    PortMatch matches();

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
    default TCPRoute atNearestVersion() {
        String nearest = Codecs.nearestApiVersion(this);
        return nearest.equals(apiVersion()) ? this : toBuilder().inVersion(nearest);
    }

    /**
     * Reads a TCPRoute from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable TCPRoute; it carries all findings
     */
    @FromTree
    static TCPRoute fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads a TCPRoute from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<TCPRoute> decode(Map<String, ?> tree) {
        return Codecs.decode(tree, ResourceKind.TCP_ROUTE).map(TCPRoute.class::cast);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link TCPRoute}; a name is required. Not thread-safe. */
    final class Builder extends ImmutableTCPRoute.Builder {
        private final GivenNames given = new GivenNames();

        Builder() {
            metadata(GivenNames.NO_METADATA);
            apiVersion(ResourceKind.TCP_ROUTE.newestApiVersion());
            matches(PortMatch.allPorts());
            otherSpec(OtherFields.none());
            other(OtherFields.none());
        }

        @Override
        public TCPRoute build() {
            TCPRoute built = super.build();
            return given.change(built.metadata())
                    ? built.toBuilder().metadata(given.in(built.metadata())).build()
                    : built;
        }

        /** The value in another version, whether it has a name yet or not. */
        TCPRoute inVersion(String apiVersion) {
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

        /** The given ports only, each 1 to 65535. */
        public Builder ports(int first, int... more) {
            return matches(PortMatch.builder().ports(Ports.of(first, more)).build());
        }
    }
}
