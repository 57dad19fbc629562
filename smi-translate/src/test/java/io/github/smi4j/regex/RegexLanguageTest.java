package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexLanguageTest {

    private static final String SEGMENT = "[A-Za-z0-9\\-._~%!$&'()+,;:@=]+";

    private static RegexLanguage path(String pattern) {
        return RegexLanguage.ofPath(Parsing.accepted(pattern));
    }

    private static RegexLanguage header(String pattern) {
        return RegexLanguage.ofHeader(Parsing.accepted(pattern));
    }

    @ParameterizedTest
    @EnumSource(RequestDomain.class)
    void prefixesAndSuffixes_ofNone_areEmpty(RequestDomain domain) {
        assertThat(RegexLanguage.prefixes(domain, Set.of()).isEmpty()).isEqualTo(Answer.YES);
        assertThat(RegexLanguage.suffixes(domain, Set.of()).isEmpty()).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "/a,/a*",
        "/a.*,/a*",
        "/a$,/a",
        "/a(/.*)?$,/a /a/*",
        "/a(/.*)?,/a*",
        "/a(/|$),/a /a/*",
        "/a/[^/]+,/a/* !/a/ !/a//*",
        "/a/[^/],/a/* !/a/ !/a//*",
        "/a.+,/a* !/a",
        "/a.,/a* !/a",
        ".*,/*",
        "/?,/*",
        ".*\\.png$,*.png",
        "/.*\\.png$,*.png",
        "/.*/x$,*/x !/x",
        ".*/x$,*/x",
        "/(a|b)$,/a /b",
        "/a|/b,/a* /b*",
        "/a|/b$,/a* /b",
        "/ab|/a,/a*",
        "/v[12]$,/v1 /v2",
        "/ab?$,/a /ab",
        "/(?i)ab$,/ab /aB /Ab /AB",
        "(?i)/a,/a* /A*",
        "(?:^|x)/a,/a*",
        "(?m)^/a$,/a",
        "/a\\b$,/a",
        "/%2F,/%2F*",
        "/%,/%*",
        "/\\.,/.*",
        "/\\.\\.\\.$,/...",
        "(/a|/b|.*/c)$,/a /b */c"
    })
    void equalTo_candidateOfMesh_isProved(String pattern, String candidate) {
        assertThat(path(pattern).equalTo(Candidates.path(candidate))).isEqualTo(Answer.YES);
        assertThat(Candidates.path(candidate).equalTo(path(pattern))).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "/a,/a",
        "/a$,/a*",
        "/a(/.*)?$,/a*",
        "/a/[^/]+,/a/*",
        "/a/[^/]+$,/a/* !/a/ !/a//*",
        "/a\\b,/a*",
        "/a\\b,/a /a/*",
        ".*x,*x",
        "/.*/x$,*/x",
        "(?i)/a,/a*",
        "/a|/b$,/a* /b*"
    })
    void equalTo_otherCandidate_isRefuted(String pattern, String candidate) {
        assertThat(path(pattern).equalTo(Candidates.path(candidate))).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "/a\\b,/a(?:\\W.*)?$",
        "/a\\B,/a\\w",
        "/a\\b/,/a/",
        "/a/\\b,/a/\\w",
        "\\B/a,/a",
        "/(?:a|b^c)d,/ad",
        "/(?:a|b$c)d,/ad",
        "/(a|b)*$,/[ab]*$",
        "/(?:a*b*)*c,/[ab]*c",
        "/(?:a{2}){0}b,/b",
        "/a{2}(?:a{3})?$,/aa(aaa|)$",
        "(?m)/a$,/a$",
        "/[^?]*$,/.*",
        "/[^#]*$,.*",
        "/%2[fF],/%2F",
        "/%[A-Fa-f0-9]{2}$,/%[A-F0-9]{2}$"
    })
    void equalTo_samePathsWrittenOtherwise_isYes(String pattern, String other) {
        assertThat(path(pattern).equalTo(path(other))).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "/a^b",
                "/$a",
                "\\b/",
                "/a/\\.\\./b",
                "/a/\\./",
                "/\\.\\.?$",
                "/%2f",
                "/%41",
                "/%7[Ee]",
                "/a\\?",
                "/#",
                "/\\\\",
                "/\\t",
                "/é",
                "/a\\b\\B",
                "[^/]",
                "x+/"
            })
    void isEmpty_noPathMatches_isYes(String pattern) {
        assertThat(path(pattern).isEmpty()).isEqualTo(Answer.YES);
        assertThat(path(pattern).isFinite()).isEqualTo(Answer.YES);
        assertThat(path(pattern).enumerate(0)).contains(List.of());
        assertThat(path(pattern).example()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", ".*", "/?", "^", "[/-:]", ".", "(a|/|b)", "\\B", ".+$", "/[^?#\\\\]*$", "x*"})
    void isEverything_everyPathMatches_isYes(String pattern) {
        assertThat(path(pattern).isEverything()).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.", "/.+", "/$", "[^a]*$", "a*$", "/[^/]", "\\b.*", "/[ -z]*$", "a"})
    void isEverything_somePathDoesNot_isNo(String pattern) {
        assertThat(path(pattern).isEverything()).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "lit,lit,YES",
                "lit.*,lit*,YES",
                ".*lit,*lit,YES",
                ".*,*,YES",
                "a|b.*,a b*,YES",
                ".+,* !'',YES",
                "(?i)ok,ok oK Ok OK,YES",
                "a ?,a,YES",
                "\" *a *\",a,YES",
                "\"\",'',YES",
                "[^ ]?.*,*,YES",
                ".*x.*,*x x*,NO",
                "a.*b,a* !*c,NO",
                "lit,lit*,NO"
            })
    void equalTo_candidateForHeader_isDecided(String pattern, String candidate, Answer answer) {
        assertThat(header(pattern).equalTo(Candidates.header(candidate))).isEqualTo(answer);
    }

    @Test
    void equalTo_prefixAndSuffixWithoutTheirOverlaps_isYes() {
        RegexLanguage both = Candidates.header("aba*").intersect(Candidates.header("*aba"));
        assertThat(header("aba.*aba").equalTo(both)).isEqualTo(Answer.NO);
        assertThat(both.minus(header("aba.*aba")).enumerate(9)).contains(List.of("aba", "ababa"));
        assertThat(header("aba.*aba").equalTo(both.minus(Candidates.header("aba ababa"))))
                .isEqualTo(Answer.YES);
    }

    @Test
    void isContainedIn_templateOfWholeSegment_isNarrower() {
        RegexLanguage template = path("/a/" + SEGMENT + "/b$");
        RegexLanguage asked = path("/a/[^/]+/b$");
        assertThat(template.isContainedIn(asked)).isEqualTo(Answer.YES);
        assertThat(asked.isContainedIn(template)).isEqualTo(Answer.NO);
        assertThat(asked.exampleOfDifference(template)).contains("/a/ /b");
        assertThat(template.exampleOfDifference(asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a,/ab,YES",
        "/a$,/ab,NO",
        "/a\\b,/a\\B,NO",
        "/a\\b,/a\\w,NO",
        "/[ab]*$,/[bc]*$,YES",
        "/[ab]+$,/[cd]+$,NO",
        "/a/[^/]+$,/a/.*/b,NO",
        "/(?i)a,/(?-i)A,YES",
        "/a,b,NO"
    })
    void overlaps_twoPatterns_isDecided(String pattern, String other, Answer answer) {
        assertThat(path(pattern).overlaps(path(other))).isEqualTo(answer);
    }

    @Test
    void enumerate_finiteLanguage_isSorted() {
        RegexLanguage language = path("/(?:[ba]{2}|\\.{1,3}|c?)$");
        assertThat(language.enumerate(7)).contains(List.of("/", "/...", "/aa", "/ab", "/ba", "/bb", "/c"));
        assertThat(language.enumerate(6)).isEmpty();
        assertThat(language.isFinite()).isEqualTo(Answer.YES);
        assertThat(header("(?:a|b|)").enumerate(3)).contains(List.of("", "a", "b"));
    }

    @Test
    void enumerate_negativeMaximum_throws() {
        RegexLanguage language = path("/a$");
        assertThatThrownBy(() -> language.enumerate(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void enumerate_oneCharacterOfSegment_leavesOutWhatIsNoPath() {
        List<String> paths = path("/a/.$").enumerate(95).orElseThrow();
        assertThat(paths).hasSize(91).contains("/a/%", "/a//", "/a/ ").doesNotContain("/a/.", "/a/?", "/a/#", "/a/\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a*$", "/[^/]+$", "/(?:ab)*$", ".*x$", "/.{2,}"})
    void isFinite_infiniteLanguage_isNo(String pattern) {
        assertThat(path(pattern).isFinite()).isEqualTo(Answer.NO);
        assertThat(path(pattern).enumerate(Integer.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a.+,'/a '",
        "/b|/a,/a",
        "/aa|/b$,/b",
        ".*,/",
        "/\\.+$,/...",
        "/(?:b|a){2},/aa",
        "/a/\\.\\.,'/a/.. '",
        "/%[a-f],/%a",
        "/%[a-f].,'/%a '"
    })
    void example_always_isShortestThenSmallest(String pattern, String example) {
        assertThat(path(pattern).example()).contains(example);
        assertThat(path(pattern).contains(example)).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v[12],/api/v,''",
        "/api,/api,''",
        "/a|/b,/,''",
        "/a$,/a,/a",
        "/x(?:ab)*c$,/x,c",
        ".*\\.(?:jpg|jpeg)$,/,g",
        "/(?:a|b)cd$,/,cd",
        "(?i)/A/b$,/,''",
        "/aa*$,/a,a",
        "/(?:/a)*$,/,''",
        "/a\\b-x$,/a-x,/a-x",
        "a,'',''"
    })
    void commonEnds_always_areLongest(String pattern, String prefix, String suffix) {
        assertThat(path(pattern).commonPrefix()).isEqualTo(prefix);
        assertThat(path(pattern).commonSuffix()).isEqualTo(suffix);
    }

    @Test
    void literal_outsideTheDomain_isLeftOut() {
        RegexLanguage language = RegexLanguage.literal(RequestDomain.PATH, Set.of("/a", "/a/../b", "b", "/é", ""));
        assertThat(language.enumerate(5)).contains(List.of("/a"));
        assertThat(RegexLanguage.literal(RequestDomain.HEADER, Set.of("\uD800", " a"))
                        .isEmpty())
                .isEqualTo(Answer.YES);
    }

    @Test
    void contains_textOutsideTheDomain_isNo() {
        RegexLanguage all = RegexLanguage.everything(RequestDomain.PATH);
        assertThat(all.contains("/a/../b")).isEqualTo(Answer.NO);
        assertThat(all.contains("/a?b")).isEqualTo(Answer.NO);
        assertThat(all.contains("/a//b")).isEqualTo(Answer.YES);
        assertThat(all.domain()).isEqualTo(RequestDomain.PATH);
    }

    @Test
    void union_ofTwoDomains_throws() {
        RegexLanguage paths = path("/a");
        RegexLanguage values = header("/a");
        assertThatThrownBy(() -> paths.union(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Languages of PATH and of HEADER have no strings to compare; build both for one domain.");
        assertThatThrownBy(() -> paths.isContainedIn(values)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> values.overlaps(paths)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toString_always_namesDomainAndExample() {
        assertThat(path("/a")).hasToString("PATH language, with /a");
        assertThat(header("a^")).hasToString("HEADER language, empty");
    }
}
