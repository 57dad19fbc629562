package io.github.smi4j.inventory;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of the cluster beside the SMI resources. Immutable.
 *
 * <p>A namespace with at least one workload is taken to be known as a whole: a Service, workload or service account that is
 * not here does not exist. Of any other namespace, and of all if the inventory is declared partial, only what is here is
 * known.
 */
public final class Inventory {
    private static final Inventory EMPTY = builder().build();

    private final Map<ServiceName, KubernetesService> services;
    private final Set<ServiceName> unreadableServices;
    private final List<Workload> workloads;
    private final Set<ResourceRef> unreadableWorkloads;
    private final Set<ServiceAccountName> serviceAccounts;
    private final Set<String> namespaces;
    private final Map<String, Map<String, String>> namespaceLabels;
    private final Map<String, Map<String, String>> namespaceAnnotations;
    private final Set<String> closedNamespaces;
    private final List<OtherResource> meshResources;
    private final PodIndex pods;
    private final ServiceIndex servicesByLabel;

    private Inventory(Builder builder) {
        this.services = Collections.unmodifiableMap(new TreeMap<>(builder.services));
        this.unreadableServices = Collections.unmodifiableSet(new TreeSet<>(builder.unreadableServices));
        this.workloads = List.copyOf(builder.workloads.values());
        this.unreadableWorkloads = Collections.unmodifiableSet(new TreeSet<>(builder.unreadableWorkloads));
        this.serviceAccounts = Collections.unmodifiableSet(new TreeSet<>(builder.serviceAccounts));
        this.namespaces = Collections.unmodifiableSet(new TreeSet<>(builder.namespaces));
        this.namespaceLabels = Map.copyOf(builder.namespaceLabels);
        this.namespaceAnnotations = Map.copyOf(builder.namespaceAnnotations);
        this.closedNamespaces = builder.partial ? Set.of() : Set.copyOf(builder.closedNamespaces);
        this.meshResources = builder.meshResources.stream()
                .sorted(Comparator.comparing(OtherResource::ref))
                .toList();
        this.pods = new PodIndex(workloads);
        this.servicesByLabel = new ServiceIndex(services.values());
    }

    /** Nothing is known. */
    public static Inventory empty() {
        return EMPTY;
    }

    /**
     * What the Kubernetes objects of a set tell: Namespaces, ServiceAccounts, Services, and workloads (Deployment,
     * StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod). What cannot be read, or is declared twice in different ways, is
     * an unknown fact.
     *
     * @param defaultNamespace the namespace of objects that have none
     */
    public static Inventory from(ResourceSet set, String defaultNamespace) {
        return builder().addAll(set, defaultNamespace).build();
    }

    /** A builder without any fact. */
    public static Builder builder() {
        return new Builder();
    }

    /** The Services, sorted by namespace and name. */
    public List<KubernetesService> services() {
        return List.copyOf(services.values());
    }

    /** The Service of this name; absent where it does not exist or is not known, see {@link #isKnown}. */
    public Optional<KubernetesService> service(ServiceName name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Whether it is known of this Service that it exists, with its ports, or that it does not. */
    public boolean isKnown(ServiceName name) {
        return !unreadableServices.contains(name)
                && (services.containsKey(name) || closedNamespaces.contains(name.namespace()));
    }

    /** Whether this Service is there, but could not be read, or was given in two ways. */
    public boolean isUnreadable(ServiceName name) {
        return unreadableServices.contains(name);
    }

    /** Whether a namespace is taken to be known as a whole, so that a Service that is not here does not exist. */
    public boolean isTakenAsWhole(String namespace) {
        return closedNamespaces.contains(namespace);
    }

    /** The Services that the pods of a workload are behind, sorted by name. */
    public List<KubernetesService> servicesOf(Workload workload) {
        return servicesByLabel.of(workload);
    }

    /** The workloads, sorted by namespace, name and kind. */
    public List<Workload> workloads() {
        return workloads;
    }

    /** The workloads of a namespace, sorted by name and kind. */
    public List<Workload> workloads(String namespace) {
        return pods.inNamespace(namespace);
    }

    /** The workloads whose pods run under a service account, sorted by name and kind; several may share one. */
    public List<Workload> workloadsOf(ServiceAccountName account) {
        return pods.of(account);
    }

    /** The workloads of a namespace whose pods have all these labels, sorted by name and kind; all of them if there are none. */
    public List<Workload> workloadsWith(String namespace, Map<String, String> labels) {
        return pods.withLabels(namespace, labels);
    }

    /** The workloads whose pods are behind a Service, sorted by name and kind; none for a Service without a selector. */
    public List<Workload> workloadsBehind(KubernetesService service) {
        return service.selector().isEmpty()
                ? List.of()
                : workloadsWith(service.name().namespace(), service.selector());
    }

    /**
     * Whether all of a namespace is known: its workloads and Services are those that are here, and all of them could be read.
     */
    public boolean isClosed(String namespace) {
        return knowsWorkloads(namespace) && unreadableServices(namespace).isEmpty();
    }

    /** Whether all workloads of a namespace are known: it is taken to be known as a whole, and all of them could be read. */
    public boolean knowsWorkloads(String namespace) {
        return closedNamespaces.contains(namespace)
                && unreadableWorkloads(namespace).isEmpty();
    }

    /** The workloads of a namespace that are there, but could not be read, or were given in two ways; sorted. */
    public List<ResourceRef> unreadableWorkloads(String namespace) {
        return unreadableWorkloads.stream()
                .filter(w -> w.namespace().filter(namespace::equals).isPresent())
                .toList();
    }

    /** The Services of a namespace that are there, but could not be read, or were given in two ways; sorted. */
    public List<ServiceName> unreadableServices(String namespace) {
        return unreadableServices.stream()
                .filter(s -> s.namespace().equals(namespace))
                .toList();
    }

    /** The service accounts that are declared or that pods run under, sorted by namespace and name. */
    public Set<ServiceAccountName> serviceAccounts() {
        return serviceAccounts;
    }

    /** The namespaces that are declared or that something here is in, sorted. */
    public Set<String> namespaces() {
        return namespaces;
    }

    /** The labels of a namespace; empty where they are not known, too. */
    public Map<String, String> namespaceLabels(String namespace) {
        return namespaceLabels.getOrDefault(namespace, Map.of());
    }

    /** The annotations of a namespace; empty where they are not known, too. */
    public Map<String, String> namespaceAnnotations(String namespace) {
        return namespaceAnnotations.getOrDefault(namespace, Map.of());
    }

    /** The objects of an API group that are neither SMI nor read as a fact above, sorted by kind, namespace and name. */
    public List<OtherResource> meshResources(String group) {
        return meshResources.stream().filter(r -> r.ref().group().equals(group)).toList();
    }

    /** Collects facts. Not thread-safe. */
    public static final class Builder {
        private final Map<ServiceName, KubernetesService> services = new HashMap<>();
        private final Set<ServiceName> unreadableServices = new TreeSet<>();
        /** Told apart as they are ordered: by namespace, name and kind. */
        private final Map<Workload, Workload> workloads = new TreeMap<>();

        private final Set<Workload> contradictoryWorkloads = new TreeSet<>();

        private final Set<ResourceRef> unreadableWorkloads = new TreeSet<>();
        private final Set<ServiceAccountName> serviceAccounts = new TreeSet<>();
        private final Set<String> namespaces = new TreeSet<>();
        private final Map<String, Map<String, String>> namespaceLabels = new TreeMap<>();
        private final Map<String, Map<String, String>> namespaceAnnotations = new TreeMap<>();
        private final Set<String> closedNamespaces = new TreeSet<>();
        private final List<OtherResource> meshResources = new ArrayList<>();
        private boolean partial;

        private Builder() {}

        /**
         * What the Kubernetes objects of a set tell.
         *
         * @param defaultNamespace the namespace of objects that have none
         */
        public Builder addAll(ResourceSet set, String defaultNamespace) {
            Objects.requireNonNull(defaultNamespace, "defaultNamespace");
            set.otherResources()
                    .forEach(object -> add(object, object.ref().namespace().orElse(defaultNamespace)));
            return this;
        }

        private void add(OtherResource object, String namespace) {
            String name = object.ref().name();
            if (WorkloadReader.isFinished(object)) {
                closeNamespace(namespace);
            } else if (WorkloadReader.isWorkload(object)) {
                closeNamespace(namespace);
                WorkloadReader.read(namespace, object)
                        .ifPresentOrElse(
                                this::addWorkload,
                                () -> addUnreadableWorkload(object.ref().withDefaultNamespace(namespace)));
            } else if (KubernetesObjects.isService(object)) {
                ServiceName service = new ServiceName(namespace, name);
                ServiceReader.read(service, object)
                        .ifPresentOrElse(this::addService, () -> addUnreadableService(service));
            } else if (KubernetesObjects.isServiceAccount(object)) {
                addServiceAccount(new ServiceAccountName(namespace, name));
            } else if (KubernetesObjects.isNamespace(object)) {
                addNamespace(
                        name,
                        KubernetesObjects.metadata(object, "labels"),
                        KubernetesObjects.metadata(object, "annotations"));
            } else {
                addMeshResource(object);
                if (WorkloadReader.hasPods(object)) {
                    addUnreadableWorkload(object.ref().withDefaultNamespace(namespace));
                }
            }
        }

        /** A Service exists; declared in two ways it is an unknown fact. */
        public Builder addService(KubernetesService service) {
            KubernetesService before = services.putIfAbsent(service.name(), service);
            boolean unknown =
                    unreadableServices.contains(service.name()) || (before != null && !before.equals(service));
            return unknown
                    ? addUnreadableService(service.name())
                    : addNamespace(service.name().namespace());
        }

        /** A Service exists, but its ports or pods are not known. */
        public Builder addUnreadableService(ServiceName name) {
            unreadableServices.add(Objects.requireNonNull(name, "name"));
            services.remove(name);
            return addNamespace(name.namespace());
        }

        /** A workload exists; all of its namespace is taken to be known. One declared in two ways is an unknown fact. */
        public Builder addWorkload(Workload workload) {
            Objects.requireNonNull(workload, "workload");
            Workload before = workloads.putIfAbsent(workload, workload);
            if (contradictoryWorkloads.contains(workload) || (before != null && !before.equals(workload))) {
                contradictoryWorkloads.add(workload);
                workloads.remove(workload);
                return addUnreadableWorkload(workload.ref());
            }
            addServiceAccount(new ServiceAccountName(workload.namespace(), workload.serviceAccount()));
            return closeNamespace(workload.namespace());
        }

        /**
         * A workload exists, but its pods are not known.
         *
         * @throws IllegalArgumentException if the name has no namespace
         */
        public Builder addUnreadableWorkload(ResourceRef workload) {
            String namespace = workload.namespace()
                    .orElseThrow(() -> new IllegalArgumentException("the workload needs a namespace: " + workload));
            unreadableWorkloads.add(workload);
            return closeNamespace(namespace);
        }

        /** A service account exists. */
        public Builder addServiceAccount(ServiceAccountName account) {
            serviceAccounts.add(Objects.requireNonNull(account, "account"));
            return addNamespace(account.namespace());
        }

        /** A namespace exists. */
        public Builder addNamespace(String namespace) {
            namespaces.add(Objects.requireNonNull(namespace, "namespace"));
            return this;
        }

        /** A namespace exists, and has labels. */
        public Builder addNamespace(String namespace, Map<String, String> labels) {
            return addNamespace(namespace, labels, Map.of());
        }

        /** A namespace exists, and has labels and annotations. */
        public Builder addNamespace(String namespace, Map<String, String> labels, Map<String, String> annotations) {
            Objects.requireNonNull(namespace, "namespace");
            merge(namespaceLabels, namespace, labels, "labels");
            merge(namespaceAnnotations, namespace, annotations, "annotations");
            return addNamespace(namespace);
        }

        private static void merge(
                Map<String, Map<String, String>> all, String namespace, Map<String, String> given, String what) {
            Objects.requireNonNull(given, what).forEach((key, value) -> {
                Objects.requireNonNull(key, () -> what + " has a null key");
                Objects.requireNonNull(value, () -> what + " has a null value");
            });
            all.merge(namespace, Map.copyOf(given), (before, more) -> {
                Map<String, String> both = new TreeMap<>(before);
                both.putAll(more);
                return Map.copyOf(both);
            });
        }

        /** All workloads and Services of a namespace are here. */
        public Builder closeNamespace(String namespace) {
            closedNamespaces.add(Objects.requireNonNull(namespace, "namespace"));
            return addNamespace(namespace);
        }

        /** There may be more in every namespace than is here. */
        public Builder partial() {
            partial = true;
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
