package io.github.smi4j.translate.linkerd.profile;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** How the traffic to all ports of a Service is split (Linkerd, {@code ServiceProfile}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface ServiceProfile extends MeshResource permits ImmutableServiceProfile {
    @Override
    default String apiVersion() {
        return "linkerd.io/v1alpha2";
    }

    @Override
    default String kind() {
        return "ServiceProfile";
    }

    @Override
    ObjectMeta metadata();

    /** Who takes the traffic. */
    List<WeightedDestination> dstOverrides();

    @Override
    default ServiceProfile withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        return MeshResourceTree.of(
                this,
                Map.of(
                        "spec",
                        Map.of(
                                "dstOverrides",
                                dstOverrides().stream()
                                        .map(WeightedDestination::toTree)
                                        .toList())));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceProfile}. Not thread-safe. */
    final class Builder extends ImmutableServiceProfile.Builder {
        Builder() {}
    }
}
