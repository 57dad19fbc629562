package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is granted at one port of a group of pods. Not thread-safe. */
final class ServerDraft {
    private final PodGroups.PodGroup group;
    private final int port;
    private final boolean opaque;
    private final Set<ResourceRef> closing;
    private final SortedMap<ResourceRef, ResolvedTarget> targets = new TreeMap<>();
    private final SortedSet<Identity> connections = new TreeSet<>();
    private final SortedSet<ResourceRef> connecting = new TreeSet<>();
    private final List<RoutePlan.Granted> requests = new ArrayList<>();

    /**
     * A closed port.
     *
     * @param opaque whether Linkerd sees no requests there
     * @param closing the TrafficTargets that bring the pods into scope
     */
    ServerDraft(PodGroups.PodGroup group, int port, boolean opaque, Set<ResourceRef> closing) {
        this.group = group;
        this.port = port;
        this.opaque = opaque;
        this.closing = closing;
    }

    PodGroups.PodGroup group() {
        return group;
    }

    int port() {
        return port;
    }

    boolean opaque() {
        return opaque;
    }

    void allowConnections(ResolvedTarget target) {
        targets.put(target.ref(), target);
        connecting.add(target.ref());
        connections.addAll(target.sources());
    }

    void allowRequests(ResolvedTarget target, List<RequestSet> what) {
        targets.put(target.ref(), target);
        what.forEach(set -> requests.add(new RoutePlan.Granted(set, target.sources(), target.ref())));
    }

    /** Who may open connections, and send requests of any kind on them. */
    SortedSet<Identity> connections() {
        return connections;
    }

    /** The TrafficTargets that say so. */
    SortedSet<ResourceRef> connecting() {
        return connecting;
    }

    /** Who may send which requests. */
    List<RoutePlan.Granted> requests() {
        return requests;
    }

    /** The TrafficTargets that grant something here; where none does, those that close the port. */
    Set<ResourceRef> targets() {
        return targets.isEmpty() ? closing : targets.keySet();
    }

    /** TrafficTargets with all that they refer to. */
    SortedSet<ResourceRef> origins(Collection<ResourceRef> of) {
        SortedSet<ResourceRef> origins = new TreeSet<>();
        for (ResourceRef ref : of) {
            origins.add(ref);
            ResolvedTarget target = targets.get(ref);
            if (target != null) {
                origins.addAll(target.uses());
            }
        }
        return origins;
    }
}
