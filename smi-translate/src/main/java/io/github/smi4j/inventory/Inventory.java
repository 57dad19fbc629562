package io.github.smi4j.inventory;

import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of the cluster beside the SMI resources. Immutable.
 *
 * <p>A namespace with at least one workload is taken to be known as a whole: a Service that is not here does not exist.
 * Of any other namespace only what is here is known.
 */
public final class Inventory {
    private static final Inventory EMPTY = builder().build();

    private final Map<ServiceName, KubernetesService> services;
    private final Set<ServiceName> unreadable;
    private final Set<String> closedNamespaces;
    private final List<OtherResource> meshResources;

    private Inventory(Builder builder) {
        this.services = Map.copyOf(builder.services);
        this.unreadable = Set.copyOf(builder.unreadable);
        this.closedNamespaces = Set.copyOf(builder.closedNamespaces);
        this.meshResources = List.copyOf(builder.meshResources);
    }

    /** Nothing is known. */
    public static Inventory empty() {
        return EMPTY;
    }

    /**
     * What the Kubernetes objects of a set tell: Services and workloads (Deployment, StatefulSet, DaemonSet, ReplicaSet,
     * Job, CronJob, Pod). A Service that cannot be read, or is declared twice in different ways, is an unknown fact.
     *
     * @param defaultNamespace the namespace of objects that have none
     */
    public static Inventory from(ResourceSet set, String defaultNamespace) {
        Builder builder = builder();
        for (OtherResource object : set.otherResources()) {
            String namespace = object.ref().namespace().orElse(defaultNamespace);
            if (KubernetesObjects.isWorkload(object)) {
                builder.closeNamespace(namespace);
            } else if (KubernetesObjects.isService(object)) {
                ServiceName name = new ServiceName(namespace, object.ref().name());
                KubernetesObjects.service(name, object)
                        .ifPresentOrElse(builder::addService, () -> builder.addUnreadableService(name));
            } else {
                builder.addMeshResource(object);
            }
        }
        return builder.build();
    }

    /** A builder without any fact. */
    public static Builder builder() {
        return new Builder();
    }

    /** The Service of this name; absent where it does not exist or is not known, see {@link #isKnown}. */
    public Optional<KubernetesService> service(ServiceName name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Whether it is known of this Service that it exists, with its ports, or that it does not. */
    public boolean isKnown(ServiceName name) {
        return !unreadable.contains(name)
                && (services.containsKey(name) || closedNamespaces.contains(name.namespace()));
    }

    /** The objects of an API group that are neither SMI nor read as a fact above, sorted by kind, namespace and name. */
    public List<OtherResource> meshResources(String group) {
        return meshResources.stream()
                .filter(r -> r.ref().group().equals(group))
                .sorted(Comparator.comparing(OtherResource::ref))
                .toList();
    }

    /** Collects facts. Not thread-safe. */
    public static final class Builder {
        private final Map<ServiceName, KubernetesService> services = new TreeMap<>();
        private final Set<ServiceName> unreadable = new HashSet<>();
        private final Set<String> closedNamespaces = new HashSet<>();
        private final Map<ServiceName, KubernetesService> seen = new HashMap<>();
        private final List<OtherResource> meshResources = new ArrayList<>();

        private Builder() {}

        /** A Service exists; declared in two ways it is an unknown fact. */
        public Builder addService(KubernetesService service) {
            KubernetesService before = seen.putIfAbsent(service.name(), service);
            if (before != null && !before.equals(service)) {
                return addUnreadableService(service.name());
            }
            if (!unreadable.contains(service.name())) {
                services.put(service.name(), service);
            }
            return this;
        }

        /** A Service exists, but its ports are not known. */
        public Builder addUnreadableService(ServiceName name) {
            unreadable.add(Objects.requireNonNull(name, "name"));
            services.remove(name);
            return this;
        }

        /** All Services of a namespace are known. */
        public Builder closeNamespace(String namespace) {
            closedNamespaces.add(Objects.requireNonNull(namespace, "namespace"));
            return this;
        }

        /** A resource of a mesh exists. */
        public Builder addMeshResource(OtherResource resource) {
            meshResources.add(Objects.requireNonNull(resource, "resource"));
            return this;
        }

        /** The inventory. */
        public Inventory build() {
            return new Inventory(this);
        }
    }
}
