package io.github.smi4j.policy;

import java.util.Collections;
import java.util.List;
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

    private static SortedSet<Integer> copy(SortedSet<Integer> ports) {
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("a grant needs a port");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(ports));
    }
}
