package io.github.smi4j.inventory;

import io.github.smi4j.model.Ports;
import java.util.Optional;
import org.immutables.value.Value;

/** A port that a container declares (Kubernetes API, {@code ContainerPort}). Immutable. */
@Value.Immutable
@InventoryStyle
public sealed interface ContainerPort permits ImmutableContainerPort {
    /** The port of the pod, 1 to 65535. */
    int number();

    /** The transport protocol; TCP unless declared. */
    @Value.Default
    default TransportProtocol protocol() {
        return TransportProtocol.TCP;
    }

    /** The name, which a Service port may lead to; absent where it is not declared. */
    Optional<String> name();

    /** Refuses a number that is no port. */
    @Value.Check
    default void check() {
        Ports.requirePort(number());
    }

    /** A TCP port with a name, for example {@code http}. */
    static ContainerPort tcp(int number, String name) {
        return builder().number(number).name(name).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ContainerPort}; the number is required. Not thread-safe. */
    final class Builder extends ImmutableContainerPort.Builder {
        Builder() {}
    }
}
