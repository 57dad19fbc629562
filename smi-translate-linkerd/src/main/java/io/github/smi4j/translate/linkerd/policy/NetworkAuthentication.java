package io.github.smi4j.translate.linkerd.policy;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Callers from some networks, with or without an identity (Linkerd, {@code NetworkAuthentication}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface NetworkAuthentication extends MeshResource permits ImmutableNetworkAuthentication {
    @Override
    default String apiVersion() {
        return "policy.linkerd.io/v1alpha1";
    }

    @Override
    default String kind() {
        return "NetworkAuthentication";
    }

    @Override
    ObjectMeta metadata();

    /** Each as {@code address/prefix length}; at least one. */
    List<String> networks();

    @Override
    default NetworkAuthentication withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        return MeshResourceTree.of(
                this,
                Map.of(
                        "spec",
                        Map.of(
                                "networks",
                                networks().stream()
                                        .map(cidr -> Map.of("cidr", cidr))
                                        .toList())));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NetworkAuthentication}. Not thread-safe. */
    final class Builder extends ImmutableNetworkAuthentication.Builder {
        Builder() {}
    }
}
