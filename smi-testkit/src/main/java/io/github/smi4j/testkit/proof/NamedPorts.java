package io.github.smi4j.testkit.proof;

import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.testkit.mesh.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports that a finding about a split names, as findings do: {@code port 80}, {@code port 53/UDP}, {@code ports 80, 90}. A
 * finding has no other place for them, since a split has no field for its ports.
 *
 * @param ports those that are named; none where a finding is about the split as a whole
 */
record NamedPorts(List<Port> ports) {
    private static final String NUMBER = "[0-9]{1,5}(?:/[A-Za-z]+)?";
    private static final Pattern PORTS =
            Pattern.compile("\\bports? (" + NUMBER + "(?:(?:,| and| or)? " + NUMBER + ")*)");
    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(?:/([A-Za-z]+))?");

    /**
     * A port that is named.
     *
     * @param number its number
     * @param protocol its protocol; absent where the name does not tell it
     */
    record Port(int number, Optional<String> protocol) {
        boolean isOf(int other, TransportProtocol its) {
            return number == other
                    && protocol.filter(name -> !name.equals(its.name())).isEmpty();
        }
    }

    /** Those that a text names. */
    static NamedPorts in(String message) {
        List<Port> ports = new ArrayList<>();
        Matcher named = PORTS.matcher(message);
        while (named.find()) {
            Matcher port = PORT.matcher(named.group(1));
            while (port.find()) {
                Optional<String> protocol = Optional.ofNullable(port.group(2)).map(p -> p.toUpperCase(Locale.ROOT));
                ports.add(new Port(Integer.parseInt(port.group(1)), protocol));
            }
        }
        return new NamedPorts(List.copyOf(ports));
    }

    /** Whether the finding names the port that is called. */
    boolean means(Dispatch dispatch) {
        return ports.stream()
                .anyMatch(port -> port.isOf(dispatch.port(), dispatch.traffic().protocol()));
    }

    /** Whether the finding is about the port that is called: it names that one, or none. */
    boolean mayMean(Dispatch dispatch) {
        return ports.isEmpty() || means(dispatch);
    }
}
