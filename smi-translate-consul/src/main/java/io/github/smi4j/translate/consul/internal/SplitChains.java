package io.github.smi4j.translate.consul.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The services that splits tie to each other, directly or by way of others. Not thread-safe. */
final class SplitChains {
    private final Map<ConsulName, ConsulName> parents = new TreeMap<>();
    private final Map<ConsulName, SortedSet<ConsulName>> members = new TreeMap<>();

    /** Ties services to each other. */
    void join(Collection<ConsulName> services) {
        services.stream().findFirst().ifPresent(first -> services.forEach(service -> join(first, service)));
    }

    private void join(ConsulName left, ConsulName right) {
        ConsulName one = first(left);
        ConsulName two = first(right);
        if (one.equals(two)) {
            return;
        }
        SortedSet<ConsulName> ofOne = members(one);
        SortedSet<ConsulName> ofTwo = members(two);
        boolean larger = ofOne.size() >= ofTwo.size();
        ConsulName kept = larger ? one : two;
        ConsulName gone = larger ? two : one;
        SortedSet<ConsulName> all = larger ? ofOne : ofTwo;
        all.addAll(larger ? ofTwo : ofOne);
        parents.put(gone, kept);
        members.remove(gone);
        members.put(kept, all);
    }

    private SortedSet<ConsulName> members(ConsulName first) {
        SortedSet<ConsulName> known = members.get(first);
        return known == null ? new TreeSet<>(Set.of(first)) : known;
    }

    /** The one service that stands for all that a service is tied to; itself if it is tied to none. */
    ConsulName first(ConsulName service) {
        ConsulName first = service;
        for (ConsulName next = parents.get(first); next != null; next = parents.get(first)) {
            first = next;
        }
        return first;
    }

    /** A service and all that it is tied to, sorted. */
    Collection<ConsulName> of(ConsulName service) {
        return members(first(service));
    }
}
