package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The workloads that are closed to everything that no TrafficTarget allows. Of any other nothing is promised. Immutable. */
public final class Scope {
    private final Map<String, Set<ResourceRef>> namespaces;
    private final SortedSet<Workload> destinations;

    Scope(Map<String, ? extends Set<ResourceRef>> namespaces, Set<Workload> destinations) {
        this.namespaces = Collections.unmodifiableMap(new TreeMap<>(namespaces));
        this.destinations = Collections.unmodifiableSortedSet(new TreeSet<>(destinations));
    }

    /** The namespaces of which every workload is in scope, known or not; sorted. */
    public Set<String> namespaces() {
        return namespaces.keySet();
    }

    /** The TrafficTargets that bring a namespace into scope, sorted; none for a namespace that is not. */
    public Set<ResourceRef> targetsOf(String namespace) {
        return Collections.unmodifiableSet(namespaces.getOrDefault(namespace, Set.of()));
    }

    /** The workloads that TrafficTargets name as destinations, sorted; they are in scope wherever they are. */
    public SortedSet<Workload> destinations() {
        return destinations;
    }

    /** Whether a workload is in scope. */
    public boolean contains(Workload workload) {
        return namespaces.containsKey(workload.namespace()) || destinations.contains(workload);
    }
}
