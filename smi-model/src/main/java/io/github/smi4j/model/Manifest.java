package io.github.smi4j.model;

import java.util.Map;

/** What can be written as one YAML or JSON document. */
public interface Manifest {
    /**
     * The document as a plain tree of {@link Map}, {@link java.util.List}, String, Number, Boolean and null, in the order
     * in which the fields are written. Unmodifiable.
     */
    @ToTree
    Map<String, Object> toTree();

    /** Whether it is an object of Kubernetes, which a {@code List} may hold; true unless overridden. */
    default boolean isKubernetesObject() {
        return true;
    }
}
