package io.github.smi4j.manifest;

import org.jspecify.annotations.Nullable;

/**
 * Lets equal short strings of a text be one: manifests repeat field names, kinds and namespaces over and over. A string takes
 * the place of another of the same hash, so the pool stays small whatever the text holds. Not thread-safe.
 */
final class StringPool {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 64;

    private final @Nullable String[] places = new String[PLACES];

    /** A string that is equal to the text. */
    String shared(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        String there = places[place];
        if (there != null && there.equals(text)) {
            return there;
        }
        places[place] = text;
        return text;
    }
}
