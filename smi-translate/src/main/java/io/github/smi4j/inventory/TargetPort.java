package io.github.smi4j.inventory;

import io.github.smi4j.model.Ports;
import java.util.Objects;

/** The port of the pods that a Service port leads to (Kubernetes API, {@code ServicePort.targetPort}). */
public sealed interface TargetPort {
    /** The Service declares none: the same number. */
    record Same() implements TargetPort {}

    /**
     * A number.
     *
     * @param port 1 to 65535
     */
    record Numbered(int port) implements TargetPort {
        /** Refuses a number that is no port. */
        public Numbered {
            Ports.requirePort(port);
        }
    }

    /**
     * A name that each pod resolves by its own container ports.
     *
     * @param name the name, for example {@code http}
     */
    record Named(String name) implements TargetPort {
        /** Refuses null. */
        public Named {
            Objects.requireNonNull(name, "name");
        }
    }

    /** The same number as the Service port. */
    static TargetPort same() {
        return new Same();
    }

    /** A number, 1 to 65535. */
    static TargetPort of(int port) {
        return new Numbered(port);
    }

    /** A name that each pod resolves by its own container ports. */
    static TargetPort of(String name) {
        return new Named(name);
    }
}
