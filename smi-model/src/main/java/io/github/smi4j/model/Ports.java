package io.github.smi4j.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ports of a route. SMI writes "all ports" as no list or an empty one, so a list of ports is never empty here.
 */
public sealed interface Ports {
    /** Every port of the destination's Services. */
    record All() implements Ports {}

    /**
     * Some ports.
     *
     * @param numbers the ports in the order written, at least one, each 1 to 65535
     */
    record Listed(List<Integer> numbers) implements Ports {
        /** Copies the list; an empty one or a number that is no port is an {@link IllegalArgumentException}. */
        public Listed {
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException(
                        "a list of ports must not be empty: SMI reads an empty list as all ports; use Ports.all()");
            }
            numbers.forEach(Ports::requirePort);
        }
    }

    /** Whether the number is a port: 1 to 65535. */
    static boolean isPort(int number) {
        return number >= 1 && number <= 65535;
    }

    /** The number, if it is a port; otherwise an {@link IllegalArgumentException}. */
    static int requirePort(int number) {
        if (!isPort(number)) {
            throw new IllegalArgumentException("a port must be 1 to 65535, was " + number);
        }
        return number;
    }

    /** Every port of the destination's Services. */
    static Ports all() {
        return new All();
    }

    /** The given ports only. */
    static Ports of(int first, int... more) {
        return of(IntStream.concat(IntStream.of(first), IntStream.of(more))
                .boxed()
                .toList());
    }

    /** The given ports only; an empty list is an {@link IllegalArgumentException}. */
    static Ports of(List<Integer> numbers) {
        return new Listed(numbers);
    }
}
