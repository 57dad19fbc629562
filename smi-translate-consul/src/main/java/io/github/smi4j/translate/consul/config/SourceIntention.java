package io.github.smi4j.translate.consul.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one caller of a service may do.
 *
 * @param name the calling service; {@code *} for all that are not named
 * @param namespace its Consul namespace; absent where Consul has no namespaces, or the destination's is meant
 * @param allowed whether it may call at all
 * @param requests the requests that it may send; any, and connections too, if empty
 * @param description what it stands for, for whoever reads it; at most {@value #MAX_DESCRIPTION} characters, empty for none
 */
public record SourceIntention(
        String name, Optional<String> namespace, boolean allowed, List<HttpMatch> requests, String description) {
    /** How long a description is at most. */
    public static final int MAX_DESCRIPTION = 512;

    /** Refuses null, requests of a caller that may not call, and a description that is too long. */
    public SourceIntention {
        if (description.length() > MAX_DESCRIPTION) {
            throw new IllegalArgumentException("a description has at most " + MAX_DESCRIPTION + " characters");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(namespace, "namespace");
        requests = List.copyOf(requests);
        if (!allowed && !requests.isEmpty()) {
            throw new IllegalArgumentException(name + " may not call, so it has no requests");
        }
    }

    /** The plain tree. A list of requests ends in one that refuses all others, whatever the default of the mesh. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        namespace.ifPresent(n -> tree.put("namespace", n));
        if (requests.isEmpty()) {
            tree.put("action", action(allowed));
        } else {
            List<Map<String, Object>> permissions = new ArrayList<>();
            requests.forEach(request -> permissions.add(permission(request, true)));
            permissions.add(permission(HttpMatch.ANY, false));
            tree.put("permissions", Collections.unmodifiableList(permissions));
        }
        if (!description.isEmpty()) {
            tree.put("description", description);
        }
        return Collections.unmodifiableMap(tree);
    }

    private static Map<String, Object> permission(HttpMatch request, boolean allowed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("action", action(allowed));
        tree.put("http", request.toTree());
        return Collections.unmodifiableMap(tree);
    }

    private static String action(boolean allowed) {
        return allowed ? "allow" : "deny";
    }
}
