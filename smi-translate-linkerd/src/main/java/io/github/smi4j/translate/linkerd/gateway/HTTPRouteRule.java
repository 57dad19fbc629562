package io.github.smi4j.translate.linkerd.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Requests, and where they go (Gateway API, {@code HTTPRouteRule}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface HTTPRouteRule permits ImmutableHTTPRouteRule {
    /** The request must pass one of these. */
    List<HTTPRouteMatch> matches();

    /** Who takes the requests; at most 16, and none for a route of a Server. */
    List<BackendRef> backendRefs();

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("matches", matches().stream().map(HTTPRouteMatch::toTree).toList());
        if (!backendRefs().isEmpty()) {
            tree.put(
                    "backendRefs",
                    backendRefs().stream().map(BackendRef::toTree).toList());
        }
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HTTPRouteRule}. Not thread-safe. */
    final class Builder extends ImmutableHTTPRouteRule.Builder {
        Builder() {}
    }
}
