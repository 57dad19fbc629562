package io.github.smi4j.translate.istio.networking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Requests by their parts, all of which must match (Istio, {@code HTTPMatchRequest}). Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface HTTPMatchRequest permits ImmutableHTTPMatchRequest {
    /** The port of the host that is addressed; absent for any. */
    OptionalInt port();

    /** The path without the query; absent for any. */
    Optional<StringMatch> uri();

    /** The method; absent for any. */
    Optional<StringMatch> method();

    /** The value of the {@code Host} header; absent for any. */
    Optional<StringMatch> authority();

    /** Header names in lower case to their values; a header that is absent does not match. */
    Map<String, StringMatch> headers();

    /** Whether no part of a request is tested, the port aside. */
    default boolean isAnyRequest() {
        return uri().isEmpty()
                && method().isEmpty()
                && authority().isEmpty()
                && headers().isEmpty();
    }

    /** The plain tree, in the order of Istio's documentation. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        uri().ifPresent(match -> tree.put("uri", match.toTree()));
        method().ifPresent(match -> tree.put("method", match.toTree()));
        authority().ifPresent(match -> tree.put("authority", match.toTree()));
        if (!headers().isEmpty()) {
            Map<String, Object> headers = new LinkedHashMap<>();
            headers().forEach((name, match) -> headers.put(name, match.toTree()));
            tree.put("headers", Collections.unmodifiableMap(headers));
        }
        port().ifPresent(port -> tree.put("port", port));
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HTTPMatchRequest}. Not thread-safe. */
    final class Builder extends ImmutableHTTPMatchRequest.Builder {
        Builder() {}
    }
}
