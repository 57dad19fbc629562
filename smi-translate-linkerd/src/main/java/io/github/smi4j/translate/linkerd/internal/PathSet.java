package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import java.util.Optional;

/**
 * The paths that a test of a route lets through.
 *
 * @param match the test
 * @param language the paths
 * @param literal what the paths begin with, if that is all that is asked of them
 */
record PathSet(PathMatch match, RegexLanguage language, Optional<String> literal) {
    PathSet(PathMatch match, RegexLanguage language) {
        this(match, language, Optional.empty());
    }

    /** Whether Linkerd, where it chooses among routes, counts the whole path; of a prefix it counts the prefix. */
    boolean countsInFull() {
        return match.type() != PathMatch.Type.PathPrefix;
    }

    /** Whether a path may count no more than a prefix does. */
    boolean mayBeAsShortAs(PathSet prefix) {
        String text = prefix.match().value();
        return LanguageCache.mayContain(language, text) || LanguageCache.mayContain(language, text + "/");
    }

    /** Whether it is the same test; the rest follows from it. */
    boolean isSame(PathSet other) {
        return match.equals(other.match);
    }
}
