package io.github.smi4j.translate.linkerd.gateway;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Requests that are sent to a port of a Service, or arrive at a Server (Gateway API, {@code HTTPRoute}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface HTTPRoute extends MeshResource permits ImmutableHTTPRoute {
    /** Of the group {@code gateway.networking.k8s.io} or {@code policy.linkerd.io}. */
    @Override
    String apiVersion();

    @Override
    default String kind() {
        return "HTTPRoute";
    }

    @Override
    ObjectMeta metadata();

    /** What the route is for. */
    ParentReference parentRef();

    /** At most 16. */
    List<HTTPRouteRule> rules();

    @Override
    default HTTPRoute withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("parentRefs", List.of(parentRef().toTree()));
        spec.put("rules", rules().stream().map(HTTPRouteRule::toTree).toList());
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HTTPRoute}. Not thread-safe. */
    final class Builder extends ImmutableHTTPRoute.Builder {
        Builder() {}
    }
}
