package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegexCoverPropertiesTest {
    private static final int ENOUGH = 60;

    @Property(tries = 400)
    void coverByPrefixes_rebuilt_isTheLanguage(@ForAll("patterns") String pattern) {
        languages(pattern)
                .forEach(language -> check(
                        pattern,
                        language,
                        language.coverByPrefixes(ENOUGH),
                        text -> RegexLanguage.prefix(language.domain(), text),
                        String::startsWith));
    }

    @Property(tries = 400)
    void coverBySuffixes_rebuilt_isTheLanguage(@ForAll("patterns") String pattern) {
        languages(pattern)
                .forEach(language -> check(
                        pattern,
                        language,
                        language.coverBySuffixes(ENOUGH),
                        text -> RegexLanguage.suffix(language.domain(), text),
                        String::endsWith));
    }

    @Property(tries = 300)
    void alternatives_together_areTheLanguage(@ForAll("patterns") String pattern) {
        if (Regex.parse(pattern) instanceof RegexResult.Parsed parsed) {
            assertUnion(pattern, RequestDomain.PATH, RegexLanguage::ofPath, parsed.regex());
            assertUnion(pattern, RequestDomain.HEADER, RegexLanguage::ofHeader, parsed.regex());
        }
    }

    private static void assertUnion(
            String pattern, RequestDomain domain, Function<Regex, RegexLanguage> read, Regex regex) {
        RegexLanguage language = read.apply(regex);
        RegexLanguage union = regex.alternatives().stream()
                .map(read)
                .reduce(RegexLanguage.literal(domain, Set.of()), RegexLanguage::union);
        Answer equal = union.equalTo(language);
        Assume.that(equal != Answer.UNKNOWN);
        assertThat(equal).as(pattern).isEqualTo(Answer.YES);
    }

    private static List<RegexLanguage> languages(String pattern) {
        return Regex.parse(pattern) instanceof RegexResult.Parsed parsed
                ? List.of(RegexLanguage.ofPath(parsed.regex()), RegexLanguage.ofHeader(parsed.regex()))
                : List.of();
    }

    private interface Covers {
        boolean test(String text, String end);
    }

    private static void check(
            String pattern,
            RegexLanguage language,
            Optional<FiniteCover> cover,
            Function<String, RegexLanguage> open,
            Covers covers) {
        if (cover.isEmpty()) {
            // What can be listed is a cover, so that none is absent but for want of room.
            assertThat(language.enumerate(ENOUGH)).as(pattern).isEmpty();
            return;
        }
        FiniteCover found = cover.get();
        BinaryOperator<RegexLanguage> union = RegexLanguage::union;
        RegexLanguage rebuilt = found.open().stream()
                .map(open)
                .reduce(RegexLanguage.literal(language.domain(), Set.copyOf(found.whole())), union);
        assertThat(rebuilt.equalTo(language)).as(pattern).isEqualTo(Answer.YES);
        assertThat(found.size()).as(pattern).isLessThanOrEqualTo(ENOUGH);
        assertThat(found.whole()).as(pattern).isSorted().doesNotHaveDuplicates();
        assertThat(found.open()).as(pattern).isSorted().doesNotHaveDuplicates();
        for (String end : found.open()) {
            assertThat(found.whole()).as(pattern).noneMatch(text -> covers.test(text, end));
            assertThat(found.open())
                    .as(pattern)
                    .filteredOn(text -> covers.test(text, end))
                    .containsExactly(end);
            assertShortest(pattern, language, end, open, covers);
        }
    }

    /** One character less at the open side would let in what is not in the language. */
    private static void assertShortest(
            String pattern, RegexLanguage language, String end, Function<String, RegexLanguage> open, Covers covers) {
        if (!end.isEmpty()) {
            String first = end.substring(1);
            String last = end.substring(0, end.length() - 1);
            String shorter = covers.test(end, last) ? last : first;
            assertThat(open.apply(shorter).isContainedIn(language))
                    .as(pattern + " without the end of " + end)
                    .isEqualTo(Answer.NO);
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> literals =
                Arbitraries.of("/a", "/b", "/a/b", "/", "/a.css", "/ab", "/b/", "a", "ab", "b.css");
        Arbitrary<String> some = Combinators.combine(
                        Arbitraries.of("", "", ".*", "/.*", "^"),
                        literals,
                        Arbitraries.of("", "$", "(/.*)?$", "/", "[0-4]$", ".*", "{0,2}$"))
                .as((start, middle, end) -> start + middle + end);
        Arbitrary<String> unions = some.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("|", parts));
        return Arbitraries.oneOf(List.of(unions, unions, unions, Patterns.wellFormed(), Patterns.paths()));
    }
}
