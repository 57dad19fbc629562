package io.github.smi4j.translate.linkerd.gateway;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Connections that are opened to a port of a Service (Gateway API, {@code TCPRoute}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface TCPRoute extends MeshResource permits ImmutableTCPRoute {
    @Override
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1alpha2";
    }

    @Override
    default String kind() {
        return "TCPRoute";
    }

    @Override
    ObjectMeta metadata();

    /** What the route is for. */
    ParentReference parentRef();

    /** Who takes the connections; 1 to 16. */
    List<BackendRef> backendRefs();

    @Override
    default TCPRoute withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("parentRefs", List.of(parentRef().toTree()));
        spec.put(
                "rules",
                List.of(Map.of(
                        "backendRefs",
                        backendRefs().stream().map(BackendRef::toTree).toList())));
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link TCPRoute}. Not thread-safe. */
    final class Builder extends ImmutableTCPRoute.Builder {
        Builder() {}
    }
}
