package io.github.smi4j.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Which Kubernetes resource is meant.
 *
 * @param group the API group, for example {@code split.smi-spec.io}; empty for the core group, or where none was given
 * @param kind the kind as the resource spells it, for example {@code TrafficSplit}
 * @param namespace the namespace, absent where none was given
 * @param name the name; a resource that has only a {@code generateName} shows that prefix and {@code *}
 */
public record ResourceRef(String group, String kind, Optional<String> namespace, String name)
        implements Comparable<ResourceRef> {
    private static final Comparator<ResourceRef> ORDER = Comparator.comparing(ResourceRef::kind)
            .thenComparing(ref -> ref.namespace.orElse(""))
            .thenComparing(ResourceRef::name)
            .thenComparing(ResourceRef::group);

    /** Refuses null. */
    public ResourceRef {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** The same resource with its namespace filled in where none was given. */
    public ResourceRef withDefaultNamespace(String defaultNamespace) {
        return namespace.isPresent() ? this : new ResourceRef(group, kind, Optional.of(defaultNamespace), name);
    }

    /** Orders by kind, namespace, name and group. */
    @Override
    public int compareTo(ResourceRef other) {
        return ORDER.compare(this, other);
    }

    /** {@code Kind namespace/name}, or {@code Kind name} without a namespace; empty where nothing is known. */
    @Override
    public String toString() {
        return (kind + " " + namespace.map(n -> n + "/").orElse("") + name).strip();
    }
}
