package io.github.smi4j.policy;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which ports of the pods of a workload the ports of its Services mean: SMI names the latter, requests arrive at the
 * former.
 */
final class WorkloadPorts {
    private final Map<TransportProtocol, SortedMap<Integer, SortedSet<Integer>>> ports =
            new EnumMap<>(TransportProtocol.class);
    private final Set<Destination.Problem> problems = new LinkedHashSet<>();
    private final boolean known;

    private WorkloadPorts(Workload workload, Inventory inventory) {
        List<KubernetesService> services = inventory.servicesOf(workload);
        boolean closed = inventory.isClosed(workload.namespace());
        known = closed || !services.isEmpty();
        if (services.isEmpty() && closed) {
            addContainerPorts(workload);
        }
        services.forEach(service -> service.ports().forEach(port -> add(workload, service, port)));
        inventory.unreadableServices(workload.namespace()).forEach(service -> addUnreadable(workload, service));
        reportDisagreement(workload);
    }

    static WorkloadPorts of(Workload workload, Inventory inventory) {
        return new WorkloadPorts(workload, inventory);
    }

    private void add(Workload workload, KubernetesService service, ServicePort port) {
        SortedSet<Integer> targets = targets(port.protocol(), port.number());
        OptionalInt target = workload.port(port);
        if (target.isPresent()) {
            targets.add(target.getAsInt());
        } else {
            problems.add(new Destination.Problem(
                    AccessCode.TARGET_PORT_MISSING,
                    "the port " + port.number() + "/" + port.protocol() + " of the Service "
                            + service.name().name() + " leads to a named port that the " + text(workload)
                            + " does not have, or has with several numbers"));
        }
    }

    private void addUnreadable(Workload workload, ServiceName service) {
        problems.add(new Destination.Problem(
                PolicyCode.SERVICE_UNREADABLE,
                "the Service " + service.name()
                        + " is in the input, but cannot be read, or is given in two ways; should it" + " lead to the "
                        + text(workload) + ", nothing is allowed by that"));
    }

    /** The ports of the pods that a port of Services leads to; none yet where it is new. */
    private SortedSet<Integer> targets(TransportProtocol protocol, int number) {
        return ports.computeIfAbsent(protocol, p -> new TreeMap<>()).computeIfAbsent(number, n -> new TreeSet<>());
    }

    private void addContainerPorts(Workload workload) {
        for (ContainerPort port : workload.containerPorts()) {
            targets(port.protocol(), port.number()).add(port.number());
        }
        problems.add(new Destination.Problem(
                AccessCode.WORKLOAD_WITHOUT_SERVICE,
                "the " + text(workload) + " is behind no Service; the ports that its containers declare are taken"));
    }

    private void reportDisagreement(Workload workload) {
        List<String> numbers = new ArrayList<>();
        ports.forEach((protocol, byNumber) -> byNumber.forEach((number, targets) -> {
            if (targets.size() > 1) {
                numbers.add(number + "/" + protocol);
            }
        }));
        if (!numbers.isEmpty()) {
            problems.add(new Destination.Problem(
                    AccessCode.SERVICES_DISAGREE,
                    "the Services of the " + text(workload) + " lead their port " + String.join(", ", numbers)
                            + " to different ports of its pods; all of these are meant"));
        }
    }

    private static String text(Workload workload) {
        return workload.kind() + " " + workload.name();
    }

    /** What is odd about the Services of the workload. */
    Set<Destination.Problem> problems() {
        return Collections.unmodifiableSet(problems);
    }

    /** Whether the Services of the workload are known. */
    boolean isKnown() {
        return known;
    }

    /** Whether a Service of the workload has the port. */
    boolean has(TransportProtocol protocol, int number) {
        return byNumber(protocol).containsKey(number);
    }

    /** The ports of the pods that are meant by a selection of Service ports, ascending. */
    SortedSet<Integer> meant(TransportProtocol protocol, PortSelection selection) {
        SortedSet<Integer> meant = new TreeSet<>();
        byNumber(protocol).forEach((number, targets) -> {
            if (selection.contains(number)) {
                meant.addAll(targets);
            }
        });
        return meant;
    }

    private SortedMap<Integer, SortedSet<Integer>> byNumber(TransportProtocol protocol) {
        return ports.getOrDefault(protocol, Collections.emptySortedMap());
    }
}
