package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.mesh.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Consul is installed.
 *
 * @param enterprise whether it has namespaces
 * @param acls whether pods log in as their service account
 * @param mirroring whether each namespace of Kubernetes is one of Consul
 * @param prefix what the names of these begin with
 * @param allowsByDefault what is done with what no intention is for
 * @param transparentProxy whether pods that say nothing have a transparent proxy
 * @param trustDomain the trust domain
 */
record Settings(
        boolean enterprise,
        boolean acls,
        boolean mirroring,
        String prefix,
        boolean allowsByDefault,
        boolean transparentProxy,
        String trustDomain) {
    /** The namespace of Consul where there is only one. */
    static final String DEFAULT = "default";

    static Settings of(Cluster cluster) {
        Map<String, String> given = cluster.settings();
        boolean enterprise = oneOf(given, "edition", "community", "enterprise").equals("enterprise");
        return new Settings(
                enterprise,
                isTrue(given, "acls"),
                enterprise && isTrue(given, "namespace-mirroring"),
                given.getOrDefault("namespace-prefix", ""),
                oneOf(given, "default-policy", "deny", "allow").equals("allow"),
                isTrue(given, "transparent-proxy"),
                cluster.options().trustDomain());
    }

    private static boolean isTrue(Map<String, String> given, String name) {
        return oneOf(given, name, "true", "false").equals("true");
    }

    private static String oneOf(Map<String, String> given, String name, String absent, String other) {
        String value = given.getOrDefault(name, absent);
        if (!List.of(absent, other).contains(value)) {
            throw new UnsupportedOperationException("the model of Consul does not know " + name + "=" + value);
        }
        return value;
    }

    /** The namespace of Consul that a namespace of Kubernetes belongs to. */
    String namespace(String kubernetes) {
        return mirroring ? prefix + kubernetes : DEFAULT;
    }

    /** The only namespace of Kubernetes that a namespace of Consul stands for; absent if there is none. */
    Optional<String> kubernetes(String namespace) {
        return mirroring && namespace.startsWith(prefix)
                ? Optional.of(namespace.substring(prefix.length()))
                : Optional.empty();
    }
}
