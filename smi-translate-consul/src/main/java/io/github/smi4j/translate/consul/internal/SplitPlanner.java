package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.Share;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.consul.ConsulCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the services of a split in Consul, and the one port of each that Consul carries; reports what is missing. */
final class SplitPlanner {
    private final Inventory inventory;
    private final ConsulNames names;
    private final Catalog catalog;

    SplitPlanner(Inventory inventory, ConsulNames names, Catalog catalog) {
        this.inventory = inventory;
        this.names = names;
        this.catalog = catalog;
    }

    /** The plan; absent where the root stays unsplit, which is reported. */
    Optional<SplitPlan> plan(ResolvedSplit split, SplitFindings findings) {
        Optional<KubernetesService> root = inventory.service(split.root());
        if (root.isEmpty()
                || split.ports().stream().anyMatch(port -> port.port().isEmpty())) {
            findings.report(
                    ConsulCode.PORTS_UNKNOWN,
                    SplitFindings.SERVICE,
                    "the ports of " + split.root().name()
                            + " are not known, and Consul carries one port of a service; the Service stays unsplit");
            return Optional.empty();
        }
        if (root.get().headless() || root.get().externalName()) {
            findings.report(
                    ConsulCode.ROOT_WITHOUT_CLUSTER_IP,
                    SplitFindings.SERVICE,
                    split.root().name() + " has no cluster IP, so proxies do not see calls to it; it stays unsplit");
            return Optional.empty();
        }
        List<PortSplit> ports =
                split.ports().stream().filter(port -> isTcp(port, findings)).toList();
        if (ports.isEmpty() || !areServices(split, ports, root.get(), findings)) {
            return Optional.empty();
        }
        boolean instances = !Catalog.isIgnored(root.get())
                && !inventory.workloadsBehind(root.get()).isEmpty();
        return carried(root.get(), ports, instances, findings)
                .map(port -> new SplitPlan(root.get(), name(split.root()), port.routes(), instances));
    }

    private boolean isTcp(PortSplit port, SplitFindings findings) {
        ServicePort known = port.port().orElseThrow();
        boolean tcp = known.protocol() == TransportProtocol.TCP;
        if (!tcp) {
            findings.reportPort(ConsulCode.PORT_NOT_PROXIED, known, "Consul does not see the port");
        }
        return tcp;
    }

    /** Whether root and backends are services of Consul of their own names. */
    private boolean areServices(
            ResolvedSplit split, List<PortSplit> ports, KubernetesService root, SplitFindings findings) {
        Set<ServiceName> all = new LinkedHashSet<>();
        all.add(split.root());
        ports.stream()
                .flatMap(port -> port.routes().stream())
                .flatMap(route -> route.shares().stream())
                .filter(share -> share.weight().signum() > 0)
                .map(Share::backend)
                .forEach(all::add);
        boolean services = true;
        for (ServiceName service : all) {
            boolean virtual = service.equals(root.name()) && Catalog.isIgnored(root);
            services &= isUnambiguous(service, findings) && (virtual || isRegistered(service, findings));
        }
        return services;
    }

    private boolean isUnambiguous(ServiceName service, SplitFindings findings) {
        Set<String> namespaces = catalog.namespacesOf(name(service));
        if (namespaces.size() > 1) {
            findings.report(
                    ConsulCode.SERVICE_AMBIGUOUS,
                    findings.pathOf(service),
                    "the service " + service.name() + " is in the namespaces " + String.join(", ", namespaces)
                            + ", which are one for Consul; the split is not emitted");
        }
        return namespaces.size() <= 1;
    }

    private boolean isRegistered(ServiceName name, SplitFindings findings) {
        Optional<KubernetesService> service = inventory.service(name);
        Optional<String> why = service.isEmpty() ? Optional.of("is not in the input") : reasonOfMissing(service.get());
        why.ifPresent(reason -> findings.report(
                ConsulCode.SERVICE_NOT_REGISTERED,
                findings.pathOf(name),
                name.name() + " is no service of Consul: it " + reason + "; the split is not emitted"));
        return why.isEmpty();
    }

    private Optional<String> reasonOfMissing(KubernetesService service) {
        if (service.externalName()) {
            return Optional.of("is a name for a host elsewhere");
        }
        if (Catalog.isIgnored(service)) {
            return Optional.of("has the label that makes Consul ignore it");
        }
        List<Workload> behind = inventory.workloadsBehind(service);
        if (behind.isEmpty() && !inventory.knowsWorkloads(service.name().namespace())) {
            return Optional.of("has no pods that are known");
        }
        for (Workload workload : behind) {
            Optional<String> why = reasonOfMissing(workload, name(service.name()));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private Optional<String> reasonOfMissing(Workload workload, ConsulName service) {
        String named = "has the " + workload.kind() + " " + workload.name() + ", which ";
        Registration registration = catalog.registration(workload);
        if (registration instanceof Registration.Registered registered) {
            return registered.service().equals(service)
                    ? Optional.empty()
                    : Optional.of(named + "is the service " + registered.service());
        }
        return registration.whyMissing().map(why -> named + why);
    }

    /** The port whose routes are those of the whole service, since calls to any port end at the registered one. */
    private Optional<PortSplit> carried(
            KubernetesService root, List<PortSplit> ports, boolean instances, SplitFindings findings) {
        List<PortSplit> carried = new ArrayList<>();
        for (PortSplit port : ports) {
            ServicePort known = port.port().orElseThrow();
            Optional<ServiceName> elsewhere = leadsElsewhere(root, port, instances);
            if (elsewhere.isEmpty()) {
                carried.add(port);
            } else {
                reportPort(known, elsewhere.get(), root, findings);
            }
        }
        if (carried.isEmpty()) {
            return Optional.empty();
        }
        // A root without pods has no port that calls could end at, but those of the backends.
        if (!instances) {
            unsplit(root, ports).forEach(port -> reportPort(port, root.name(), root, findings));
        }
        PortSplit first = carried.get(0);
        boolean differ = carried.stream().anyMatch(port -> !shares(port).equals(shares(first)));
        // Of the ports that SMI leaves unsplit, one that leads to the registered port would be split too.
        boolean meets = instances && unsplit(root, ports).anyMatch(port -> isRegistered(root, port));
        if (differ || meets) {
            findings.report(
                    ConsulCode.PORTS_DIFFER,
                    SplitFindings.SERVICE,
                    "several ports of " + root.name().name()
                            + " lead to the one that Consul registers, but are not split alike; the Service stays"
                            + " unsplit");
            return Optional.empty();
        }
        return Optional.of(first);
    }

    private static void reportPort(
            ServicePort port, ServiceName service, KubernetesService root, SplitFindings findings) {
        findings.report(
                ConsulCode.PORT_NOT_REGISTERED,
                SplitFindings.SERVICE,
                "Consul carries one port of each service, and that of " + service.name()
                        + " is not known to be the one behind the port " + port.number() + " of "
                        + root.name().name() + "; calls to that port end at the registered one");
    }

    private static List<List<Share>> shares(PortSplit port) {
        return port.routes().stream().map(SplitRoute::shares).toList();
    }

    /** The ports of the root that SMI leaves unsplit. */
    private static Stream<ServicePort> unsplit(KubernetesService root, List<PortSplit> split) {
        return root.ports().stream()
                .filter(port -> port.protocol() == TransportProtocol.TCP)
                .filter(port -> split.stream()
                        .noneMatch(other -> other.port().orElseThrow().number() == port.number()));
    }

    /** The backend or root at which a port does not lead to the registered one; absent if it does at all of them. */
    private Optional<ServiceName> leadsElsewhere(KubernetesService root, PortSplit port, boolean instances) {
        ServicePort known = port.port().orElseThrow();
        Optional<ServiceName> backend = port.routes().stream()
                .flatMap(route -> route.shares().stream())
                .filter(share -> share.weight().signum() > 0)
                .flatMap(share -> inventory.service(share.backend()).stream())
                .filter(service -> !service.name().equals(root.name()))
                .filter(service -> service.ports().stream()
                        .filter(other -> other.compareTo(known) == 0)
                        .findFirst()
                        .filter(other -> isRegistered(service, other))
                        .isEmpty())
                .map(KubernetesService::name)
                .findFirst();
        boolean own = instances && !isRegistered(root, known);
        return backend.or(() -> own ? Optional.of(root.name()) : Optional.empty());
    }

    /** Whether a Service port leads to the registered port of all pods behind it. */
    private boolean isRegistered(KubernetesService service, ServicePort port) {
        return inventory.workloadsBehind(service).stream()
                .allMatch(workload -> catalog.registration(workload) instanceof Registration.Registered registered
                        && registered
                                .ports()
                                .filter(ports -> workload.port(port).equals(OptionalInt.of(ports.main())))
                                .isPresent());
    }

    private ConsulName name(ServiceName service) {
        return names.of(service.namespace(), service.name());
    }
}
