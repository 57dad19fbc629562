package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A TrafficTarget whose destination is known: which sources may send what to which pods. One with faults may grant
 * nothing, but still tells which pods it is about. Immutable.
 */
public final class ResolvedTarget {
    private final ResourceRef ref;
    private final SortedSet<Identity> sources;
    private final List<Workload> destinations;
    private final List<Map<String, String>> destinationSelectors;
    private final Map<Workload, List<Grant>> grants;
    private final Set<ResourceRef> uses;

    private ResolvedTarget(Builder builder) {
        this.ref = builder.ref;
        this.sources = Collections.unmodifiableSortedSet(new TreeSet<>(builder.sources));
        this.destinations = List.copyOf(builder.destination.workloads());
        this.destinationSelectors = List.copyOf(builder.destination.selectors());
        this.grants = Collections.unmodifiableMap(new TreeMap<>(builder.grants));
        this.uses = Collections.unmodifiableSortedSet(new TreeSet<>(builder.uses));
    }

    /** The TrafficTarget. */
    public ResourceRef ref() {
        return ref;
    }

    /** The namespace of the TrafficTarget and of its destination. */
    public String namespace() {
        return ref.namespace().orElseThrow();
    }

    /** Who may call, sorted; nobody if empty. */
    public SortedSet<Identity> sources() {
        return sources;
    }

    /** The workloads that are called, sorted; at least one. */
    public List<Workload> destinations() {
        return destinations;
    }

    /**
     * The sets of labels that name pods of the destination, known or not: those of an identity binding, or guessed ones. In a
     * namespace that is not known as a whole no other labels are sure to select pods of the destination only.
     */
    public List<Map<String, String>> destinationSelectors() {
        return destinationSelectors;
    }

    /**
     * What the sources may send to the pods of one of the destinations; empty if that is nothing, if there are no sources, and
     * for a workload that is no destination.
     */
    public List<Grant> grants(Workload destination) {
        return grants.getOrDefault(destination, List.of());
    }

    /** Whether it allows anything. */
    public boolean grantsNothing() {
        return sources.isEmpty() || grants.values().stream().allMatch(List::isEmpty);
    }

    /** The traffic specs and identity bindings that it refers to and that the input has, sorted. */
    public Set<ResourceRef> uses() {
        return uses;
    }

    /** Every SMI resource that this comes from, sorted: the TrafficTarget and what it refers to. */
    public List<ResourceRef> origins() {
        SortedSet<ResourceRef> origins = new TreeSet<>(uses);
        origins.add(ref);
        return List.copyOf(origins);
    }

    /** The TrafficTarget's kind, namespace and name. */
    @Override
    public String toString() {
        return ref.toString();
    }

    /** Collects the parts. */
    static final class Builder {
        private final ResourceRef ref;
        private final Destination destination;
        private final SortedSet<Identity> sources = new TreeSet<>();
        private final Map<Workload, List<Grant>> grants = new TreeMap<>();
        private final SortedSet<ResourceRef> uses = new TreeSet<>();

        Builder(ResourceRef ref, Destination destination) {
            this.ref = ref;
            this.destination = destination;
        }

        Builder sources(Set<Identity> identities) {
            sources.addAll(identities);
            return this;
        }

        Builder grant(Workload workload, Grant grant) {
            grants.computeIfAbsent(workload, w -> new ArrayList<>()).add(grant);
            return this;
        }

        Builder uses(Set<ResourceRef> refs) {
            uses.addAll(refs);
            return this;
        }

        ResolvedTarget build() {
            // A grant to nobody must not become one to everybody.
            if (sources.isEmpty()) {
                grants.clear();
            }
            grants.replaceAll((workload, list) -> List.copyOf(list));
            return new ResolvedTarget(this);
        }
    }
}
