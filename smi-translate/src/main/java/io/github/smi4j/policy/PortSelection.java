package io.github.smi4j.policy;

import io.github.smi4j.model.Ports;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ports of Services that a part of a TrafficTarget names. Immutable.
 *
 * @param all whether every port is meant
 * @param listed the ports, if not; none means none
 */
public record PortSelection(boolean all, SortedSet<Integer> listed) {
    static final PortSelection ALL = new PortSelection(true, Collections.emptySortedSet());
    static final PortSelection NONE = new PortSelection(false, Collections.emptySortedSet());

    /** Copies. */
    public PortSelection {
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
    }

    static PortSelection of(Ports ports) {
        return ports instanceof Ports.Listed list ? new PortSelection(false, new TreeSet<>(list.numbers())) : ALL;
    }

    PortSelection or(PortSelection other) {
        if (all || other.all) {
            return ALL;
        }
        SortedSet<Integer> both = new TreeSet<>(listed);
        both.addAll(other.listed);
        return new PortSelection(false, both);
    }

    /** Only this port, if it is selected. */
    PortSelection only(int port) {
        return contains(port) ? new PortSelection(false, new TreeSet<>(Set.of(port))) : NONE;
    }

    /** Whether a port is meant. */
    public boolean contains(int port) {
        return all || listed.contains(port);
    }

    /** Whether no port is meant. */
    public boolean isEmpty() {
        return !all && listed.isEmpty();
    }

    /** Whether every port that is meant here is meant there. */
    public boolean isContainedIn(PortSelection other) {
        return other.all || (!all && other.listed.containsAll(listed));
    }
}
