package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** Where routes, splits and redirects lead, and what the model does not know of that. */
final class ChainTargets {
    private ChainTargets() {}

    /** The service that is named; what is not named is that of its own. */
    static ConsulService service(Map<?, ?> tree, ConsulService own) {
        String name = Fields.text(tree, "service");
        String namespace = Fields.text(tree, "namespace");
        return new ConsulService(namespace.isEmpty() ? own.namespace() : namespace, name.isEmpty() ? own.name() : name);
    }

    /** A field that is set and not known; empty if there is none. */
    static String unknown(Map<?, ?> tree) {
        for (String field : List.of("serviceSubset", "partition", "peer", "datacenter", "samenessGroup")) {
            if (!Fields.text(tree, field).isEmpty()) {
                return field;
            }
        }
        return "";
    }

    /** The same of a resolver without redirect. */
    static String unknownOfResolver(Map<?, ?> spec) {
        if (!Fields.text(spec, "defaultSubset").isEmpty()) {
            return "defaultSubset";
        }
        return Fields.object(spec, "failover").isEmpty() ? "" : "failover";
    }
}
