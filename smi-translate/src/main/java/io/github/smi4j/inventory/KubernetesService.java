package io.github.smi4j.inventory;

import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** A Kubernetes Service. Immutable. */
@Value.Immutable
@InventoryStyle
public sealed interface KubernetesService permits ImmutableKubernetesService {
    /** Namespace and name. */
    ServiceName name();

    /** The ports, in the order declared. */
    List<ServicePort> ports();

    /** The labels of the pods behind the Service; it has no pods of its own if empty. */
    Map<String, String> selector();

    /** Whether the pods of a workload are behind the Service. */
    default boolean selects(Workload workload) {
        return !selector().isEmpty()
                && workload.namespace().equals(name().namespace())
                && workload.hasLabels(selector());
    }

    /** Whether the Service has no cluster IP, so that clients address its pods; false unless declared. */
    @Value.Default
    default boolean headless() {
        return false;
    }

    /** Whether the Service is a name for a host elsewhere ({@code type: ExternalName}); false unless declared. */
    @Value.Default
    default boolean externalName() {
        return false;
    }

    /** The labels of the Service itself. */
    Map<String, String> labels();

    /** The annotations. */
    Map<String, String> annotations();

    /** Whether the Service has a port of this number and protocol. */
    default boolean hasPort(ServicePort port) {
        return ports().stream().anyMatch(p -> p.compareTo(port) == 0);
    }

    /** A Service with the given ports. */
    static KubernetesService of(ServiceName name, ServicePort... ports) {
        return builder().name(name).addPorts(ports).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KubernetesService}; the name is required. Not thread-safe. */
    final class Builder extends ImmutableKubernetesService.Builder {
        Builder() {}
    }
}
