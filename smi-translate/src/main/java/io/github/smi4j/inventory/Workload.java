package io.github.smi4j.inventory;

import io.github.smi4j.diagnostic.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Pods that are alike: those of a Deployment, a StatefulSet and so on, or one Pod. Immutable. */
@Value.Immutable
@InventoryStyle
public sealed interface Workload extends Comparable<Workload> permits ImmutableWorkload {
    /** The service account of a pod that declares none: {@value}. */
    String DEFAULT_SERVICE_ACCOUNT = "default";

    /** The kind, for example {@code Deployment}. */
    String kind();

    /** The namespace. */
    String namespace();

    /** The name. */
    String name();

    /** The labels of the pods. */
    Map<String, String> labels();

    /** The annotations of the pods. */
    Map<String, String> annotations();

    /**
     * The labels that the controller of the pods finds them by, which stay when other labels change with a release; empty
     * where there is no controller, or it does not say.
     */
    Map<String, String> controllerLabels();

    /** Whether the pods have the network of their node; false unless declared. */
    @Value.Default
    default boolean hostNetwork() {
        return false;
    }

    /** The service account of the pods; {@value #DEFAULT_SERVICE_ACCOUNT} unless declared. */
    @Value.Default
    default String serviceAccount() {
        return DEFAULT_SERVICE_ACCOUNT;
    }

    /** The ports that the containers declare, in their order. */
    List<ContainerPort> containerPorts();

    /** Those of them that the first container declares, which some meshes take for the ports of the pods; all unless set. */
    @Value.Default
    default List<ContainerPort> firstContainerPorts() {
        return containerPorts();
    }

    /** The health checks by HTTP, in the order of the containers. */
    List<HttpProbe> httpProbes();

    /** Whether the pods have all these labels. */
    default boolean hasLabels(Map<String, String> selector) {
        return labels().entrySet().containsAll(selector.entrySet());
    }

    /**
     * The port of the pods that a Service port leads to; absent where it is a name that no container port, or more than one
     * number, has.
     */
    default OptionalInt port(ServicePort port) {
        if (port.targetPort() instanceof TargetPort.Numbered numbered) {
            return OptionalInt.of(numbered.port());
        }
        if (port.targetPort() instanceof TargetPort.Named named) {
            int[] numbers = named(named.name(), port.protocol())
                    .distinct()
                    .mapToInt(i -> i)
                    .toArray();
            return numbers.length == 1 ? OptionalInt.of(numbers[0]) : OptionalInt.empty();
        }
        return OptionalInt.of(port.number());
    }

    private Stream<Integer> named(String name, TransportProtocol protocol) {
        return containerPorts().stream()
                .filter(p -> p.protocol() == protocol
                        && p.name().filter(name::equals).isPresent())
                .map(ContainerPort::number);
    }

    /** The Kubernetes object that declares the pods. */
    default ResourceRef ref() {
        String group = switch (kind()) {
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> "apps";
            case "Job", "CronJob" -> "batch";
            default -> "";
        };
        return new ResourceRef(group, kind(), Optional.of(namespace()), name());
    }

    /** Orders by namespace, name and kind. */
    @Override
    default int compareTo(Workload other) {
        int byNamespace = namespace().compareTo(other.namespace());
        int byName = byNamespace != 0 ? byNamespace : name().compareTo(other.name());
        return byName != 0 ? byName : kind().compareTo(other.kind());
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Workload}; kind, namespace and name are required. Not thread-safe. */
    final class Builder extends ImmutableWorkload.Builder {
        Builder() {}
    }
}
