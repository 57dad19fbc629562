package io.github.smi4j.policy;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.TrafficTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Resolves the TrafficTargets of a set. What they share is read once. */
final class TargetResolution {
    private final ResourceIndex index;
    private final RouteGroups groups;
    private final PortRoutes routes;
    private final Subjects subjects;
    private final Destinations destinations;
    private final Sources sources;
    private final Inventory inventory;
    private final PolicyFindings findings;
    private final Map<Workload, WorkloadPorts> ports = new TreeMap<>();
    private final Set<Workload> reported = new TreeSet<>();

    TargetResolution(
            ResourceIndex index,
            RouteGroups groups,
            Inventory inventory,
            InventoryNames names,
            PolicyOptions options,
            PolicyFindings findings) {
        this.index = index;
        this.groups = groups;
        this.inventory = inventory;
        this.findings = findings;
        this.routes = PortRoutes.resolve(index, findings);
        this.subjects = new Subjects(IdentityBindings.resolve(index, options, findings), index, findings);
        this.destinations = new Destinations(inventory, names, options);
        this.sources = new Sources(inventory, findings);
    }

    /** All targets of which something could be read, sorted by namespace and name. */
    List<TargetCandidate> resolve() {
        List<TargetCandidate> candidates = new ArrayList<>();
        index.usable(TrafficTarget.class).forEach(t -> candidates.add(read(t, true)));
        index.partlyReadable(TrafficTarget.class).forEach(t -> candidates.add(read(t, true)));
        index.contradictory(TrafficTarget.class).forEach(t -> candidates.add(read(t, false)));
        candidates.sort((a, b) -> a.target().ref().compareTo(b.target().ref()));
        return candidates;
    }

    private TargetCandidate read(Known<TrafficTarget> target, boolean usable) {
        return new TargetReading(target, this, findings).read(usable);
    }

    ResourceIndex index() {
        return index;
    }

    RouteGroups groups() {
        return groups;
    }

    PortRoutes routes() {
        return routes;
    }

    Subjects subjects() {
        return subjects;
    }

    Destinations destinations() {
        return destinations;
    }

    Sources sources() {
        return sources;
    }

    WorkloadPorts ports(Workload workload) {
        return ports.computeIfAbsent(workload, w -> {
            inventory
                    .servicesOf(w)
                    .forEach(service -> findings.visits().add(service.ports().size()));
            return WorkloadPorts.of(w, inventory);
        });
    }

    /** What is odd about the Services of a workload, the first time that a target asks. */
    Set<Destination.Problem> takeProblems(Workload workload) {
        return reported.add(workload) ? ports(workload).problems() : Set.of();
    }
}
