package io.github.smi4j.testkit.proof;

import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import java.util.List;
import java.util.stream.Stream;

/** Whether one target by itself allows what arrives. */
final class Grants {
    private Grants() {}

    static boolean allow(ResolvedTarget target, Arrival arrival) {
        return arrival.caller()
                        .filter(caller -> target.sources().contains(caller))
                        .isPresent()
                && target.grants(arrival.workload()).stream().anyMatch(grant -> allows(grant, arrival));
    }

    /** The matches of one target that take a request; none where it is allowed as a connection, or not at all. */
    static List<ResolvedMatch> matches(ResolvedTarget target, Arrival arrival) {
        boolean connection = target.grants(arrival.workload()).stream()
                .anyMatch(grant -> !(grant instanceof Grant.HttpRequests) && allows(grant, arrival));
        if (connection || !(arrival.traffic() instanceof Traffic.Http request)) {
            return List.of();
        }
        return target.grants(arrival.workload()).stream()
                .filter(grant -> allows(grant, arrival))
                .flatMap(grant -> grant instanceof Grant.HttpRequests http ? http.matches().stream() : Stream.empty())
                .filter(request::matches)
                .toList();
    }

    private static boolean allows(Grant grant, Arrival arrival) {
        if (!grant.ports().contains(arrival.port())) {
            return false;
        }
        Traffic traffic = arrival.traffic();
        if (grant instanceof Grant.HttpRequests http) {
            return traffic instanceof Traffic.Http request
                    && http.matches().stream().anyMatch((ResolvedMatch match) -> request.matches(match));
        }
        return grant instanceof Grant.UdpDatagrams == traffic instanceof Traffic.Udp;
    }
}
