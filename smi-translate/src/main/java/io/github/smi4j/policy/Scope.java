package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The workloads that are closed to everything that no TrafficTarget allows. A translator closes all workloads of
 * {@link #namespaces()}, known or not, and all of {@link #destinations()}, and opens what the targets grant. Of any other
 * workload nothing is promised. Immutable.
 */
public final class Scope {
    private final SortedMap<String, SortedSet<ResourceRef>> namespaces;
    private final SortedSet<Workload> destinations;

    Scope(Map<String, ? extends Set<ResourceRef>> namespaces, Set<Workload> destinations) {
        SortedMap<String, SortedSet<ResourceRef>> copy = new TreeMap<>();
        namespaces.forEach(
                (namespace, targets) -> copy.put(namespace, Collections.unmodifiableSortedSet(new TreeSet<>(targets))));
        this.namespaces = Collections.unmodifiableSortedMap(copy);
        this.destinations = Collections.unmodifiableSortedSet(new TreeSet<>(destinations));
    }

    /** The namespaces of which every workload is in scope, known or not; sorted. */
    public Set<String> namespaces() {
        return namespaces.keySet();
    }

    /** The TrafficTargets that bring a namespace into scope, sorted; none for a namespace that is not. */
    public SortedSet<ResourceRef> targetsOf(String namespace) {
        return namespaces.getOrDefault(namespace, Collections.emptySortedSet());
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
