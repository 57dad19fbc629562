package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Servers of a namespace: one for each TCP port of each group of pods in scope. Not thread-safe. */
final class NamespaceDraft {
    private final Inventory inventory;
    private final OpaquePorts opaque;
    private final PodGroups groups;
    private final Set<ResourceRef> closing;
    private final boolean known;
    private final SortedMap<Place, ServerDraft> servers = new TreeMap<>();

    /** A port of a group, by the first of its workloads. */
    private record Place(Workload workload, int port) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byWorkload = workload.compareTo(other.workload);
            return byWorkload != 0 ? byWorkload : Integer.compare(port, other.port);
        }
    }

    /**
     * What a target grants to all workloads of a group.
     *
     * @param grants the grants
     * @param narrowed whether some of the workloads are granted more
     * @param ambiguous what the labels cannot be told from, if that is why nothing is granted
     */
    record Common(List<Grant> grants, boolean narrowed, Optional<String> ambiguous) {}

    /**
     * Closes the ports that are known.
     *
     * @param governed the workloads in scope, those that stand for unknown pods too
     * @param closing the TrafficTargets that bring the namespace into scope
     */
    NamespaceDraft(
            Inventory inventory,
            OpaquePorts opaque,
            String namespace,
            SortedSet<Workload> governed,
            Set<ResourceRef> closing) {
        this.inventory = inventory;
        this.opaque = opaque;
        this.closing = closing;
        List<Workload> known = inventory.workloads(namespace);
        List<Workload> guessed =
                governed.stream().filter(workload -> !known.contains(workload)).toList();
        this.groups = new PodGroups(inventory, namespace, guessed);
        this.known = inventory.knowsWorkloads(namespace);
        for (Workload workload : governed) {
            PodGroups.PodGroup group = groups.of(workload);
            ports(workload).forEach(port -> server(group, port));
        }
    }

    /** The TCP ports that the pods declare, that Services lead to, and that health checks ask. */
    private SortedSet<Integer> ports(Workload workload) {
        SortedSet<Integer> ports = new TreeSet<>();
        workload.containerPorts().stream()
                .filter(port -> port.protocol() == TransportProtocol.TCP)
                .map(ContainerPort::number)
                .forEach(port -> ports.add(port));
        workload.httpProbes().stream()
                .map(probe -> HealthChecks.port(workload, probe))
                .filter(port -> port > 0)
                .forEach(port -> ports.add(port));
        inventory.servicesOf(workload).stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> port.protocol() == TransportProtocol.TCP)
                .forEach(port -> workload.port(port).ifPresent(number -> ports.add(number)));
        return ports;
    }

    /** The groups with destinations of a target. */
    List<PodGroups.PodGroup> groupsOf(ResolvedTarget target) {
        return groups.groups().stream()
                .filter(group -> target.destinations().stream().anyMatch(group::contains))
                .toList();
    }

    /** Groups of which no workload is known to be a destination of a target, though all their pods have the labels of one. */
    List<PodGroups.PodGroup> groupsWithin(ResolvedTarget target) {
        return groups.groups().stream()
                .filter(group -> target.destinations().stream().noneMatch(group::contains)
                        && target.destinationSelectors().stream().anyMatch(group::isWithin))
                .toList();
    }

    /** What all workloads of a group are granted. */
    Common common(ResolvedTarget target, PodGroups.PodGroup group) {
        SortedSet<Workload> destinations = new TreeSet<>(target.destinations());
        Optional<Workload> stranger = group.workloads().stream()
                .filter(workload -> !destinations.contains(workload))
                .findFirst();
        if (stranger.isPresent()) {
            return new Common(List.of(), false, stranger.map(w -> "the " + w.kind() + " " + w.name()));
        }
        if (!known && target.destinationSelectors().stream().noneMatch(group::isWithin)) {
            return new Common(List.of(), false, Optional.of("pods that are not known"));
        }
        List<Grant> first = target.grants(group.workloads().first());
        List<Grant> common = first;
        boolean differ = false;
        for (Workload workload : group.workloads()) {
            List<Grant> own = target.grants(workload);
            differ |= !own.equals(first);
            common = Grant.common(common, own);
        }
        return new Common(common, differ, Optional.empty());
    }

    /** The Server for a port of a group. */
    ServerDraft server(PodGroups.PodGroup group, int port) {
        return servers.computeIfAbsent(new Place(group.workloads().first(), port), place -> {
            boolean bytes = group.workloads().stream().anyMatch(workload -> opaque.isOpaque(workload, port));
            return new ServerDraft(group, port, bytes, closing);
        });
    }

    Collection<ServerDraft> servers() {
        return servers.values();
    }

    /** Where not all pods are known, one may be in two groups, and then only one of the Servers counts. */
    void reportMeeting(TranslationOutput out) {
        if (known) {
            return;
        }
        for (ServerDraft server : servers.values()) {
            boolean meets = servers.values().stream()
                    .anyMatch(other -> !other.group().equals(server.group())
                            && other.port() == server.port()
                            && other.group().mayMeet(server.group()));
            if (meets) {
                server.targets()
                        .forEach(ref -> out.report(
                                LinkerdCode.SERVERS_MEET,
                                ref,
                                FieldPath.of("spec", "destination"),
                                "pods that are not known may be selected by two Servers for the port " + server.port()
                                        + ", of which only the older counts"));
            }
        }
    }
}
