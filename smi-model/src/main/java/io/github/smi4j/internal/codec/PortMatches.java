package io.github.smi4j.internal.codec;

import io.github.smi4j.model.PortMatch;
import io.github.smi4j.model.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code spec.matches} of a TCPRoute or UDPRoute. */
final class PortMatches {
    private PortMatches() {}

    /** All ports if there are no matches; absent where all ports that are listed are faulty, or the list itself is. */
    static Optional<PortMatch> decode(ObjectReader spec) {
        if (!spec.has("matches")) {
            return Optional.of(PortMatch.allPorts());
        }
        return spec.object("matches").flatMap(PortMatches::decodeMatch);
    }

    private static Optional<PortMatch> decodeMatch(ObjectReader match) {
        Optional<String> name = match.string("name");
        int errorsBefore = match.findings().errors();
        List<Integer> ports = match.ports("ports").orElse(List.of());
        boolean emptiedByFaults = ports.isEmpty() && match.findings().errors() > errorsBefore;
        return emptiedByFaults
                ? Optional.empty()
                : Optional.of(PortMatch.builder()
                        .name(name)
                        .ports(ports.isEmpty() ? Ports.all() : Ports.of(ports))
                        .other(match.others())
                        .build());
    }

    /** The schema of the Go SDK requires the list: all ports are written as an empty one, which means the same. */
    static Map<String, Object> encode(PortMatch match) {
        Map<String, Object> tree = new LinkedHashMap<>();
        match.name().ifPresent(name -> tree.put("name", name));
        tree.put("ports", match.ports() instanceof Ports.Listed listed ? listed.numbers() : List.of());
        tree.putAll(match.other().asMap());
        return tree;
    }
}
