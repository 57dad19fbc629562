package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages as finitely many strings, beginnings and endings. */
class RegexCoverTest {
    private static final int ENOUGH = 100;

    private static RegexLanguage path(String pattern) {
        return RegexLanguage.ofPath(Parsing.accepted(pattern));
    }

    private static RegexLanguage header(String pattern) {
        return RegexLanguage.ofHeader(Parsing.accepted(pattern));
    }

    /** {@code whole|open}. */
    private static String text(Optional<FiniteCover> cover) {
        return cover.map(c -> String.join(" ", c.whole()) + "|" + String.join(" ", c.open()))
                .orElse("absent");
    }

    @ParameterizedTest
    @CsvSource({
        "'/a$|/b', '/a|/b'",
        "'/a', '|/a'",
        "'/a(/.*)?$', '/a|/a/'",
        "'/(a|b)/', '|/a/ /b/'",
        "'/a|/ab|/abc$', '|/a'",
        "'/a$|/ab', '/a|/ab'",
        "'/a/[0-2]$', '/a/0 /a/1 /a/2|'",
        "'/v[0-9]/', '|/v0/ /v1/ /v2/ /v3/ /v4/ /v5/ /v6/ /v7/ /v8/ /v9/'",
        "'/$', '/|'",
        "'(?i)/a', '|/A /a'"
    })
    void coverByPrefixes_ofAFiniteCover_isAsShortAsCanBe(String pattern, String cover) {
        assertThat(text(path(pattern).coverByPrefixes(ENOUGH))).isEqualTo(cover);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.*b", "/a+$", "/[a-c]*x", "/(a/)*b$"})
    void coverByPrefixes_ofInfinitelyMany_isAbsent(String pattern) {
        assertThat(path(pattern).coverByPrefixes(ENOUGH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".*", "/", "/?", "(/.*)?"})
    void coverByPrefixes_ofEverything_isTheEmptyBeginning(String pattern) {
        assertThat(path(pattern).isEverything()).isEqualTo(Answer.YES);
        assertThat(path(pattern).coverByPrefixes(1)).contains(new FiniteCover(List.of(), List.of("")));
        assertThat(RegexLanguage.everything(RequestDomain.HEADER).coverBySuffixes(1))
                .contains(new FiniteCover(List.of(), List.of("")));
    }

    @ParameterizedTest
    @CsvSource({
        "'.*\\.css$|.*\\.js$', '|.css .js'",
        "'.*\\.(css|js)$', '|.css .js'",
        "'.*a$|b$', 'b|a'",
        "'abc', 'abc|'",
        "'.*', '|'",
        "'.*b|ab', '|b'",
        "'(a|.*c)', 'a|c'"
    })
    void coverBySuffixes_ofHeaderValues_isAsShortAsCanBe(String pattern, String cover) {
        assertThat(text(header(pattern).coverBySuffixes(ENOUGH))).isEqualTo(cover);
    }

    @Test
    void coverBySuffixes_ofPaths_leavesOutWhatNoPathHas() {
        assertThat(text(path("/.*\\.css$").coverBySuffixes(ENOUGH))).isEqualTo("|.css");
        assertThat(text(path("/.*b$").coverBySuffixes(ENOUGH))).isEqualTo("|b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.*", "a+b", "[^a]*b", ".*a.*"})
    void coverBySuffixes_ofInfinitelyMany_isAbsent(String pattern) {
        assertThat(header(pattern).coverBySuffixes(ENOUGH)).isEmpty();
    }

    @Test
    void covers_ofTheEmptyLanguage_haveNothing() {
        RegexLanguage empty = RegexLanguage.literal(RequestDomain.PATH, Set.of());

        assertThat(empty.coverByPrefixes(0)).contains(new FiniteCover(List.of(), List.of()));
        assertThat(empty.coverBySuffixes(0)).contains(new FiniteCover(List.of(), List.of()));
        assertThat(path("a").coverByPrefixes(0)).contains(new FiniteCover(List.of(), List.of()));
    }

    @Test
    void covers_atTheLimit_areThere() {
        assertThat(path("/v[0-9]/").coverByPrefixes(10)).isPresent();
        assertThat(path("/v[0-9]/").coverByPrefixes(9)).isEmpty();
        assertThat(path("/a$|/b").coverByPrefixes(2)).map(FiniteCover::size).contains(2);
        assertThat(path("/a$|/b").coverByPrefixes(1)).isEmpty();
        assertThat(path("/a").coverByPrefixes(0)).isEmpty();
        assertThat(header("[ab]|.*c").coverBySuffixes(3)).isPresent();
        assertThat(header("[ab]|.*c").coverBySuffixes(2)).isEmpty();
    }

    @Test
    void covers_ofAHugeLanguage_stopAtTheLimit() {
        assertThat(path("/[a-z]{40}$").coverByPrefixes(1000)).isEmpty();
        assertThat(path("/[a-z]{40}$").coverBySuffixes(1000)).isEmpty();
    }

    @Test
    void covers_ofANegativeLimit_areRefused() {
        assertThatThrownBy(() -> path("/a").coverByPrefixes(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of strings is negative: -1");
        assertThatThrownBy(() -> path("/a").coverBySuffixes(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"/a|/b, '/a /b'", "(/a|/b), '/a /b'", "/a, /a", "/(a|b), /(a|b)", "a|b|c, 'a b c'"})
    void alternatives_ofAnExpression_areThoseAtTheTop(String pattern, String alternatives) {
        RegexLanguage union = Parsing.accepted(pattern).alternatives().stream()
                .map(RegexLanguage::ofHeader)
                .reduce(RegexLanguage.literal(RequestDomain.HEADER, Set.of()), RegexLanguage::union);

        assertThat(union.equalTo(header(pattern))).isEqualTo(Answer.YES);
        assertThat(Parsing.accepted(pattern).alternatives()).hasSize(alternatives.split(" ").length);
    }
}
