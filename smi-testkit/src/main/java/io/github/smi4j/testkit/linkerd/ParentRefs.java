package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** Which Servers and Services a route is for. */
final class ParentRefs {
    private ParentRefs() {}

    /** Whether a route is for a Server, which lies in its own namespace. */
    static boolean haveServer(Resource route, Resource server) {
        boolean has = false;
        for (Map<?, ?> ref : Fields.objects(route.spec(), "parentRefs")) {
            boolean isIt = group(route, ref).equals(server.group())
                    && Fields.text(ref, "kind").equals(server.kind())
                    && Fields.text(ref, "name").equals(server.name())
                    && route.namespace().equals(server.namespace())
                    && namespace(route, ref).equals(server.namespace());
            if (isIt) {
                Fields.requireKnown(ref, "a parentRef to a Server", "group", "kind", "namespace", "name");
            }
            has |= isIt;
        }
        return has;
    }

    /** Whether a route is for a port of a Service; without a port it is for all. */
    static boolean haveService(Resource route, ServiceName service, int port) {
        boolean has = false;
        for (Map<?, ?> ref : Fields.objects(route.spec(), "parentRefs")) {
            boolean isIt = List.of("", "core").contains(group(route, ref))
                    && Fields.text(ref, "kind").equals("Service")
                    && Fields.text(ref, "name").equals(service.name())
                    && namespace(route, ref).equals(service.namespace());
            if (isIt) {
                Fields.requireKnown(ref, "a parentRef to a Service", "group", "kind", "namespace", "name", "port");
            }
            has |= isIt && Fields.number(ref, "port", port) == port;
        }
        if (has && !route.namespace().equals(service.namespace())) {
            throw new UnsupportedOperationException(
                    "the model of Linkerd does not know what " + route + " does for clients of its namespace");
        }
        return has;
    }

    /** Both kinds of routes have their own group as a default. */
    private static String group(Resource route, Map<?, ?> ref) {
        return ref.containsKey("group") ? Fields.text(ref, "group") : route.group();
    }

    private static String namespace(Resource route, Map<?, ?> ref) {
        String namespace = Fields.text(ref, "namespace");
        return namespace.isEmpty() ? route.namespace() : namespace;
    }
}
