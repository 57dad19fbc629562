package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.regex.FiniteCover;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Proposes ways to write a language for an AuthorizationPolicy; each is proved before it is used. */
final class Rewrites {
    /** How many patterns one match may take: a class of two digits has as many texts. */
    static final int MAX_PATTERNS = 100;

    private static final int FEWEST_WITH_EXCEPTIONS = 2;

    private final RegexLanguage language;
    private final RequestDomain domain;

    Rewrites(RegexLanguage language) {
        this.language = language;
        this.domain = language.domain();
    }

    /**
     * Ways that mean exactly the language, those with the fewest patterns first; none if there is none. Where no way could
     * take fewer patterns, no more are looked for.
     */
    List<Rewrite> exact() {
        List<Rewrite> candidates = new ArrayList<>(sound(covers()));
        if (candidates.stream().noneMatch(c -> c.writable() && c.size() <= FEWEST_WITH_EXCEPTIONS)) {
            candidates.addAll(sound(exceptions()));
        }
        candidates.sort(Comparator.comparingInt(Rewrite::size));
        return candidates;
    }

    private List<Rewrite> sound(List<Rewrite> candidates) {
        return candidates.stream()
                .filter(c -> !c.values().isEmpty() && c.size() <= MAX_PATTERNS && c.means(language))
                .toList();
    }

    private List<Rewrite> covers() {
        return Stream.of(
                        language.coverByPrefixes(MAX_PATTERNS).map(c -> Rewrite.prefixes(domain, c)),
                        suffixCover(language).map(c -> Rewrite.suffixes(domain, c)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FiniteCover> suffixCover(RegexLanguage language) {
        return canHaveSuffix(language) ? language.coverBySuffixes(MAX_PATTERNS) : Optional.empty();
    }

    /** Texts with a suffix begin in every way that the domain has: where all begin alike, there is no need to look. */
    private static boolean canHaveSuffix(RegexLanguage language) {
        return language.commonPrefix().length() <= 1;
    }

    /** All that begins or ends alike, but for some. */
    private List<Rewrite> exceptions() {
        List<Rewrite> candidates = new ArrayList<>();
        List<Rewrite> wholes = new ArrayList<>(List.of(Rewrite.prefix(domain, language.commonPrefix())));
        if (canHaveSuffix(language)) {
            wholes.add(Rewrite.suffix(domain, language.commonSuffix()));
        }
        for (Rewrite whole : wholes) {
            RegexLanguage rest = whole.language().minus(language);
            without(whole, rest.coverByPrefixes(MAX_PATTERNS), c -> Rewrite.prefixes(domain, c))
                    .ifPresent(candidates::add);
            without(whole, suffixCover(rest), c -> Rewrite.suffixes(domain, c)).ifPresent(candidates::add);
        }
        return candidates;
    }

    private static Optional<Rewrite> without(
            Rewrite whole, Optional<FiniteCover> rest, Function<FiniteCover, Rewrite> write) {
        return rest.map(cover -> cover.size() == 0 ? whole : whole.without(write.apply(cover)));
    }
}
