package io.github.smi4j.model;

import java.util.Optional;
import org.immutables.value.Value;

/** The ports of a TCPRoute or UDPRoute (SMI traffic-specs v1alpha4, {@code TCPMatch} and {@code UDPMatch}). Immutable. */
@Value.Immutable
@SmiStyle
public sealed interface PortMatch permits ImmutablePortMatch {
    /** A name, which nothing refers to. */
    Optional<String> name();

    /** The ports; the default is all. */
    Ports ports();

    /** Fields this library does not know. */
    OtherFields other();

    /** All ports of the Service. */
    static PortMatch allPorts() {
        return builder().build();
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link PortMatch}. Not thread-safe. */
    final class Builder extends ImmutablePortMatch.Builder {
        Builder() {
            ports(Ports.all());
            other(OtherFields.none());
        }

        @Override
        public PortMatch build() {
            PortMatch built = super.build();
            built.other().refuse("name", "ports");
            return built;
        }
    }
}
