package io.github.smi4j.translate.consul.internal;

import java.util.Comparator;
import java.util.Optional;

/**
 * A service of Consul, which knows it by this alone.
 *
 * @param namespace its Consul namespace; empty where one namespace holds all services
 * @param name its name
 */
record ConsulName(String namespace, String name) implements Comparable<ConsulName> {
    private static final Comparator<ConsulName> ORDER =
            Comparator.comparing(ConsulName::namespace).thenComparing(ConsulName::name);

    /** The Consul namespace as entries name it; absent where one namespace holds all services. */
    Optional<String> consulNamespace() {
        return namespace.isEmpty() ? Optional.empty() : Optional.of(namespace);
    }

    @Override
    public int compareTo(ConsulName other) {
        return ORDER.compare(this, other);
    }

    /** The name, after the namespace if there is one. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
