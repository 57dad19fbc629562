package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.TransportProtocol;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the splits of a policy send requests to a root Service. */
final class Routing {
    private final Map<ServiceName, ResolvedSplit> splits = new HashMap<>();

    Routing(List<ResolvedSplit> splits) {
        splits.forEach(split -> this.splits.put(split.root(), split));
    }

    /** The shares of the first route that is for the traffic; the Service itself where none is. */
    List<Share> shares(ServiceName service, int port, Traffic traffic) {
        return split(service, port, traffic.protocol())
                .flatMap(split -> split.routes().stream()
                        .filter(route -> takes(route, traffic))
                        .findFirst())
                .map(SplitRoute::shares)
                .orElseGet(() -> List.of(new Share(service, BigInteger.ONE)));
    }

    private Optional<PortSplit> split(ServiceName service, int port, TransportProtocol protocol) {
        return Optional.ofNullable(splits.get(service)).stream()
                .flatMap(split -> split.ports().stream())
                .filter(split -> split.port()
                        .map(p -> p.number() == port && p.protocol() == protocol)
                        .orElse(true))
                .findFirst();
    }

    private static boolean takes(SplitRoute route, Traffic traffic) {
        return !route.isConditional()
                || (traffic instanceof Traffic.Http request
                        && route.matches().stream().anyMatch(request::matches));
    }
}
