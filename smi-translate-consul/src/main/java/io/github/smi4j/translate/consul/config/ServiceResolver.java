package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immutables.value.Value;

/** Another service that takes all traffic to a service (Consul, {@code service-resolver} with a redirect). Immutable. */
@Value.Immutable
@ConsulStyle
public sealed interface ServiceResolver extends ConfigEntry permits ImmutableServiceResolver {
    @Override
    default String kind() {
        return "ServiceResolver";
    }

    @Override
    default String nativeKind() {
        return "service-resolver";
    }

    @Override
    default int writeOrder() {
        return 1;
    }

    @Override
    ObjectMeta metadata();

    /** The service that takes the traffic. */
    String redirectService();

    @Override
    default ServiceResolver withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("redirect", Map.of("service", redirectService()));
        return Collections.unmodifiableMap(spec);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceResolver}. Not thread-safe. */
    final class Builder extends ImmutableServiceResolver.Builder {
        Builder() {}
    }
}
