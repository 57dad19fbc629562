package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.spi.TranslationContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services of Consul: which pods are which, as consul-k8s registers them. */
final class Catalog {
    private static final String IGNORE = "consul.hashicorp.com/service-ignore";
    private static final String INJECT = "consul.hashicorp.com/connect-inject";
    private static final String STATUS = "consul.hashicorp.com/connect-inject-status";
    private static final String GATEWAY = "consul.hashicorp.com/gateway-consul-service-name";
    private static final String SERVICE = "consul.hashicorp.com/connect-service";
    private static final String KUBERNETES_SERVICE = "consul.hashicorp.com/kubernetes-service";
    private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "local-path-storage");

    private final Inventory inventory;
    private final ConsulNames names;
    private final boolean acls;
    private final boolean severalPorts;
    private final Map<Workload, Registration> registrations = new TreeMap<>();
    private final SortedMap<ConsulName, SortedSet<Workload>> members = new TreeMap<>();
    private final SortedMap<ConsulName, SortedSet<String>> namespaces = new TreeMap<>();
    private final Map<ConsulName, SortedSet<String>> possibleNamespaces = new TreeMap<>();
    private final Map<ConsulName, SortedSet<Workload>> namesakes = new TreeMap<>();
    private final Map<ConsulName, List<KubernetesService>> services = new TreeMap<>();

    Catalog(TranslationContext in, ConsulNames names) {
        this.inventory = in.inventory();
        this.names = names;
        this.acls = in.option(ConsulOptions.ACLS);
        this.severalPorts = names.areOfEnterprise();
        // Guessed destinations are in no inventory.
        Stream.concat(inventory.workloads().stream(), in.policy().scope().destinations().stream())
                .distinct()
                .forEach(this::add);
        inventory.services().forEach(this::add);
        if (acls) {
            inventory
                    .serviceAccounts()
                    .forEach(account ->
                            addNamespace(names.of(account.namespace(), account.name()), account.namespace()));
        }
    }

    private void add(KubernetesService service) {
        ConsulName name = names.of(service.name().namespace(), service.name().name());
        services.computeIfAbsent(name, n -> new ArrayList<>()).add(service);
        if (!isIgnored(service)) {
            addNamespace(name, service.name().namespace());
        }
    }

    private void add(Workload workload) {
        Registration registration = register(workload);
        registrations.put(workload, registration);
        if (registration instanceof Registration.Registered registered) {
            members.computeIfAbsent(registered.service(), s -> new TreeSet<>()).add(workload);
            addNamespace(registered.service(), workload.namespace());
        } else if (registration instanceof Registration.Unregistered unregistered) {
            unregistered
                    .possible()
                    .forEach(service -> possibleNamespaces
                            .computeIfAbsent(service, s -> new TreeSet<>())
                            .add(workload.namespace()));
        }
        if (acls) {
            addNamespace(names.of(workload.namespace(), workload.serviceAccount()), workload.namespace());
        }
        addNamesakes(workload);
    }

    private void addNamesakes(Workload workload) {
        String given = workload.annotations().getOrDefault(SERVICE, "");
        Stream.concat(
                        Stream.of(given.split(",", -1)).filter(name -> given.contains(",")),
                        Stream.of(workload.annotations().getOrDefault(GATEWAY, "")))
                .map(String::strip)
                .filter(DnsNames::isLabel)
                .map(name -> names.of(workload.namespace(), name))
                .forEach(service ->
                        namesakes.computeIfAbsent(service, s -> new TreeSet<>()).add(workload));
    }

    /** Workloads that call as a service beside its instances: gateways, and pods that are several services at once. */
    Collection<Workload> namesakes(ConsulName service) {
        return namesakes.getOrDefault(service, new TreeSet<>());
    }

    /** The Services of the name of a service, sorted. */
    List<KubernetesService> services(ConsulName service) {
        return services.getOrDefault(service, List.of());
    }

    /** Whether entries for a service may be written to a namespace: pods there are that service, or could be. */
    boolean mayWrite(ConsulName service, String namespace) {
        Set<String> known = namespacesOf(service);
        return known.isEmpty()
                || known.contains(namespace)
                || possibleNamespaces.getOrDefault(service, new TreeSet<>()).contains(namespace);
    }

    private void addNamespace(ConsulName service, String namespace) {
        namespaces.computeIfAbsent(service, s -> new TreeSet<>()).add(namespace);
    }

    /** What is known of the pods of a workload. */
    Registration registration(Workload workload) {
        Registration known = registrations.get(workload);
        return known == null ? register(workload) : known;
    }

    /** The workloads whose pods are instances of a service, sorted. */
    Collection<Workload> members(ConsulName service) {
        return members.getOrDefault(service, new TreeSet<>());
    }

    /** The namespaces of Kubernetes that have something which is, or would be, this service; sorted. */
    Set<String> namespacesOf(ConsulName service) {
        return namespaces.getOrDefault(service, new TreeSet<>());
    }

    /** Whether consul-k8s registers no instances for a Service. */
    static boolean isIgnored(KubernetesService service) {
        return GoFlags.read(service.labels(), IGNORE).orElse(false);
    }

    /** The services as which the pods of a service account call, sorted. */
    SortedSet<ConsulName> servicesOf(ServiceAccountName account) {
        SortedSet<ConsulName> services = new TreeSet<>();
        for (Workload workload : inventory.workloadsOf(account)) {
            if (registration(workload) instanceof Registration.Registered registered) {
                services.add(registered.service());
            }
        }
        return services;
    }

    private Registration register(Workload workload) {
        if (workload.hostNetwork()) {
            return new Registration.Outside("has the network of its node");
        }
        if (SYSTEM.contains(workload.namespace())) {
            return new Registration.Outside("is in a namespace of the cluster itself");
        }
        if (!workload.annotations().getOrDefault(STATUS, "").isEmpty()) {
            return new Registration.Outside(
                    "has the annotation " + STATUS + ", as a running pod does, for which consul-k8s injects nothing");
        }
        if (!GoFlags.read(workload.annotations(), INJECT).orElse(true)) {
            return new Registration.Outside("has the annotation " + INJECT + "=false");
        }
        List<KubernetesService> services = registering(workload);
        String given = workload.annotations().getOrDefault(SERVICE, "").strip();
        Optional<String> why = GoFlags.isUnreadable(workload.annotations(), INJECT)
                ? Optional.of("has an annotation " + INJECT + " that is neither true nor false")
                : reason(workload, services, given);
        if (why.isPresent()) {
            return new Registration.Unregistered(why.get(), possible(workload, services, given));
        }
        return new Registration.Registered(
                names.of(workload.namespace(), name(services, given)),
                RegisteredPorts.of(workload, services, severalPorts));
    }

    /** Why no service can be told; absent if one can. */
    private Optional<String> reason(Workload workload, List<KubernetesService> services, String given) {
        if (given.contains(",")) {
            return Optional.of("names several services in its annotation " + SERVICE + ", which is not supported");
        }
        if (services.isEmpty()) {
            return Optional.of("is behind no Service that Consul registers, and pods without one never start");
        }
        if (services.size() > 1 && given.isEmpty()) {
            return Optional.of(
                    "is behind the Services " + list(services) + ", and pods with more than one never start");
        }
        String name = name(services, given);
        if (!DnsNames.isLabel(name)) {
            return Optional.of("would be a service whose name is no DNS label");
        }
        if (acls && !workload.serviceAccount().equals(name)) {
            return Optional.of("is the service " + name + ", but runs under the service account "
                    + workload.serviceAccount() + "; with ACLs both must have one name, or the pods never start");
        }
        return acls && name.equals(Workload.DEFAULT_SERVICE_ACCOUNT)
                ? Optional.of("runs under the service account default, which gets no token with ACLs")
                : Optional.empty();
    }

    private static String name(List<KubernetesService> services, String given) {
        return given.isEmpty() ? services.get(0).name().name() : given;
    }

    private Set<ConsulName> possible(Workload workload, List<KubernetesService> services, String given) {
        Set<ConsulName> possible = new TreeSet<>();
        if (acls && DnsNames.isLabel(workload.serviceAccount())) {
            possible.add(names.of(workload.namespace(), workload.serviceAccount()));
        }
        Stream.concat(
                        services.stream().map(service -> service.name().name()),
                        Stream.of(given.split(",", -1)).map(String::strip))
                .filter(DnsNames::isLabel)
                .forEach(name -> possible.add(names.of(workload.namespace(), name)));
        return possible;
    }

    /** The Services that make a service of the pods. */
    private List<KubernetesService> registering(Workload workload) {
        String only = workload.annotations().get(KUBERNETES_SERVICE);
        List<KubernetesService> services = new ArrayList<>();
        for (KubernetesService service : inventory.servicesOf(workload)) {
            boolean meant = only == null || only.equals(service.name().name());
            if (meant && !isIgnored(service) && !service.externalName()) {
                services.add(service);
            }
        }
        return services;
    }

    private static String list(List<KubernetesService> services) {
        return services.stream()
                .map(KubernetesService::name)
                .map(ServiceName::name)
                .collect(Collectors.joining(", "));
    }
}
