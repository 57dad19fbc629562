package io.github.smi4j.model;

import java.util.Arrays;
import java.util.List;

/**
 * Which matches of an HTTPRouteGroup a rule grants. Without names it grants all of the group; an empty list of names
 * grants nothing.
 */
public sealed interface MatchNames {
    /** The rule names no matches: all of the group. */
    record All() implements MatchNames {}

    /**
     * The rule names matches.
     *
     * @param names the names in the order written; empty grants nothing
     */
    record Named(List<String> names) implements MatchNames {
        /** Copies the list. */
        public Named {
            names = List.copyOf(names);
        }
    }

    /** All matches of the group. */
    static MatchNames all() {
        return new All();
    }

    /** The named matches only. */
    static MatchNames of(List<String> names) {
        return new Named(names);
    }

    /** The named matches only. */
    static MatchNames of(String... names) {
        return new Named(Arrays.asList(names));
    }
}
