package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.model.OtherResource;
import java.util.List;
import java.util.Map;

/** Reads resources of the input that have no type here; a field of another type than its schema's is as one that is absent. */
final class ResourceFields {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private ResourceFields() {}

    static Map<?, ?> spec(OtherResource resource) {
        return object(resource.toTree(), "spec");
    }

    static Map<?, ?> metadata(OtherResource resource) {
        return object(resource.toTree(), "metadata");
    }

    static Map<?, ?> object(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    static List<?> list(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof List<?> list ? list : List.of();
    }

    /** Whether it is an earlier output. */
    static boolean isOurs(OtherResource resource) {
        return "smi4j".equals(object(metadata(resource), "labels").get(MANAGED_BY));
    }
}
