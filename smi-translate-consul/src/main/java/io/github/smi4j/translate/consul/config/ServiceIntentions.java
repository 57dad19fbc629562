package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Who may call a service (Consul, {@code service-intentions}). Immutable. */
@Value.Immutable
@ConsulStyle
public sealed interface ServiceIntentions extends ConfigEntry permits ImmutableServiceIntentions {
    @Override
    default String kind() {
        return "ServiceIntentions";
    }

    @Override
    default String nativeKind() {
        return "service-intentions";
    }

    @Override
    default int writeOrder() {
        return 5;
    }

    @Override
    ObjectMeta metadata();

    /** The service that is called. */
    String destinationName();

    /** Its Consul namespace; absent where Consul has no namespaces, or the one of the entry is meant. */
    Optional<String> destinationNamespace();

    /** Who may call it and who may not, none twice; at least one. */
    List<SourceIntention> sources();

    @Override
    default ServiceIntentions withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> spec() {
        Map<String, Object> spec = new LinkedHashMap<>();
        Map<String, Object> destination = new LinkedHashMap<>();
        destination.put("name", destinationName());
        destinationNamespace().ifPresent(namespace -> destination.put("namespace", namespace));
        spec.put("destination", Collections.unmodifiableMap(destination));
        spec.put("sources", sources().stream().map(SourceIntention::toTree).toList());
        return Collections.unmodifiableMap(spec);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServiceIntentions}. Not thread-safe. */
    final class Builder extends ImmutableServiceIntentions.Builder {
        Builder() {}
    }
}
