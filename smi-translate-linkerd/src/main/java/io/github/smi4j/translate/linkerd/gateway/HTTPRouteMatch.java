package io.github.smi4j.translate.linkerd.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A set of tests, all of which a request must pass (Gateway API, {@code HTTPRouteMatch}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface HTTPRouteMatch permits ImmutableHTTPRouteMatch {
    /** The path. */
    PathMatch path();

    /** The headers, each of which must be there and match; at most 16, no name twice. */
    List<HeaderMatch> headers();

    /** The method; any if absent. */
    Optional<String> method();

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", path().toTree());
        if (!headers().isEmpty()) {
            tree.put("headers", headers().stream().map(HeaderMatch::toTree).toList());
        }
        method().ifPresent(m -> tree.put("method", m));
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HTTPRouteMatch}. Not thread-safe. */
    final class Builder extends ImmutableHTTPRouteMatch.Builder {
        Builder() {}
    }
}
