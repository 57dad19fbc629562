package io.github.smi4j.model;

import java.util.Objects;
import java.util.Optional;

/** The name and namespace that the builder of a resource was given beside its metadata, and that win over it. */
final class GivenNames {
    /** The metadata of a builder that was given none. */
    static final ObjectMeta NO_METADATA = ObjectMeta.builder().generateName("").build();

    private Optional<String> name = Optional.empty();
    private Optional<String> namespace = Optional.empty();

    void name(String given) {
        name = Optional.of(Objects.requireNonNull(given, "name"));
    }

    void namespace(String given) {
        namespace = Optional.of(Objects.requireNonNull(given, "namespace"));
    }

    /** Whether the metadata of a resource is not yet what the builder was given. */
    boolean change(ObjectMeta metadata) {
        return metadata == NO_METADATA || name.isPresent() || namespace.isPresent();
    }

    /** The metadata with the names; without any name an {@link IllegalStateException}. */
    ObjectMeta in(ObjectMeta metadata) {
        ObjectMeta.Builder builder = metadata == NO_METADATA ? ObjectMeta.builder() : metadata.toBuilder();
        name.ifPresent(builder::name);
        namespace.ifPresent(builder::namespace);
        return builder.build();
    }
}
