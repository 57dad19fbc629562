package io.github.smi4j.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which requests a TrafficSplit splits. Without conditions it splits all; an empty list of conditions is not the same but
 * a mistake, which is kept so that it can be reported.
 */
public sealed interface SplitMatches {
    /** The split has no {@code matches}: all requests are split. */
    record None() implements SplitMatches {}

    /**
     * The split has {@code matches}: the requests that match any match of any of these groups are split.
     *
     * @param groups the references in the order written; empty only by mistake
     */
    record Groups(List<RouteRef> groups) implements SplitMatches {
        /** Copies the list. */
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /** All requests are split. */
    static SplitMatches none() {
        return new None();
    }

    /** The requests of the given groups are split. */
    static SplitMatches of(List<RouteRef> groups) {
        return new Groups(groups);
    }

    /** The requests of the named HTTPRouteGroups are split. */
    static SplitMatches httpRouteGroups(String first, String... more) {
        Objects.requireNonNull(first, "first");
        return of(Stream.concat(Stream.of(first), Arrays.stream(more))
                .map(RouteRef::httpRouteGroup)
                .toList());
    }
}
