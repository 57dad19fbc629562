package io.github.smi4j.translate.istio.networking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Requests and where they go; the first route that matches decides (Istio, {@code HTTPRoute}). Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface HTTPRoute permits ImmutableHTTPRoute {
    /** The requests: any of these; all requests if empty. */
    List<HTTPMatchRequest> matches();

    /** The destinations, at least one. */
    List<RouteDestination> routes();

    /** Refuses a route that goes nowhere. */
    @Value.Check
    default void check() {
        if (routes().isEmpty()) {
            throw new IllegalStateException("an HTTPRoute needs a destination: none was set");
        }
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!matches().isEmpty()) {
            tree.put("match", matches().stream().map(HTTPMatchRequest::toTree).toList());
        }
        tree.put("route", routes().stream().map(RouteDestination::toTree).toList());
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HTTPRoute}; a destination is required. Not thread-safe. */
    final class Builder extends ImmutableHTTPRoute.Builder {
        Builder() {}
    }
}
