package io.github.smi4j.testkit.consul;

import java.util.List;
import java.util.Map;

/** A node of a discovery chain. */
sealed interface ChainNode {
    /**
     * The first route that matches is taken; the last one matches everything.
     *
     * @param routes in their order
     */
    record Router(List<Route> routes) implements ChainNode {}

    /**
     * A route.
     *
     * @param match what it matches; empty for everything
     * @param destination where it leads, with what it changes
     * @param next the node that it leads to
     */
    record Route(Map<?, ?> match, Map<?, ?> destination, ChainNode next) {}

    /**
     * Shares.
     *
     * @param splits in their order
     */
    record Splitter(List<Split> splits) implements ChainNode {}

    /**
     * A share.
     *
     * @param weight a percentage with at most two decimals
     * @param split as it is written
     * @param next the node that it leads to
     */
    record Split(float weight, Map<?, ?> split, ChainNode next) {}

    /**
     * The end.
     *
     * @param target the service
     * @param unknown what the model does not know of it; empty if it knows all
     */
    record Resolver(ConsulService target, String unknown) implements ChainNode {}
}
