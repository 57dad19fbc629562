package io.github.smi4j.translate.linkerd.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a route is for (Gateway API, {@code ParentReference}).
 *
 * @param group the API group; empty for a Service
 * @param kind {@code Service} or {@code Server}
 * @param namespace its namespace; left out for a Server, which is in that of the route
 * @param name its name
 * @param port the port of a Service; absent for all ports, and for a Server
 */
public record ParentReference(String group, String kind, String namespace, String name, OptionalInt port) {
    private static final String POLICY = "policy.linkerd.io";

    /** Refuses null. */
    public ParentReference {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(port, "port");
    }

    /** A port of a Service. */
    public static ParentReference service(String namespace, String name, int port) {
        return new ParentReference("", "Service", namespace, name, OptionalInt.of(port));
    }

    /** A Server of the route's namespace. */
    public static ParentReference server(String name) {
        return new ParentReference(POLICY, "Server", "", name, OptionalInt.empty());
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", group);
        tree.put("kind", kind);
        if (!namespace.isEmpty()) {
            tree.put("namespace", namespace);
        }
        tree.put("name", name);
        port.ifPresent(number -> tree.put("port", number));
        return Collections.unmodifiableMap(tree);
    }
}
