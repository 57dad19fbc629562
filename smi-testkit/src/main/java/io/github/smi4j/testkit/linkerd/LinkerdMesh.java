package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the proxies of a mesh do: the server's decides access, the client's the way. */
final class LinkerdMesh implements ModelledMesh {
    private static final String HOST = "host";

    private final InboundPolicy inbound;
    private final OutboundPolicy outbound;

    LinkerdMesh(ResourcesInForce resources, Cluster cluster, Annotations annotations, Settings settings) {
        this.inbound = new InboundPolicy(resources, cluster, annotations, settings);
        this.outbound = new OutboundPolicy(resources, cluster, annotations, settings);
    }

    @Override
    public Outcome decide(Arrival arrival) {
        return Outcomes.oneOf(readings(arrival.traffic())
                .map(reading ->
                        inbound.decide(new Arrival(arrival.caller(), arrival.workload(), arrival.port(), reading))));
    }

    @Override
    public Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
        List<Optional<Routes>> ways = readings(traffic)
                .map(reading -> outbound.route(service, port, reading))
                .toList();
        return agreed(ways);
    }

    /** What several readings say, if they say the same. */
    static Optional<Routes> agreed(List<Optional<Routes>> ways) {
        Optional<Routes> first = ways.isEmpty() ? Optional.empty() : ways.get(0);
        return first.filter(routes ->
                ways.stream().allMatch(way -> way.filter(routes::hasSharesOf).isPresent()));
    }

    /** Whether a proxy sees the host as a header is not documented: HTTP/2, which proxies speak with each other, has none. */
    private static Stream<Traffic> readings(Traffic traffic) {
        if (!(traffic instanceof Traffic.Http request) || !request.headers().containsKey(HOST)) {
            return Stream.of(traffic);
        }
        Map<String, String> less = new TreeMap<>(request.headers());
        less.remove(HOST);
        return Stream.of(request, new Traffic.Http(request.method(), request.path(), less));
    }
}
