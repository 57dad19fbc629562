package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The ports that pods name: each a container's by its name, or a number. */
final class PortTokens {
    private static final int MAX_PORT = 65535;

    private PortTokens() {}

    /** Those of the annotation, else of the first container; one that is empty if there are none. */
    static List<String> of(Workload workload) {
        Optional<String> given = PodAnnotations.of(workload, "connect-service-port");
        String list = given.orElseGet(() -> workload.firstContainerPorts().stream()
                .map(port -> port.name().orElse(String.valueOf(port.number())))
                .collect(Collectors.joining(",")));
        return PodAnnotations.parts(list).toList();
    }

    /** What they ask for as the default; empty if they do not. */
    static String wanted(Workload workload) {
        return PodAnnotations.of(workload, "connect-service-default-port")
                .orElse("")
                .strip();
    }

    /** Which of them is the default: the first one, unless one that is asked for is there. */
    static int indexOfDefault(Workload workload, List<String> tokens, List<OptionalInt> numbers) {
        String wanted = wanted(workload);
        if (!wanted.isEmpty()) {
            OptionalInt number = decimal(wanted);
            for (int i = 0; i < tokens.size(); i++) {
                boolean same = number.isPresent()
                        && !tokens.get(i).isEmpty()
                        && numbers.get(i).equals(number);
                if (tokens.get(i).equals(wanted) || same) {
                    return i;
                }
            }
        }
        return 0;
    }

    /** A port of a container by its name, else a number; 0 if it is neither, absent where it may be a number of another base. */
    static OptionalInt number(Workload workload, String token) {
        Optional<Integer> named = workload.containerPorts().stream()
                .filter(port -> port.name().filter(token::equals).isPresent())
                .map(ContainerPort::number)
                .findFirst();
        if (named.isPresent()) {
            return OptionalInt.of(named.get());
        }
        if (!Character.isDigit(token.charAt(0))) {
            return OptionalInt.of(0);
        }
        OptionalInt number = decimal(token);
        boolean octal = token.length() > 1 && token.startsWith("0");
        return octal || number.orElse(MAX_PORT + 1) > MAX_PORT ? OptionalInt.empty() : number;
    }

    /** A decimal number; absent if it is none. */
    static OptionalInt decimal(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
