package io.github.smi4j.translate.spi;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherFields;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mesh resource whose fields are a plain tree. */
record UntypedMeshResource(String apiVersion, String kind, ObjectMeta metadata, OtherFields fields)
        implements MeshResource {
    UntypedMeshResource {
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(metadata, "metadata");
    }

    static UntypedMeshResource of(String apiVersion, String kind, ObjectMeta metadata, Map<String, ?> fields) {
        for (String own : List.of("apiVersion", "kind", "metadata")) {
            if (fields.containsKey(own)) {
                throw new IllegalArgumentException("the field " + own + " has a parameter of its own");
            }
        }
        return new UntypedMeshResource(apiVersion, kind, metadata, OtherFields.of(fields));
    }

    @Override
    public MeshResource withMetadata(ObjectMeta changed) {
        return new UntypedMeshResource(apiVersion, kind, changed, fields);
    }

    @Override
    public Map<String, Object> toTree() {
        return MeshResourceTree.of(this, fields.asMap());
    }
}
