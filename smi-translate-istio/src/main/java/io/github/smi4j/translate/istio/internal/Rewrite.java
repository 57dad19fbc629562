package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.FiniteCover;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Texts as an AuthorizationPolicy says them: whole ones, {@code prefix*}, {@code *suffix}, and {@code *} for any, without
 * those of a second list. It knows what it means, so that this can be compared with what it stands for.
 *
 * @param values the patterns, of which one must match
 * @param notValues the patterns, of which none may match
 * @param language what both lists mean together
 * @param writable whether Istio takes the stars of every pattern as they are meant
 */
record Rewrite(List<String> values, List<String> notValues, RegexLanguage language, boolean writable) {
    static final String ANY = "*";

    Rewrite {
        values = List.copyOf(values);
        notValues = List.copyOf(notValues);
    }

    /** Every text. */
    static Rewrite any(RequestDomain domain) {
        return new Rewrite(List.of(ANY), List.of(), RegexLanguage.everything(domain), true);
    }

    /** Whole texts and prefixes. A star at the end makes a prefix of what is before it, unless one is at the start. */
    static Rewrite prefixes(RequestDomain domain, FiniteCover cover) {
        return of(
                cover,
                prefix -> prefix + ANY,
                prefix -> !prefix.startsWith(ANY),
                RegexLanguage.literal(domain, Set.copyOf(cover.whole()))
                        .union(RegexLanguage.prefixes(domain, Set.copyOf(cover.open()))));
    }

    /** Whole texts and suffixes. A star at the start makes a suffix of what follows. */
    static Rewrite suffixes(RequestDomain domain, FiniteCover cover) {
        return of(
                cover,
                suffix -> ANY + suffix,
                suffix -> !suffix.endsWith(ANY),
                RegexLanguage.literal(domain, Set.copyOf(cover.whole()))
                        .union(RegexLanguage.suffixes(domain, Set.copyOf(cover.open()))));
    }

    private static Rewrite of(
            FiniteCover cover, UnaryOperator<String> pattern, Predicate<String> isWritable, RegexLanguage language) {
        List<String> patterns = Stream.concat(
                        cover.whole().stream(), cover.open().stream().map(pattern))
                .sorted()
                .toList();
        boolean writable = cover.whole().stream().allMatch(Rewrite::isWhole)
                && cover.open().stream().allMatch(isWritable);
        return new Rewrite(patterns, List.of(), language, writable);
    }

    /** The texts that begin with one; all for the empty one. */
    static Rewrite prefix(RequestDomain domain, String prefix) {
        return prefix.isEmpty() ? any(domain) : prefixes(domain, new FiniteCover(List.of(), List.of(prefix)));
    }

    /** The texts that end with one; all for the empty one. */
    static Rewrite suffix(RequestDomain domain, String suffix) {
        return suffix.isEmpty() ? any(domain) : suffixes(domain, new FiniteCover(List.of(), List.of(suffix)));
    }

    /** The texts of any of several rewrites, none of which has exceptions. */
    static Rewrite either(List<Rewrite> rewrites) {
        if (rewrites.stream().anyMatch(rewrite -> !rewrite.notValues.isEmpty())) {
            throw new IllegalArgumentException("exceptions are for all values");
        }
        return new Rewrite(
                rewrites.stream()
                        .flatMap(rewrite -> rewrite.values.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                List.of(),
                rewrites.stream()
                        .map(Rewrite::language)
                        .reduce(RegexLanguage::union)
                        .orElseThrow(),
                rewrites.stream().allMatch(Rewrite::writable));
    }

    /** A whole text that begins or ends with a star would be a pattern; an empty one is refused. */
    private static boolean isWhole(String text) {
        return !text.isEmpty() && !text.startsWith(ANY) && !text.endsWith(ANY);
    }

    /** The same without the texts of another. */
    Rewrite without(Rewrite others) {
        List<String> not =
                Stream.concat(notValues.stream(), others.values.stream()).toList();
        return new Rewrite(values, not, language.minus(others.language), writable && others.writable);
    }

    /** Whether it means exactly this. */
    boolean means(RegexLanguage other) {
        return language.equalTo(other) == Answer.YES;
    }

    /** Whether it is every text. */
    boolean isAny() {
        return values.contains(ANY) && notValues.isEmpty();
    }

    /** How many patterns it takes. */
    int size() {
        return values.size() + notValues.size();
    }

    /** All patterns. */
    Stream<String> patterns() {
        return Stream.concat(values.stream(), notValues.stream());
    }
}
