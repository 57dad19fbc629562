package io.github.smi4j.inventory;

import io.github.smi4j.model.Ports;
import java.util.Optional;
import org.immutables.value.Value;

/** A port of a Service (Kubernetes API, {@code ServicePort}). Immutable. */
@Value.Immutable
@InventoryStyle
public sealed interface ServicePort extends Comparable<ServicePort> permits ImmutableServicePort {
    /** The port that clients address, 1 to 65535. */
    int number();

    /** The transport protocol; TCP unless declared. */
    @Value.Default
    default TransportProtocol protocol() {
        return TransportProtocol.TCP;
    }

    /** The name, which many meshes read a protocol from; absent where the Service has one unnamed port. */
    Optional<String> name();

    /** The application protocol, for example {@code http}; absent where it is not declared. */
    Optional<String> appProtocol();

    /** The port of the pods that it leads to; the same number unless declared. */
    @Value.Default
    default TargetPort targetPort() {
        return TargetPort.same();
    }

    /** Refuses a number that is no port. */
    @Value.Check
    default void check() {
        Ports.requirePort(number());
    }

    /** Orders by number and protocol. */
    @Override
    default int compareTo(ServicePort other) {
        int byNumber = Integer.compare(number(), other.number());
        return byNumber != 0 ? byNumber : protocol().compareTo(other.protocol());
    }

    /** A TCP port with a name, for example {@code http}. */
    static ServicePort tcp(int number, String name) {
        return builder().number(number).name(name).build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ServicePort}; the number is required. Not thread-safe. */
    final class Builder extends ImmutableServicePort.Builder {
        Builder() {}
    }
}
