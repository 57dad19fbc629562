package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Where some of the requests to a service go (Consul, {@code service-router}); all others go to the service itself. Immutable. */
@Value.Immutable
@ConsulStyle
public sealed interface ServiceRouter extends ConfigEntry permits ImmutableServiceRouter {
    @Override
    default String kind() {
        return "ServiceRouter";
    }

    @Override
    default String nativeKind() {
        return "service-router";
    }

    @Override
    default int writeOrder() {
        return 4;
    }

    @Override
    ObjectMeta metadata();

    /** The routes; the first that matches decides. */
    List<ServiceRoute> routes();

    @Override
    default ServiceRouter withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("routes", routes().stream().map(ServiceRoute::toTree).toList());
        return Collections.unmodifiableMap(spec);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceRouter}. Not thread-safe. */
    final class Builder extends ImmutableServiceRouter.Builder {
        Builder() {}
    }
}
