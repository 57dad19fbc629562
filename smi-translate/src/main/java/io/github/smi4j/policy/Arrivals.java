package io.github.smi4j.policy;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** At which ports of which pods traffic arrives. */
final class Arrivals {
    private final Inventory inventory;
    private final Routing routing;

    /**
     * Where it arrives.
     *
     * @param workload the pods
     * @param servicePort the port that was addressed
     * @param podPort the port of the pods
     */
    record Arrival(Workload workload, int servicePort, int podPort) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            int byWorkload = workload.compareTo(other.workload);
            int byPort = byWorkload != 0 ? byWorkload : Integer.compare(servicePort, other.servicePort);
            return byPort != 0 ? byPort : Integer.compare(podPort, other.podPort);
        }
    }

    Arrivals(Inventory inventory, Routing routing) {
        this.inventory = inventory;
        this.routing = routing;
    }

    /** All places, sorted; what keeps traffic from arriving, or is not known, is told. */
    List<Arrival> of(AccessQuestion question, ArrivalNotes notes) {
        SortedSet<Arrival> arrivals = new TreeSet<>();
        if (question.to() instanceof Callee.Service service) {
            addService(service.name(), question, arrivals, notes);
        } else if (question.to() instanceof Callee.Account account) {
            addAccount(account, question, arrivals, notes);
        }
        return List.copyOf(arrivals);
    }

    private void addService(
            ServiceName name, AccessQuestion question, SortedSet<Arrival> arrivals, ArrivalNotes notes) {
        for (ServicePort port : ports(name, question, notes)) {
            for (Share share : routing.shares(name, port.number(), question.traffic())) {
                if (share.weight().signum() > 0) {
                    addPods(share.backend(), port, arrivals, notes);
                }
            }
        }
    }

    private List<ServicePort> ports(ServiceName name, AccessQuestion question, ArrivalNotes notes) {
        Optional<KubernetesService> service = known(name, notes);
        List<ServicePort> ports = service.map(s -> asked(s, question)).orElse(List.of());
        if (service.isPresent() && ports.isEmpty()) {
            notes.missing(
                    true,
                    text(name) + " has no such port over " + question.traffic().protocol());
        }
        return ports;
    }

    /** The Service; where there is none that can be read, that is noted. */
    private Optional<KubernetesService> known(ServiceName name, ArrivalNotes notes) {
        Optional<KubernetesService> service = inventory.service(name);
        if (service.isEmpty()) {
            notes.missing(
                    inventory.isKnown(name),
                    text(name)
                            + (inventory.isUnreadable(name)
                                    ? " is in the input, but cannot be read"
                                    : " is not in the input"));
        }
        return service;
    }

    private static String text(ServiceName name) {
        return "the Service " + name.namespace() + "/" + name.name();
    }

    private static List<ServicePort> asked(KubernetesService service, AccessQuestion question) {
        return service.ports().stream()
                .filter(port -> port.protocol() == question.traffic().protocol())
                .filter(port -> question.port().isEmpty() || question.port().getAsInt() == port.number())
                .sorted()
                .toList();
    }

    /** The pods behind a backend, at the port with the number and protocol of the root's. */
    private void addPods(ServiceName backend, ServicePort root, SortedSet<Arrival> arrivals, ArrivalNotes notes) {
        Optional<KubernetesService> service = known(backend, notes);
        if (service.isEmpty()) {
            return;
        }
        if (service.get().selector().isEmpty()) {
            notes.missing(false, text(backend) + " has no selector, so its endpoints are not known");
            return;
        }
        List<Workload> workloads = inventory.workloadsBehind(service.get());
        noteOthers(backend.namespace(), notes);
        if (workloads.isEmpty()) {
            notes.missing(
                    inventory.knowsWorkloads(backend.namespace()),
                    "no workload of the input is behind " + text(backend));
        }
        service.get().ports().stream()
                .filter(port -> port.number() == root.number() && port.protocol() == root.protocol())
                .forEach(port -> workloads.forEach(workload -> add(workload, port, arrivals, notes)));
    }

    /** Where not all of a namespace is known, the pods that are known do not stand for the others. */
    private void noteOthers(String namespace, ArrivalNotes notes) {
        if (!inventory.knowsWorkloads(namespace)) {
            notes.missing(false, "not all workloads of the namespace " + namespace + " are known");
        }
    }

    private static void add(Workload workload, ServicePort port, SortedSet<Arrival> arrivals, ArrivalNotes notes) {
        workload.port(port)
                .ifPresentOrElse(
                        podPort -> arrivals.add(new Arrival(workload, port.number(), podPort)),
                        () -> notes.missing(
                                true,
                                "the port " + port.number() + " leads to a named port that the " + workload.kind() + " "
                                        + workload.name() + " does not have"));
    }

    private void addAccount(
            Callee.Account account, AccessQuestion question, SortedSet<Arrival> arrivals, ArrivalNotes notes) {
        String namespace = account.name().namespace();
        List<Workload> workloads = inventory.workloadsOf(account.name());
        noteOthers(namespace, notes);
        if (workloads.isEmpty()) {
            notes.missing(
                    inventory.knowsWorkloads(namespace),
                    "no workload of the input runs under the service account " + account.name());
        } else if (!inventory.isClosed(namespace)) {
            notes.missing(false, "not all Services of the namespace " + namespace + " are known");
        }
        workloads.forEach(workload -> addWorkload(workload, question, arrivals, notes));
    }

    /** At the ports of its Services; at those that its containers declare where it is known to have no Service. */
    private void addWorkload(
            Workload workload, AccessQuestion question, SortedSet<Arrival> arrivals, ArrivalNotes notes) {
        List<KubernetesService> services = inventory.servicesOf(workload);
        int before = arrivals.size();
        services.forEach(service -> asked(service, question).forEach(port -> add(workload, port, arrivals, notes)));
        if (services.isEmpty()) {
            workload.containerPorts().stream()
                    .filter(port -> port.protocol() == question.traffic().protocol())
                    .map(ContainerPort::number)
                    .filter(number ->
                            question.port().isEmpty() || question.port().getAsInt() == number)
                    .forEach(number -> arrivals.add(new Arrival(workload, number, number)));
        }
        if (arrivals.size() == before) {
            notes.missing(
                    inventory.isClosed(workload.namespace()),
                    "the " + workload.kind() + " " + workload.name() + " has no such port over "
                            + question.traffic().protocol());
        }
    }
}
