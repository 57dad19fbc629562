package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.policy.ResolvedMatch;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a target grants at all pods of a service, since an intention is for all of them.
 *
 * @param connections whether it is anything
 * @param matches the requests
 */
record DestinationGrants(boolean connections, Set<ResolvedMatch> matches) {
    /** Nothing. */
    static final DestinationGrants NONE = new DestinationGrants(false, Set.of());

    /** What both grant. */
    DestinationGrants and(DestinationGrants other) {
        Set<ResolvedMatch> common = new LinkedHashSet<>(matches);
        common.retainAll(other.matches);
        return new DestinationGrants(connections && other.connections, common);
    }

    /** What all grant; nothing if there are none. */
    static DestinationGrants common(Iterable<DestinationGrants> all) {
        Optional<DestinationGrants> common = Optional.empty();
        for (DestinationGrants grants : all) {
            common = Optional.of(common.map(c -> c.and(grants)).orElse(grants));
        }
        return common.orElse(NONE);
    }

    /** Whether it is nothing. */
    boolean isEmpty() {
        return !connections && matches.isEmpty();
    }
}
