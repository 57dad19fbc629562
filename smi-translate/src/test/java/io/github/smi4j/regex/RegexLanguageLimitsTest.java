package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexLanguageLimitsTest {

    private static final Duration QUICK = Duration.ofSeconds(3);

    private static RegexLanguage path(String pattern) {
        return RegexLanguage.ofPath(Parsing.accepted(pattern));
    }

    private static RegexLanguage header(String pattern) {
        return RegexLanguage.ofHeader(Parsing.accepted(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|b)*a(a|b){20}",
                "/.*a.{15}$",
                "(?:.?){1000}/a.*(?:.?){1000}z",
                "(?:.*[a-z].*|.*[A-Z].*){100}$",
                "/(?:a?){1000}a{1000}$",
                "/(?:.{0,9}a){30}$",
                ".*(?:ab?c|x?y){500}$"
            })
    void build_pastTheBound_isUnknown(String pattern) {
        Assertions.assertTimeout(QUICK, () -> {
            RegexLanguage unknown = pattern.startsWith("(a") ? header(pattern) : path(pattern);
            assertAllUnknown(unknown);
            RegexLanguage all = RegexLanguage.everything(unknown.domain());
            assertAllUnknown(unknown.union(unknown).intersect(all));
            assertAllUnknown(all.minus(unknown));
        });
    }

    private static void assertAllUnknown(RegexLanguage unknown) {
        RegexLanguage all = RegexLanguage.everything(unknown.domain());
        assertThat(Stream.of(
                        unknown.isEmpty(),
                        unknown.isEverything(),
                        unknown.isFinite(),
                        unknown.equalTo(all),
                        unknown.isContainedIn(all),
                        all.isContainedIn(unknown),
                        unknown.overlaps(all),
                        unknown.contains("/")))
                .containsOnly(Answer.UNKNOWN);
        assertThat(unknown.contains("\t")).isEqualTo(Answer.NO);
        assertThat(unknown.enumerate(1)).isEmpty();
        assertThat(unknown.example()).isEmpty();
        assertThat(unknown.exampleOfDifference(all)).isEmpty();
        assertThat(unknown.commonPrefix() + unknown.commonSuffix()).isEmpty();
        assertThat(unknown).hasToString(unknown.domain() + " language, unknown");
    }

    @ParameterizedTest
    @MethodSource("large")
    void build_largePattern_isQuick(String pattern) {
        Assertions.assertTimeout(QUICK, () -> {
            for (RegexLanguage language : List.of(path(pattern), header(pattern))) {
                assertThat(language.isEmpty()).isNotNull();
                assertThat(language.isFinite()).isNotNull();
                assertThat(language.isEverything()).isNotNull();
                language.enumerate(100).ifPresent(all -> assertThat(all).hasSizeLessThanOrEqualTo(100));
                assertThat(language.commonPrefix()).isNotNull();
                assertThat(language.commonSuffix()).isNotNull();
            }
        });
    }

    static Stream<String> large() {
        String deep = "x|(?:y".repeat(Regex.MAX_NESTING) + "(?i)k" + ")*".repeat(Regex.MAX_NESTING);
        String plus = "/" + "(".repeat(Regex.MAX_NESTING) + "a" + ")+".repeat(Regex.MAX_NESTING);
        return Stream.of(
                "/" + "a".repeat(4095),
                "a*".repeat(2048),
                "(?i)/" + "a.".repeat(2000),
                "/" + "[a-z]*[b-y]*".repeat(300),
                "|".repeat(4095),
                "(?:" + "|".repeat(4000) + "){1000}$",
                deep,
                deep.repeat(4) + "$",
                plus,
                "(?:" + "(?:|".repeat(50) + "a" + ")*".repeat(50) + "){1000}$",
                "(?:\\b|\\B|^|$|a)*".repeat(250) + "$",
                "((a{0,9}){0,9}b{0,9}){0,9}$",
                "/[a-z0-9]{1,900}$",
                ".*x{1000}$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/(a|b)*a(a|b){11}$", "/[a-z]{1,900}$", "/a{1000}", ".*x{600}$", "/.{600}$", "(?:.*/a){50}"})
    void build_belowTheBound_isKnown(String pattern) {
        RegexLanguage language = path(pattern);
        assertThat(language.isEmpty()).isEqualTo(Answer.NO);
        assertThat(language.equalTo(path("(?:" + pattern + ")"))).isEqualTo(Answer.YES);
        assertThat(language.contains(language.example().orElseThrow())).isEqualTo(Answer.YES);
    }

    @Test
    void literal_manyTexts_isListedAgain() {
        Set<String> texts =
                IntStream.range(0, 1000).mapToObj(index -> "/p" + index).collect(Collectors.toSet());
        RegexLanguage language = RegexLanguage.literal(RequestDomain.PATH, texts);
        assertThat(language.enumerate(1000)).contains(texts.stream().sorted().toList());
        assertThat(language.enumerate(999)).isEmpty();
    }

    @Test
    void literal_pastTheBound_isUnknown() {
        Set<String> texts = Set.of("/" + "a".repeat(RegexLanguage.MAX_STATES));
        assertAllUnknown(RegexLanguage.literal(RequestDomain.PATH, texts));
    }

    @Test
    void union_pastTheBound_isUnknown() {
        RegexLanguage first = path("/(?:a{101})*$");
        RegexLanguage other = path("/(?:a{103})*$");
        assertThat(first.isEmpty()).isEqualTo(Answer.NO);
        assertThat(other.isEmpty()).isEqualTo(Answer.NO);
        assertAllUnknown(first.union(other));
        assertThat(first.isContainedIn(first)).isEqualTo(Answer.YES);
    }
}
