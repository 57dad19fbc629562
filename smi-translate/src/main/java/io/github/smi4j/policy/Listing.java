package io.github.smi4j.policy;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists in messages, which name a few and count the rest. */
final class Listing {
    private Listing() {}

    /** The first of them joined by commas, with {@code and 3 more} for the rest. */
    static <T> String of(Collection<T> all, int max, Function<? super T, String> text) {
        String named = all.stream().limit(max).map(text).collect(Collectors.joining(", "));
        return all.size() <= max ? named : named + " and " + (all.size() - max) + " more";
    }
}
