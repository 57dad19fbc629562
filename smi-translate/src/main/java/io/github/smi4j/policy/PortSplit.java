package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServicePort;
import java.util.List;
import java.util.Optional;

/** How the traffic to one port of a root Service is split. Immutable. */
public final class PortSplit {
    private final Optional<ServicePort> port;
    private final List<SplitRoute> routes;

    PortSplit(Optional<ServicePort> port, List<SplitRoute> routes) {
        this.port = port;
        this.routes = List.copyOf(routes);
    }

    /** The port of the root; absent where its ports are not known, and then all are meant. */
    public Optional<ServicePort> port() {
        return port;
    }

    /**
     * The routes: a conditional one, an unconditional one, or both in this order. A request that no route is for goes to
     * the root Service itself.
     */
    public List<SplitRoute> routes() {
        return routes;
    }
}
