package io.github.smi4j.policy;

import io.github.smi4j.model.Ports;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * May somebody send something to somebody? Immutable.
 *
 * @param from who sends it
 * @param to who receives it
 * @param port the port of the Service, or of any Service of the destination's pods; absent for all of them
 * @param traffic what is sent
 */
public record AccessQuestion(Caller from, Callee to, OptionalInt port, Traffic traffic) {
    /** Refuses null and what is no port. */
    public AccessQuestion {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        port.ifPresent(Ports::requirePort);
        Objects.requireNonNull(traffic, "traffic");
    }

    /** The question for one port. */
    public static AccessQuestion of(Caller from, Callee to, int port, Traffic traffic) {
        return new AccessQuestion(from, to, OptionalInt.of(port), traffic);
    }

    /** The question for all ports of the Services. */
    public static AccessQuestion ofAllPorts(Caller from, Callee to, Traffic traffic) {
        return new AccessQuestion(from, to, OptionalInt.empty(), traffic);
    }
}
