package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegexLanguagePropertiesTest {

    private static final RegexLanguage PATHS = RegexLanguage.everything(RequestDomain.PATH);

    /** A pattern as a language, next to re2j's opinion. */
    private record Asked(String pattern, RegexLanguage language, Predicate<String> oracle) {

        static Optional<Asked> path(String pattern) {
            return Regex.parse(pattern) instanceof RegexResult.Parsed parsed
                    ? Optional.of(new Asked(pattern, RegexLanguage.ofPath(parsed.regex()), pathOracle(pattern)))
                    : Optional.empty();
        }

        private static Predicate<String> pathOracle(String pattern) {
            Pattern compiled = Pattern.compile("^(?:" + pattern + ")");
            return text -> NormalPaths.isNormal(text) && compiled.matcher(text).find();
        }

        static Optional<Asked> header(String pattern) {
            return Regex.parse(pattern) instanceof RegexResult.Parsed parsed
                    ? Optional.of(new Asked(pattern, RegexLanguage.ofHeader(parsed.regex()), headerOracle(pattern)))
                    : Optional.empty();
        }

        private static Predicate<String> headerOracle(String pattern) {
            Pattern compiled = Pattern.compile(pattern);
            return text -> !text.startsWith(" ") && !text.endsWith(" ") && compiled.matches(text);
        }
    }

    @Property(tries = 500)
    void ofPath_sampledTexts_agreeWithRe2(@ForAll("patterns") String pattern, @ForAll("texts") List<String> texts) {
        Asked.path(pattern).ifPresent(asked -> check(asked, paths(pattern, texts)));
    }

    @Property(tries = 250)
    void ofHeader_sampledTexts_agreeWithRe2(@ForAll("wellFormed") String pattern, @ForAll("texts") List<String> texts) {
        Asked.header(pattern)
                .ifPresent(asked -> check(
                        asked,
                        Stream.concat(texts.stream(), Patterns.bent(pattern).stream())
                                .toList()));
    }

    private static void check(Asked asked, List<String> texts) {
        RegexLanguage language = asked.language;
        Assume.that(language.isEmpty() != Answer.UNKNOWN);
        Optional<List<String>> few = language.enumerate(50);
        String prefix = language.commonPrefix();
        String suffix = language.commonSuffix();
        for (String text : texts) {
            boolean member = asked.oracle.test(text);
            assertThat(language.contains(text))
                    .as(asked.pattern + " on " + text)
                    .isEqualTo(Answer.of(member));
            if (member) {
                assertThat(text).as(asked.pattern).startsWith(prefix).endsWith(suffix);
                few.ifPresent(all -> assertThat(all).contains(text));
            }
        }
        language.example().ifPresent(text -> assertThat(asked.oracle).accepts(text));
        few.ifPresent(all -> {
            assertThat(asked.oracle).as(asked.pattern).acceptsAll(all);
            assertThat(all).isSorted().doesNotHaveDuplicates();
            assertThat(suffix).isEqualTo(longestSuffix(all));
            assertThat(prefix).isEqualTo(longestPrefix(all));
        });
    }

    private static String longestPrefix(List<String> all) {
        String prefix = all.isEmpty() ? "" : all.get(0);
        while (!all.stream().allMatch(prefix.isEmpty() ? text -> true : startsWith(prefix))) {
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        return prefix;
    }

    private static Predicate<String> startsWith(String prefix) {
        return text -> text.startsWith(prefix);
    }

    private static String longestSuffix(List<String> all) {
        List<String> backwards = all.stream()
                .map(text -> new StringBuilder(text).reverse().toString())
                .toList();
        return new StringBuilder(longestPrefix(backwards)).reverse().toString();
    }

    @Property(tries = 350)
    void relations_ofTwoPatterns_areNeverContradicted(
            @ForAll("patterns") String pattern,
            @ForAll("patterns") String unrelated,
            @ForAll("changes") String change,
            @ForAll("texts") List<String> texts) {
        String other = change.isEmpty() ? unrelated : change.replace("RE", "(?:" + pattern + ")");
        Optional<Asked> first = Asked.path(pattern);
        Optional<Asked> second = Asked.path(other);
        if (first.isPresent() && second.isPresent()) {
            checkPair(first.get(), second.get(), paths(pattern, texts));
        }
    }

    private static void checkPair(Asked first, Asked second, List<String> texts) {
        String about = first.pattern + " and " + second.pattern;
        Answer contained = first.language.isContainedIn(second.language);
        Answer overlapping = first.language.overlaps(second.language);
        Answer equal = first.language.equalTo(second.language);
        Assume.that(equal != Answer.UNKNOWN && overlapping != Answer.UNKNOWN && contained != Answer.UNKNOWN);
        assertThat(equal).as(about).isEqualTo(contained.and(second.language.isContainedIn(first.language)));
        for (String text : texts) {
            boolean inFirst = first.oracle.test(text);
            boolean inSecond = second.oracle.test(text);
            assertThat(inFirst && !inSecond && contained == Answer.YES)
                    .as(about)
                    .isFalse();
            assertThat(inFirst != inSecond && equal == Answer.YES).as(about).isFalse();
            assertThat(inFirst && inSecond && overlapping == Answer.NO)
                    .as(about)
                    .isFalse();
        }
        Optional<String> difference = first.language.exampleOfDifference(second.language);
        assertThat(Answer.of(difference.isPresent())).as(about).isEqualTo(contained.negated());
        difference.ifPresent(text -> assertThat(first.oracle.test(text) && !second.oracle.test(text))
                .as(about)
                .isTrue());
        Optional<String> common = first.language.intersect(second.language).example();
        assertThat(Answer.of(common.isPresent())).as(about).isEqualTo(overlapping);
        common.ifPresent(text -> assertThat(first.oracle.test(text) && second.oracle.test(text))
                .as(about)
                .isTrue());
    }

    @Property(tries = 120)
    void operations_ofTwoPatterns_obeyTheLaws(@ForAll("patterns") String pattern, @ForAll("patterns") String other) {
        Optional<Asked> first = Asked.path(pattern);
        Optional<Asked> second = Asked.path(other);
        if (first.isPresent() && second.isPresent()) {
            RegexLanguage a = first.get().language;
            RegexLanguage b = second.get().language;
            String about = pattern + " and " + other;
            Assume.that(a.union(b).isEmpty() != Answer.UNKNOWN);
            assertEqual(PATHS.minus(a.union(b)), PATHS.minus(a).intersect(PATHS.minus(b)), about);
            assertEqual(PATHS.minus(a.intersect(b)), PATHS.minus(a).union(PATHS.minus(b)), about);
            assertEqual(a.minus(b), a.intersect(PATHS.minus(b)), about);
            assertEqual(a.union(b), b.union(a.minus(b)), about);
            assertEqual(PATHS.minus(PATHS.minus(a)), a, about);
            assertThat(a.intersect(b).isContainedIn(a)).as(about).isEqualTo(Answer.YES);
            assertThat(a.isContainedIn(a.union(b))).as(about).isEqualTo(Answer.YES);
            assertThat(a.minus(b).overlaps(b)).as(about).isEqualTo(Answer.NO);
            assertThat(a.isEverything()).as(about).isEqualTo(PATHS.minus(a).isEmpty());
        }
    }

    private static void assertEqual(RegexLanguage one, RegexLanguage other, String about) {
        assertThat(one.equalTo(other)).as(about).isEqualTo(Answer.YES);
    }

    @Property(tries = 300)
    void ofPath_printedPattern_isTheSame(@ForAll("patterns") String pattern) {
        Asked.path(pattern).ifPresent(asked -> {
            Assume.that(asked.language.isEmpty() != Answer.UNKNOWN);
            String printed = Parsing.accepted(pattern).print();
            assertEqual(asked.language, Asked.path(printed).orElseThrow().language, pattern);
            Regex regex = Parsing.accepted(pattern);
            regex.openLiteral()
                    .ifPresent(prefix ->
                            assertEqual(asked.language, RegexLanguage.prefix(RequestDomain.PATH, prefix), pattern));
        });
    }

    /** Paths of the text and of the pattern, with pieces among them that normalisation would change. */
    private static List<String> paths(String pattern, List<String> texts) {
        Stream<String> bent = Patterns.bent(pattern).stream().flatMap(text -> Stream.of(text, text + "/x"));
        return Stream.concat(texts.stream(), bent)
                .flatMap(text -> Stream.of(text, "/" + text, "/a" + text, "/" + text.replace("s", "%2F")))
                .toList();
    }

    @Provide
    Arbitrary<String> wellFormed() {
        return Patterns.wellFormed();
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> behindSlash = Combinators.combine(
                        Arbitraries.of("/", "/a", "/?", "^/", "(?i)/", "[/a]"), Patterns.wellFormed())
                .as((start, rest) -> start + "(?:" + rest + ")");
        Arbitrary<String> ended = Combinators.combine(behindSlash, Arbitraries.of("", "$", "\\z", "\\b", "(/.*)?$"))
                .as(String::concat);
        return Arbitraries.oneOf(List.of(ended, ended, ended, Patterns.wellFormed(), Patterns.paths()));
    }

    @Provide
    Arbitrary<String> changes() {
        return Arbitraries.of(
                "", "", "RE", "RE.*", "RE$", "RE.+", "RE\\b", "(?i)RE", "RE|/b", "RE?", "RE{1,2}", "/?RE");
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Patterns.texts();
    }
}
