package io.github.smi4j.translate.istio.networking;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Routes the traffic to hosts (Istio, {@code VirtualService}); for sidecars, gateways aside. Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface VirtualService extends MeshResource permits ImmutableVirtualService {
    /** {@code networking.istio.io/v1}, or v1beta1 before Istio 1.22. */
    @Override
    String apiVersion();

    @Override
    default String kind() {
        return "VirtualService";
    }

    @Override
    ObjectMeta metadata();

    /** The full names of the hosts. */
    List<String> hosts();

    /** The routes of HTTP ports; the first that matches decides. */
    List<HTTPRoute> http();

    /** The routes of TCP ports. */
    List<TCPRoute> tcp();

    @Override
    default VirtualService withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("hosts", hosts());
        if (!http().isEmpty()) {
            spec.put("http", http().stream().map(HTTPRoute::toTree).toList());
        }
        if (!tcp().isEmpty()) {
            spec.put("tcp", tcp().stream().map(TCPRoute::toTree).toList());
        }
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link VirtualService}; apiVersion and metadata are required. Not thread-safe. */
    final class Builder extends ImmutableVirtualService.Builder {
        Builder() {}
    }
}
