package io.github.smi4j.regex;

import java.util.Set;

/** Writes candidate languages as a mesh would: {@code a* *b c !d}, where {@code !} takes away again. */
final class Candidates {

    private Candidates() {}

    static RegexLanguage path(String candidates) {
        return of(RequestDomain.PATH, candidates);
    }

    static RegexLanguage header(String candidates) {
        return of(RequestDomain.HEADER, candidates);
    }

    private static RegexLanguage of(RequestDomain domain, String candidates) {
        RegexLanguage all = RegexLanguage.literal(domain, Set.of());
        for (String candidate : candidates.split(" ")) {
            all = candidate.startsWith("!")
                    ? all.minus(one(domain, candidate.substring(1)))
                    : all.union(one(domain, candidate));
        }
        return all;
    }

    private static RegexLanguage one(RequestDomain domain, String candidate) {
        if (candidate.isEmpty()) {
            return RegexLanguage.literal(domain, Set.of());
        }
        if (candidate.equals("''")) {
            return RegexLanguage.literal(domain, Set.of(""));
        }
        if (candidate.endsWith("*")) {
            return RegexLanguage.prefix(domain, candidate.substring(0, candidate.length() - 1));
        }
        return candidate.startsWith("*")
                ? RegexLanguage.suffix(domain, candidate.substring(1))
                : RegexLanguage.literal(domain, Set.of(candidate));
    }
}
