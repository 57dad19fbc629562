package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/**
 * A resource in force.
 *
 * @param group the API group
 * @param kind the kind
 * @param namespace the namespace
 * @param name the name
 * @param created when it was created; {@link #NOW} if it is emitted, empty if the cluster does not tell
 * @param tree all of it
 */
record Resource(String group, String kind, String namespace, String name, String created, Map<?, ?> tree) {
    static final String POLICY = "policy.linkerd.io";
    static final String PROFILES = "linkerd.io";
    static final String GATEWAY = "gateway.networking.k8s.io";
    static final String NOW = "9999";

    Map<?, ?> spec() {
        return Fields.object(tree, "spec");
    }

    /** {@code group/version}. */
    String apiVersion() {
        return Fields.text(tree, "apiVersion");
    }

    /** Whether it is known to be older; at the same time the name decides. What is emitted at once has no order. */
    boolean isOlderThan(Resource other) {
        if (created.isEmpty() || other.created.isEmpty()) {
            return false;
        }
        int order = created.compareTo(other.created);
        return order < 0 || (order == 0 && !created.equals(NOW) && name.compareTo(other.name) < 0);
    }

    /** Those that may be the oldest; several where it is not known. */
    static List<Resource> oldest(List<Resource> resources) {
        return resources.stream()
                .filter(one -> resources.stream().noneMatch(other -> other.isOlderThan(one)))
                .toList();
    }

    /** Kind, namespace and name. */
    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
