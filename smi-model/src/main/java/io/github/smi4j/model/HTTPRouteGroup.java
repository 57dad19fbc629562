package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Named groups of HTTP requests (SMI traffic-specs, v1alpha1 to v1alpha4). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface HTTPRouteGroup extends SmiResource permits ImmutableHTTPRouteGroup {
    @Override
    String apiVersion();

    @Override
    default ResourceKind resourceKind() {
        return ResourceKind.HTTP_ROUTE_GROUP;
    }

    @Override
    ObjectMeta metadata();

    @Override
    @Value.Auxiliary
    @Value.Redacted
    Optional<Origin> origin();

    /** The matches, in the order written. */
    List<HTTPMatch> matches();

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
    default HTTPRouteGroup atNearestVersion() {
        String nearest = Codecs.nearestApiVersion(this);
        return nearest.equals(apiVersion()) ? this : toBuilder().inVersion(nearest);
    }

    /**
     * Reads an HTTPRouteGroup from a plain tree. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable HTTPRouteGroup; it carries all findings
     */
    @FromTree
    static HTTPRouteGroup fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads an HTTPRouteGroup from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<HTTPRouteGroup> decode(Map<String, ?> tree) {
        return Codecs.decode(tree, ResourceKind.HTTP_ROUTE_GROUP).map(HTTPRouteGroup.class::cast);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link HTTPRouteGroup}; a name is required. Not thread-safe. */
    final class Builder extends ImmutableHTTPRouteGroup.Builder {
        private final GivenNames given = new GivenNames();

        Builder() {
            metadata(GivenNames.NO_METADATA);
            apiVersion(ResourceKind.HTTP_ROUTE_GROUP.newestApiVersion());
            otherSpec(OtherFields.none());
            other(OtherFields.none());
        }

        @Override
        public HTTPRouteGroup build() {
            HTTPRouteGroup built = super.build();
            return given.change(built.metadata())
                    ? built.toBuilder().metadata(given.in(built.metadata())).build()
                    : built;
        }

        /** The value in another version, whether it has a name yet or not. */
        HTTPRouteGroup inVersion(String apiVersion) {
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
