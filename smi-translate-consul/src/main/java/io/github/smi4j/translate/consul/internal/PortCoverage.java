package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.policy.Grant;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a grant is for the ports that Consul registers: an intention is for all of them, or for none. */
enum PortCoverage {
    /** It is for all of them. */
    ALL,
    /** It is for some of them. */
    SOME,
    /** It is for none of them. */
    NONE;

    static PortCoverage of(Grant grant, RegisteredPorts registered) {
        if (grant.ports().containsAll(registered.all())) {
            return ALL;
        }
        return grant.ports().stream().anyMatch(port -> registered.all().contains(port)) ? SOME : NONE;
    }

    /** {@code the port 80}, or {@code the ports 80, 9090}. */
    static String show(SortedSet<Integer> ports) {
        return (ports.size() == 1 ? "the port " : "the ports ")
                + ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The ports of grants that Consul does not register. */
    static SortedSet<Integer> beyond(Collection<Grant> grants, RegisteredPorts registered) {
        SortedSet<Integer> beyond = grants.stream()
                .filter(grant -> !(grant instanceof Grant.UdpDatagrams))
                .flatMap(grant -> grant.ports().stream())
                .filter(port -> !registered.all().contains(port))
                .collect(Collectors.toCollection(TreeSet::new));
        return beyond;
    }
}
