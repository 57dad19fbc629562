package io.github.smi4j.translate.linkerd.policy;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A port of pods, closed but for what policies allow (Linkerd, {@code Server}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface Server extends MeshResource permits ImmutableServer {
    /** {@code policy.linkerd.io/v1beta3}, or v1beta1 before Linkerd 2.16. */
    @Override
    String apiVersion();

    @Override
    default String kind() {
        return "Server";
    }

    @Override
    ObjectMeta metadata();

    /** The pods. */
    PodSelector podSelector();

    /** Their port. */
    int port();

    /** {@code unknown}, so that Linkerd looks at each connection, or {@code opaque}, so that it sees no requests. */
    String proxyProtocol();

    /** What is allowed beside policies, {@code deny}; absent where the API version has no such field and denies anyway. */
    Optional<String> accessPolicy();

    @Override
    default Server withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("podSelector", podSelector().toTree());
        spec.put("port", port());
        spec.put("proxyProtocol", proxyProtocol());
        accessPolicy().ifPresent(policy -> spec.put("accessPolicy", policy));
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Server}. Not thread-safe. */
    final class Builder extends ImmutableServer.Builder {
        Builder() {}
    }
}
