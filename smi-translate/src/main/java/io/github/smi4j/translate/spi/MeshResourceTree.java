package io.github.smi4j.translate.spi;

import io.github.smi4j.model.OtherFields;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plain tree of a Kubernetes resource of a mesh, for implementations of {@link MeshResource#toTree()}. */
public final class MeshResourceTree {
    private MeshResourceTree() {}

    /**
     * The tree: apiVersion, kind, metadata, then the given fields in their order. Unmodifiable.
     *
     * @throws IllegalArgumentException if a value has no form in JSON
     */
    public static Map<String, Object> of(MeshResource resource, Map<String, ?> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", resource.apiVersion());
        tree.put("kind", resource.kind());
        tree.put("metadata", resource.metadata().toTree());
        tree.putAll(fields);
        return OtherFields.of(tree).asMap();
    }
}
