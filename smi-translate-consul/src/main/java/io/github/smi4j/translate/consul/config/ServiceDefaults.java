package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a service speaks (Consul, {@code service-defaults}). Immutable. */
@Value.Immutable
@ConsulStyle
public sealed interface ServiceDefaults extends ConfigEntry permits ImmutableServiceDefaults {
    @Override
    default String kind() {
        return "ServiceDefaults";
    }

    @Override
    default String nativeKind() {
        return "service-defaults";
    }

    @Override
    default int writeOrder() {
        return 0;
    }

    @Override
    ObjectMeta metadata();

    /** {@code tcp}, {@code http}, {@code http2} or {@code grpc}. */
    String protocol();

    /** {@code strict} where callers without mutual TLS are refused whatever the mesh says; left to the mesh if absent. */
    Optional<String> mutualTLSMode();

    @Override
    default ServiceDefaults withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("protocol", protocol());
        mutualTLSMode().ifPresent(mode -> spec.put("mutualTLSMode", mode));
        return Collections.unmodifiableMap(spec);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceDefaults}. Not thread-safe. */
    final class Builder extends ImmutableServiceDefaults.Builder {
        Builder() {}
    }
}
