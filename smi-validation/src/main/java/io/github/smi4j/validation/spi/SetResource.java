package io.github.smi4j.validation.spi;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.Objects;

/**
 * A resource of a set that could be read without an error, and is the only one of its name.
 *
 * @param value the resource
 * @param ref its name, with the default namespace where it has none
 * @param entry the document it came from
 * @param <T> its kind
 */
public record SetResource<T extends SmiResource>(T value, ResourceRef ref, ResourceSet.Entry entry) {
    /** Refuses null. */
    public SetResource {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(entry, "entry");
    }

    /** The namespace, the default one where the resource has none. */
    public String namespace() {
        return ref.namespace().orElse("");
    }
}
