package io.github.smi4j.translate.istio.networking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Where traffic goes (Istio, {@code HTTPRouteDestination} and {@code RouteDestination}). Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface RouteDestination permits ImmutableRouteDestination {
    /** The full name of the Service; a name with a dot is not completed by Istio. */
    String host();

    /** The port of the Service; absent for the one that an HTTP client addressed. */
    OptionalInt port();

    /** The weight beside those of the other destinations; absent for the only one, which takes everything. */
    OptionalInt weight();

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> destination = new LinkedHashMap<>();
        destination.put("host", host());
        port().ifPresent(port -> destination.put("port", Map.of("number", port)));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("destination", Collections.unmodifiableMap(destination));
        weight().ifPresent(weight -> tree.put("weight", weight));
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RouteDestination}; the host is required. Not thread-safe. */
    final class Builder extends ImmutableRouteDestination.Builder {
        Builder() {}
    }
}
