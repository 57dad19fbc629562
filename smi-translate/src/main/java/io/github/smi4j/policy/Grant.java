package io.github.smi4j.policy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the sources of a TrafficTarget may send to the pods of one workload. Ports are those of the pods. Immutable. */
public sealed interface Grant {
    /** The ports of the pods, ascending; at least one. */
    SortedSet<Integer> ports();

    /**
     * HTTP requests.
     *
     * @param ports the ports of the pods; at least one
     * @param matches a request must match one of them; at least one
     */
    record HttpRequests(SortedSet<Integer> ports, List<ResolvedMatch> matches) implements Grant {
        /** Copies. */
        public HttpRequests {
            ports = copy(ports);
            matches = List.copyOf(matches);
            if (matches.isEmpty()) {
                throw new IllegalArgumentException("a grant needs a match");
            }
        }
    }

    /**
     * TCP connections, whatever they carry.
     *
     * @param ports the ports of the pods; at least one
     */
    record TcpConnections(SortedSet<Integer> ports) implements Grant {
        /** Copies. */
        public TcpConnections {
            ports = copy(ports);
        }
    }

    /**
     * UDP datagrams.
     *
     * @param ports the ports of the pods; at least one
     */
    record UdpDatagrams(SortedSet<Integer> ports) implements Grant {
        /** Copies. */
        public UdpDatagrams {
            ports = copy(ports);
        }
    }

    /**
     * What two workloads of one target are both granted. Such grants differ in ports alone, so each is kept on the ports that
     * both have.
     */
    static List<Grant> common(List<Grant> left, List<Grant> right) {
        return left.stream()
                .flatMap(l -> right.stream()
                        .filter(r -> r.getClass().equals(l.getClass()))
                        .flatMap(r -> l.onPortsOf(r).stream()))
                .toList();
    }

    private Optional<Grant> onPortsOf(Grant other) {
        SortedSet<Integer> ports = new TreeSet<>(ports());
        ports.retainAll(other.ports());
        if (ports.isEmpty()) {
            return Optional.empty();
        }
        if (this instanceof HttpRequests http) {
            return Optional.of(new HttpRequests(ports, http.matches()));
        }
        return Optional.of(this instanceof UdpDatagrams ? new UdpDatagrams(ports) : new TcpConnections(ports));
    }

    private static SortedSet<Integer> copy(SortedSet<Integer> ports) {
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("a grant needs a port");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }
}
