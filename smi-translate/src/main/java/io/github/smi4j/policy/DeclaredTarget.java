package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a TrafficTarget says, before it is asked which pods and which of their ports that means; nothing need be known of
 * the cluster. Ports are those of Services. Parts that faults have emptied allow nothing. Immutable.
 *
 * @param ref the TrafficTarget
 * @param destination the service account or the IdentityBinding that is called
 * @param sources who may call, as far as it is known
 * @param http the requests that are allowed; absent where anything may be sent to the TCP ports
 * @param tcpPorts the ports that HTTP requests or TCP connections may be sent to
 * @param udpPorts the ports that UDP datagrams may be sent to
 * @param isPortExcluded whether {@code destination.port} is the reason that there is no port
 * @param uses the traffic specs and identity bindings that it refers to and that the input has
 */
public record DeclaredTarget(
        ResourceRef ref,
        ResourceRef destination,
        SortedSet<Identity> sources,
        Optional<List<ResolvedMatch>> http,
        PortSelection tcpPorts,
        PortSelection udpPorts,
        boolean isPortExcluded,
        Set<ResourceRef> uses) {
    /** Copies. */
    public DeclaredTarget {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(destination, "destination");
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        http = http.map(List::copyOf);
        Objects.requireNonNull(tcpPorts, "tcpPorts");
        Objects.requireNonNull(udpPorts, "udpPorts");
        uses = Collections.unmodifiableSet(new TreeSet<>(uses));
    }
}
