package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexQuestionsTest {

    @ParameterizedTest
    @CsvSource({
        "/api,/api",
        "^/api$,/api",
        "\\A/api\\z,/api",
        "(?m)^/api$,/api",
        "/v1\\.0,/v1.0",
        "[/]a,/a",
        "(a)(b),ab",
        "(?i)/7,/7",
        "'',''",
        "^$,''"
    })
    void literal_ofOneString_isIt(String pattern, String literal) {
        assertThat(Parsing.accepted(pattern).literal()).contains(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)a", "a.", "a*", "a|b", "a^b", "$a", "\\ba", "[ab]", "a?"})
    void literal_ofOtherSet_isAbsent(String pattern) {
        assertThat(Parsing.accepted(pattern).literal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api,/api",
        "^/api,/api",
        "/api.*,/api",
        "/api/.*,/api/",
        "/api/(.*),/api/",
        "/api.*$,/api",
        "/api/?,/api",
        "/api(/.*)?,/api",
        "(?i)/,/",
        "'',''",
        ".*,''",
        "^.*$,''"
    })
    void openLiteral_ofPrefix_isIt(String pattern, String prefix) {
        assertThat(Parsing.accepted(pattern).openLiteral()).contains(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api$", "/api.+", "/api\\z", "/api\\b", "(?i)/api", "/a|/b", "a^", "^$", "/api/?$", "a.*b"})
    void openLiteral_ofOtherSet_isAbsent(String pattern) {
        assertThat(Parsing.accepted(pattern).openLiteral()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".*", "^.*$", "a*", "/?", "^", "a|", "(^|/)", "(^.*$|a)", "(?s).*", "x{0}", "[ -~]*$"})
    void openMatchesAll_ofEverything_isTrue(String pattern) {
        assertThat(Parsing.accepted(pattern).openMatchesAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$", "^$", "\\b", "\\B", ".", ".+", "a*$", "a*^b", "[a-z]*$", "/"})
    void openMatchesAll_otherwise_isFalse(String pattern) {
        assertThat(Parsing.accepted(pattern).openMatchesAll()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*",
                "^.*$",
                "(.*)",
                ".*.*",
                "a*.*",
                "(?:.|a)*",
                "a|.*",
                "[^\\n]*",
                "(.*)*",
                "(?:^.*)+",
                "\\A(.*)\\z"
            })
    void matchesAll_ofEverything_isTrue(String pattern) {
        assertThat(Parsing.accepted(pattern).matchesAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".+", "a*", ".*a", "\\S*", "[^/]*", ".*^", "$.*", "(?:^.*$){2}", ".{0,9}", "\\B.*"})
    void matchesAll_otherwise_isFalse(String pattern) {
        assertThat(Parsing.accepted(pattern).matchesAll()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "^/", "x?/", "x*", "", ".", "[^a]", "a|/", "(?:^|b)/", "\\b/", "(?:$|b)*/", "$|/"})
    void canBeginWith_whatMayMatch_isTrue(String pattern) {
        assertThat(Parsing.accepted(pattern).canBeginWith('/')).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/", "[^/]", "\\w+", "^a", "a|b", "$", "^$", "x+/", "\\bx", "x?$", "(?i)a"})
    void canBeginWith_whatCannotMatch_isFalse(String pattern) {
        assertThat(Parsing.accepted(pattern).canBeginWith('/')).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "[^é]"})
    void canBeginWith_outsideTheDomain_isTrue(String pattern) {
        assertThat(Parsing.accepted(pattern).canBeginWith('é')).isTrue();
    }
}
