package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.model.OtherResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads resources of the input that have no type here; a field of another type than its schema's is as one that is absent. */
final class ResourceFields {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private ResourceFields() {}

    static Map<?, ?> spec(OtherResource resource) {
        return object(resource.toTree(), "spec");
    }

    static Map<?, ?> object(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    static Stream<Map<?, ?>> objects(Map<?, ?> tree, String field) {
        return list(tree, field).stream().filter(Map.class::isInstance).map(element -> (Map<?, ?>) element);
    }

    static List<?> list(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof List<?> list ? list : List.of();
    }

    static String text(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof String text ? text : "";
    }

    /** Whether it is an earlier output. */
    static boolean isOurs(OtherResource resource) {
        Map<?, ?> labels = object(object(resource.toTree(), "metadata"), "labels");
        return "smi4j".equals(labels.get(MANAGED_BY));
    }
}
