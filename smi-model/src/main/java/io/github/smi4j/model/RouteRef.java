package io.github.smi4j.model;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * A reference from a split to a group of HTTP requests, in the split's namespace (SMI traffic-split v1alpha4,
 * {@code spec.matches}). Immutable.
 */
@Value.Immutable
@SmiStyle
public sealed interface RouteRef permits ImmutableRouteRef {
    /** The kind; SMI knows {@code HTTPRouteGroup} alone here. */
    String kind();

    /** The name, for example {@code beta-users}. */
    String name();

    /** The API group of the kind, where it was given. */
    Optional<String> apiGroup();

    /** Fields this library does not know. */
    OtherFields other();

    /** A reference to an HTTPRouteGroup. */
    static RouteRef httpRouteGroup(String name) {
        return builder().kind(ResourceKind.HTTP_ROUTE_GROUP.kind()).name(name).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link RouteRef}; kind and name are required. Not thread-safe. */
    final class Builder extends ImmutableRouteRef.Builder {
        Builder() {
            other(OtherFields.none());
        }

        @Override
        public RouteRef build() {
            RouteRef built = super.build();
            built.other().refuse("apiGroup", "kind", "name");
            return built;
        }
    }
}
