package io.github.smi4j.translate.istio.security;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.Map;
import org.immutables.value.Value;

/** Whether the workloads of a namespace take connections without mutual TLS (Istio, {@code PeerAuthentication}). Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface PeerAuthentication extends MeshResource permits ImmutablePeerAuthentication {
    /** The modes that are emitted. */
    enum Mode {
        /** Connections without mutual TLS are refused. */
        STRICT,
        /** Connections without mutual TLS are taken; their callers have no principal. */
        PERMISSIVE
    }

    /** {@code security.istio.io/v1}, or v1beta1 before Istio 1.22. */
    @Override
    String apiVersion();

    @Override
    default String kind() {
        return "PeerAuthentication";
    }

    @Override
    ObjectMeta metadata();

    /** The mode. */
    Mode mode();

    @Override
    default PeerAuthentication withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        return MeshResourceTree.of(this, Map.of("spec", Map.of("mtls", Map.of("mode", mode().name()))));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PeerAuthentication}; apiVersion, metadata and mode are required. Not thread-safe. */
    final class Builder extends ImmutablePeerAuthentication.Builder {
        Builder() {}
    }
}
