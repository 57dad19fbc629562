package io.github.smi4j.translate.istio.networking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Connections to one port and where they go (Istio, {@code TCPRoute}). Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface TCPRoute permits ImmutableTCPRoute {
    /** The port of the host that is addressed. */
    int port();

    /** The destinations, at least one. */
    List<RouteDestination> routes();

    /** Refuses a route that goes nowhere. */
    @Value.Check
    default void check() {
        if (routes().isEmpty()) {
            throw new IllegalStateException("a TCPRoute needs a destination: none was set");
        }
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("match", List.of(Map.of("port", port())));
        tree.put("route", routes().stream().map(RouteDestination::toTree).toList());
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link TCPRoute}; port and a destination are required. Not thread-safe. */
    final class Builder extends ImmutableTCPRoute.Builder {
        Builder() {}
    }
}
