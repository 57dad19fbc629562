package io.github.smi4j.testkit.consul;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** The shares that a discovery chain gives to what is sent. */
final class ChainRoutes {
    private static final float ALL = 100f;

    private ChainRoutes() {}

    /** The shares, each of which leads to a resolver; requests are routed, other traffic has only a resolver. */
    static List<ChainNode.Split> shares(ChainNode start, Traffic traffic) {
        if (start instanceof ChainNode.Router router && traffic instanceof Traffic.Http request) {
            for (ChainNode.Route route : router.routes()) {
                if (HttpMatch.isRoute(route.match(), request)) {
                    requireKnown(route.destination());
                    return shares(route.next(), traffic);
                }
            }
        }
        return start instanceof ChainNode.Splitter splitter
                ? SplitWeights.flat(splitter)
                : List.of(new ChainNode.Split(ALL, Map.of(), start));
    }

    /** Retries and timeouts change no way. */
    private static void requireKnown(Map<?, ?> destination) {
        Fields.requireKnown(
                destination,
                "the destination of a route",
                "service",
                "namespace",
                "serviceSubset",
                "partition",
                "idleTimeout",
                "requestTimeout",
                "numRetries",
                "retryOn",
                "retryOnConnectFailure",
                "retryOnStatusCodes");
    }
}
