package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** UDP ports of a Service (SMI traffic-specs, since v1alpha4). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface UDPRoute extends SmiResource permits ImmutableUDPRoute {
    @Override
    String apiVersion();

    @Override
    default ResourceKind resourceKind() {
        return ResourceKind.UDP_ROUTE;
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

    /** Refuses an {@link #apiVersion()} that the kind does not have. */
    @Value.Check
    default void checkVersion() {
        Codecs.nearestApiVersion(this);
    }

    /**
     * Reads a UDPRoute from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable UDPRoute; it carries all findings
     */
    @FromTree
    static UDPRoute fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads a UDPRoute from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<UDPRoute> decode(Map<String, ?> tree) {
        return Codecs.decode(tree, ResourceKind.UDP_ROUTE).map(UDPRoute.class::cast);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link UDPRoute}; a name is required. Not thread-safe. */
    final class Builder extends ImmutableUDPRoute.Builder {
        private final GivenNames given = new GivenNames();

        Builder() {
            metadata(GivenNames.NO_METADATA);
            apiVersion(ResourceKind.UDP_ROUTE.newestApiVersion());
            matches(PortMatch.allPorts());
            otherSpec(OtherFields.none());
            other(OtherFields.none());
        }

        @Override
        public UDPRoute build() {
            UDPRoute built = super.build();
            return given.change(built.metadata())
                    ? built.toBuilder().metadata(given.in(built.metadata())).build()
                    : built;
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
