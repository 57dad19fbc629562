package io.github.smi4j.inventory;

import java.util.Comparator;
import java.util.Objects;

/**
 * A Kubernetes Service by namespace and name.
 *
 * @param namespace the namespace
 * @param name the name, without a dot
 */
public record ServiceName(String namespace, String name) implements Comparable<ServiceName> {
    private static final Comparator<ServiceName> ORDER =
            Comparator.comparing(ServiceName::namespace).thenComparing(ServiceName::name);

    /** Refuses null. */
    public ServiceName {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** The fully qualified name in the cluster's DNS: {@code web.shop.svc.cluster.local}. */
    public String dnsName(String clusterDomain) {
        return name + "." + namespace + ".svc." + clusterDomain;
    }

    /** Orders by namespace and name. */
    @Override
    public int compareTo(ServiceName other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace/name}. */
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
