package io.github.smi4j.inventory;

import java.util.Comparator;
import java.util.Objects;

/**
 * A Kubernetes service account by namespace and name.
 *
 * @param namespace the namespace
 * @param name the name
 */
public record ServiceAccountName(String namespace, String name) implements Comparable<ServiceAccountName> {
    private static final Comparator<ServiceAccountName> ORDER =
            Comparator.comparing(ServiceAccountName::namespace).thenComparing(ServiceAccountName::name);

    /** Refuses null. */
    public ServiceAccountName {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** Orders by namespace and name. */
    @Override
    public int compareTo(ServiceAccountName other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
