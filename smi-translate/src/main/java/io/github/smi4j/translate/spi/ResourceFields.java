package io.github.smi4j.translate.spi;

import io.github.smi4j.model.OtherResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads resources of the input that have no type, such as those of a mesh that are in force already. A field of another type than
 * was asked for is as one that is absent.
 */
public final class ResourceFields {
    /** The label that says who manages a resource: {@value}. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** The value of {@link #MANAGED_BY} in everything that is emitted: {@value}. */
    public static final String MANAGER = "smi4j";

    private ResourceFields() {}

    /** What is under {@code metadata}; empty if that is absent. */
    public static Map<?, ?> metadata(OtherResource resource) {
        return object(resource.toTree(), "metadata");
    }

    /** What is under {@code spec}; empty if that is absent. */
    public static Map<?, ?> spec(OtherResource resource) {
        return object(resource.toTree(), "spec");
    }

    /** An object; empty if it is absent. */
    public static Map<?, ?> object(Map<?, ?> tree, String field) {
        return value(tree, field) instanceof Map<?, ?> object ? object : Map.of();
    }

    /** The objects of a list, in their order; none if it is absent. */
    public static Stream<Map<?, ?>> objects(Map<?, ?> tree, String field) {
        return list(tree, field).stream().filter(Map.class::isInstance).map(element -> (Map<?, ?>) element);
    }

    /** A list; empty if it is absent. */
    public static List<?> list(Map<?, ?> tree, String field) {
        return value(tree, field) instanceof List<?> list ? list : List.of();
    }

    /** A text; empty if it is absent. */
    public static String text(Map<?, ?> tree, String field) {
        return value(tree, field) instanceof String text ? text : "";
    }

    private static @Nullable Object value(Map<?, ?> tree, String field) {
        return tree.get(Objects.requireNonNull(field, "field"));
    }

    /** Whether it is an earlier output, by its label. */
    public static boolean isOurs(OtherResource resource) {
        return MANAGER.equals(object(metadata(resource), "labels").get(MANAGED_BY));
    }
}
