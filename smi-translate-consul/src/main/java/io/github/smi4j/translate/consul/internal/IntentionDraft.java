package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.consul.config.SourceIntention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The intentions for one service while targets are mapped: for each caller what any target grants it. Not thread-safe. */
final class IntentionDraft {
    private static final String CUT = "...";

    private final SortedMap<ConsulName, Set<HttpMatch>> requests = new TreeMap<>();
    private final SortedSet<ConsulName> unlimited = new TreeSet<>();
    private final SortedMap<ConsulName, SortedSet<ServiceAccountName>> accounts = new TreeMap<>();
    private final SortedSet<ResourceRef> sources = new TreeSet<>();
    private final String namespace;
    private Set<ResourceRef> closing = Set.of();

    /**
     * Nobody may call yet.
     *
     * @param namespace the namespace of Kubernetes that the entry is written to
     */
    IntentionDraft(String namespace) {
        this.namespace = namespace;
    }

    /** The namespace of Kubernetes that the entry is written to. */
    String namespace() {
        return namespace;
    }

    /** Tells what the entry comes from: a target that is about the service. */
    void comesFrom(Collection<ResourceRef> refs) {
        sources.addAll(refs);
    }

    /** Tells which targets close the service where none is about it. */
    void closedBy(Set<ResourceRef> targets) {
        closing = targets;
    }

    /** Tells which service accounts a caller stands for. */
    void standsFor(ConsulName caller, Collection<ServiceAccountName> names) {
        accounts.computeIfAbsent(caller, c -> new TreeSet<>()).addAll(names);
    }

    /** Lets a service send anything. */
    void allow(ConsulName caller) {
        unlimited.add(caller);
    }

    /** Lets a service send some requests. */
    void allow(ConsulName caller, HttpMatch request) {
        // Where Consul takes the service for tcp after all, a request of any kind lets nothing in, and no connection
        // either.
        requests.computeIfAbsent(caller, c -> new LinkedHashSet<>()).add(request.isEmpty() ? HttpMatch.ANY : request);
    }

    /** The resources that the entry comes from. */
    Set<ResourceRef> sources() {
        return sources.isEmpty() ? closing : sources;
    }

    /** The TrafficTargets among them. */
    List<ResourceRef> targets() {
        return sources().stream()
                .filter(ref -> ref.kind().equals(ResourceKind.TRAFFIC_TARGET.kind()))
                .toList();
    }

    /** The services that may call at all. */
    Set<ConsulName> callers() {
        Set<ConsulName> callers = new TreeSet<>(unlimited);
        callers.addAll(requests.keySet());
        return callers;
    }

    /** Whether some caller may send some requests only. */
    boolean limitsRequests() {
        return requests.keySet().stream().anyMatch(caller -> !unlimited.contains(caller));
    }

    /**
     * One intention for each caller, and one that refuses all others.
     *
     * @param everyone the Consul namespace of all others; absent where there are no namespaces
     */
    List<SourceIntention> intentions(Optional<String> everyone) {
        List<SourceIntention> intentions = new ArrayList<>();
        for (ConsulName caller : callers()) {
            List<HttpMatch> limits =
                    unlimited.contains(caller) ? List.of() : List.copyOf(requests.getOrDefault(caller, Set.of()));
            intentions.add(
                    new SourceIntention(caller.name(), caller.consulNamespace(), true, limits, description(caller)));
        }
        intentions.add(new SourceIntention("*", everyone, false, List.of(), ""));
        return intentions;
    }

    /** The names are of ASCII letters, of which Consul counts the bytes. */
    private String description(ConsulName caller) {
        Set<ServiceAccountName> names = accounts.getOrDefault(caller, new TreeSet<>());
        String text = names.stream().map(ServiceAccountName::toString).collect(Collectors.joining(", "));
        String whole = text.isEmpty() ? "" : "service account " + text;
        int most = SourceIntention.MAX_DESCRIPTION;
        return whole.length() <= most ? whole : whole.substring(0, most - CUT.length()) + CUT;
    }
}
