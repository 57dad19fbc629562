package io.github.smi4j.model;

import io.github.smi4j.internal.codec.Codecs;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The metadata of a Kubernetes object (Kubernetes API, ObjectMeta). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface ObjectMeta permits ImmutableObjectMeta {
    /** The name, for example {@code canary}; absent only where {@link #generateName()} stands for it. */
    Optional<String> name();

    /** The prefix from which a cluster makes the name, for example {@code canary-}. */
    Optional<String> generateName();

    /** The namespace; absent means the namespace of whoever applies the resource. */
    Optional<String> namespace();

    /** The labels, in the order written. */
    Map<String, String> labels();

    /** The annotations, in the order written. */
    Map<String, String> annotations();

    /** Every other field of the metadata, such as {@code uid} or {@code managedFields}, in the order written. */
    OtherFields other();

    /** {@link #name()}, or the prefix followed by {@code *}. */
    default String displayName() {
        return name().orElseGet(() -> generateName().orElse("") + "*");
    }

    /** The metadata as a plain tree: the typed fields first, then the others in their order. Unmodifiable. */
    default Map<String, Object> toTree() {
        return Codecs.encode(this);
    }

    /** Refuses metadata that could not name a resource. */
    @Value.Check
    default void check() {
        if (name().isEmpty() && generateName().isEmpty()) {
            throw new IllegalStateException("metadata needs a name or a generateName: neither was set");
        }
        if (name().filter(String::isEmpty).isPresent()) {
            throw new IllegalStateException("metadata.name must not be empty");
        }
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link ObjectMeta}; a name or a generateName is required. Not thread-safe. */
    final class Builder extends ImmutableObjectMeta.Builder {
        Builder() {
            other(OtherFields.none());
        }

        @Override
        public ObjectMeta build() {
            ObjectMeta built = super.build();
            built.other().refuse("name", "generateName", "namespace", "labels", "annotations");
            return built;
        }
    }
}
