package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.FiniteCover;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import java.util.List;
import java.util.Optional;

/**
 * Writes the value of a header, which is a regular expression for the whole value, for an AuthorizationPolicy. What is written
 * is proved by languages to mean the same.
 */
final class HeaderRewriter {
    private HeaderRewriter() {}

    /** Ways to write the value, all of which must match; absent if it cannot be written. */
    static Optional<List<Rewrite>> rewrite(Regex value) {
        RegexLanguage language = RegexLanguage.ofHeader(value);
        if (language.isEverything() == Answer.YES) {
            return Optional.of(List.of(Rewrite.any(RequestDomain.HEADER)));
        }
        Optional<List<Rewrite>> one = new Rewrites(language)
                .exact().stream().filter(Rewrite::writable).findFirst().map(List::of);
        return one.or(() -> bothEnds(language)).or(() -> alternatives(value));
    }

    /** Each alternative by itself, since one condition may have values of all forms. */
    private static Optional<List<Rewrite>> alternatives(Regex value) {
        List<Regex> alternatives = value.alternatives();
        List<Rewrite> written = alternatives.stream()
                .flatMap(alternative -> new Rewrites(RegexLanguage.ofHeader(alternative))
                        .exact().stream()
                                .filter(rewrite -> rewrite.writable()
                                        && rewrite.notValues().isEmpty())
                                .limit(1))
                .toList();
        boolean all = alternatives.size() > 1 && written.size() == alternatives.size();
        return all && written.stream().mapToInt(Rewrite::size).sum() <= Rewrites.MAX_PATTERNS
                ? Optional.of(List.of(Rewrite.either(written)))
                : Optional.empty();
    }

    /** A prefix and a suffix, without the texts in which the two overlap. */
    private static Optional<List<Rewrite>> bothEnds(RegexLanguage language) {
        Rewrite prefix = Rewrite.prefix(RequestDomain.HEADER, language.commonPrefix());
        Rewrite suffix = Rewrite.suffix(RequestDomain.HEADER, language.commonSuffix());
        RegexLanguage both = prefix.language().intersect(suffix.language());
        return both.minus(language)
                .enumerate(Rewrites.MAX_PATTERNS)
                .map(overlaps -> overlaps.isEmpty()
                        ? suffix
                        : suffix.without(Rewrite.prefixes(RequestDomain.HEADER, new FiniteCover(overlaps, List.of()))))
                .filter(last -> prefix.writable() && last.writable())
                .filter(last -> prefix.language().intersect(last.language()).equalTo(language) == Answer.YES)
                .map(last -> List.of(prefix, last));
    }
}
