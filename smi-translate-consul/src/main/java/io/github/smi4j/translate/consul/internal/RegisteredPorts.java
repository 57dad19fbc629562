package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ports of pods that Consul registers, and so the only ones that are called through its proxies.
 *
 * @param main the one that a service stands for where none is asked for
 * @param all all of them
 */
record RegisteredPorts(int main, SortedSet<Integer> all) {
    private static final String PORT = "consul.hashicorp.com/connect-service-port";
    private static final String DEFAULT_PORT = "consul.hashicorp.com/connect-service-default-port";
    private static final int MAX_PORT = 65_535;

    RegisteredPorts {
        all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
    }

    /**
     * Those of the pods of a workload: what an annotation names, else all that the first container declares, else that of the
     * Service behind which they are.
     *
     * @param several whether Consul registers more than the main one
     * @return absent where that is not known
     */
    static Optional<RegisteredPorts> of(Workload workload, List<KubernetesService> services, boolean several) {
        List<Token> tokens = declared(workload).orElseGet(() -> ofServices(workload, services));
        if (tokens.isEmpty() || !isFirstMain(workload, tokens)) {
            return Optional.empty();
        }
        int main = tokens.get(0).port();
        SortedSet<Integer> ports = new TreeSet<>(Set.of(main));
        if (several) {
            tokens.forEach(token -> ports.add(token.port()));
        }
        return Optional.of(new RegisteredPorts(main, ports));
    }

    /**
     * A port as it is written.
     *
     * @param text a name or a number
     * @param port the port that it stands for
     */
    private record Token(String text, int port) {}

    /** What the pods say of their ports; absent where they say nothing, empty where it cannot be read. */
    private static Optional<List<Token>> declared(Workload workload) {
        String annotation = workload.annotations().get(PORT);
        if (annotation == null) {
            List<Token> first = workload.firstContainerPorts().stream()
                    .map(port -> new Token(port.name().orElse(String.valueOf(port.number())), port.number()))
                    .toList();
            return first.isEmpty() ? Optional.empty() : Optional.of(first);
        }
        // Blank is not absent: the ports of the Service count then, not those of the pods.
        if (annotation.isBlank()) {
            return Optional.empty();
        }
        List<Token> tokens = new ArrayList<>();
        for (String text : annotation.split(",", -1)) {
            OptionalInt port = port(workload, text.strip());
            if (port.isEmpty()) {
                return Optional.of(List.of());
            }
            tokens.add(new Token(text.strip(), port.getAsInt()));
        }
        return Optional.of(tokens);
    }

    /** The order of several ports in a list of endpoints is not known. */
    private static List<Token> ofServices(Workload workload, List<KubernetesService> services) {
        if (services.size() != 1 || services.get(0).ports().size() != 1) {
            return List.of();
        }
        OptionalInt port = workload.port(services.get(0).ports().get(0));
        return port.isPresent() ? List.of(new Token("", port.getAsInt())) : List.of();
    }

    /** Whether the first port is the main one for every release of consul-k8s: older ones know no annotation that says another. */
    private static boolean isFirstMain(Workload workload, List<Token> tokens) {
        String wanted = workload.annotations().getOrDefault(DEFAULT_PORT, "").strip();
        return wanted.isEmpty()
                || tokens.get(0).text().equals(wanted)
                || tokens.stream().mapToInt(Token::port).distinct().count() == 1;
    }

    /** The port that a name of a container port, or a number, stands for. */
    private static OptionalInt port(Workload workload, String token) {
        Optional<Integer> named = workload.containerPorts().stream()
                .filter(port -> port.name().filter(token::equals).isPresent())
                .map(ContainerPort::number)
                .findFirst();
        return named.map(OptionalInt::of).orElseGet(() -> number(token));
    }

    private static OptionalInt number(String token) {
        boolean digits =
                !token.isEmpty() && token.length() <= 5 && token.chars().allMatch(c -> c >= '0' && c <= '9');
        // A leading zero would make Go read another base.
        if (!digits || token.startsWith("0")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(token);
        return number <= MAX_PORT ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
