package io.github.smi4j.model;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * An identity in a TrafficTarget, as destination or source (SMI traffic-access v1alpha4, {@code IdentityBindingSubject}).
 * Immutable.
 */
@Value.Immutable
@SmiStyle
public sealed interface Subject permits ImmutableSubject {
    /** {@code ServiceAccount}, or since v1alpha4 {@code IdentityBinding}. */
    String kind();

    /** The name of the service account or binding. */
    String name();

    /** The namespace; absent means that of the TrafficTarget. */
    Optional<String> namespace();

    /** The API group of the kind, where it was given: {@code access.smi-spec.io} for an IdentityBinding. */
    Optional<String> group();

    /** Fields this library does not know. */
    OtherFields other();

    /** The same subject in the given namespace. */
    default Subject inNamespace(String namespace) {
        return toBuilder().namespace(namespace).build();
    }

    /** A service account. */
    static Subject serviceAccount(String name) {
        return builder().kind("ServiceAccount").name(name).build();
    }

    /** An {@link IdentityBinding}. */
    static Subject identityBinding(String name) {
        return builder()
                .kind(ResourceKind.IDENTITY_BINDING.kind())
                .group(ResourceKind.IDENTITY_BINDING.group())
                .name(name)
                .build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link Subject}; kind and name are required. Not thread-safe. */
    final class Builder extends ImmutableSubject.Builder {
        Builder() {
            other(OtherFields.none());
        }

        @Override
        public Subject build() {
            Subject built = super.build();
            built.other().refuse("kind", "group", "name", "namespace");
            return built;
        }
    }
}
