package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;

/**
 * A resource with its entry and the namespace that it is in.
 *
 * @param value the resource; of a faulty entry what could be read of it
 * @param entry where it came from
 * @param namespace its namespace, the default one where none was given
 */
record Known<T extends SmiResource>(T value, ResourceSet.Entry entry, String namespace) {
    /** The resource with its namespace filled in. */
    ResourceRef ref() {
        return value.ref().withDefaultNamespace(namespace);
    }
}
