package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** The shares in which requests to a service are split (Consul, {@code service-splitter}). Immutable. */
@Value.Immutable
@ConsulStyle
public sealed interface ServiceSplitter extends ConfigEntry permits ImmutableServiceSplitter {
    @Override
    default String kind() {
        return "ServiceSplitter";
    }

    @Override
    default String nativeKind() {
        return "service-splitter";
    }

    /** Whether nothing calls the service by its name: a router sends requests there, and must find it. False unless set. */
    @Value.Default
    default boolean virtual() {
        return false;
    }

    @Override
    default int writeOrder() {
        return virtual() ? 2 : 3;
    }

    @Override
    ObjectMeta metadata();

    /** The shares; they sum to 100 %, and no service has two. */
    List<ServiceSplit> splits();

    @Override
    default ServiceSplitter withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("splits", splits().stream().map(ServiceSplit::toTree).toList());
        return Collections.unmodifiableMap(spec);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceSplitter}. Not thread-safe. */
    final class Builder extends ImmutableServiceSplitter.Builder {
        Builder() {}
    }
}
