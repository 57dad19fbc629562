package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegexTest {

    @ParameterizedTest
    @MethodSource("printed")
    void print_ofAcceptedPattern_isCanonical(String pattern, String canonical) {
        assertThat(Parsing.accepted(pattern).print()).isEqualTo(canonical);
        assertThat(Parsing.accepted(canonical).print()).isEqualTo(canonical);
    }

    static Stream<Arguments> printed() {
        return Stream.of(literals(), groups(), flags(), quantifiers(), anchors(), classes(), escapes())
                .flatMap(pairs -> pairs);
    }

    private static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of("/api/v1", "/api/v1"),
                Arguments.of("a|b|", "a|b|"),
                Arguments.of("|", "|"),
                Arguments.of("}a]", "}a]"),
                Arguments.of("é", "\\xE9"),
                Arguments.of("😀", "\\x{1F600}"),
                Arguments.of("\t", "\\t"),
                Arguments.of("#&~ -", "#&~ -"));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of("(a)(?:b)(?P<n>c)(?<_m2>d)", "abcd"),
                Arguments.of("(?<azAZ_09>a)(?<_>b)(?<Z9z>c)", "abc"),
                Arguments.of("()", ""),
                Arguments.of("(a|(b|c))d", "(?:a|b|c)d"),
                Arguments.of("((ab))*", "(?:ab)*"),
                Arguments.of("(a*)*", "(?:a*)*"),
                Arguments.of("()*", ""),
                Arguments.of("(|a)+", "(?:|a)+"));
    }

    private static Stream<Arguments> flags() {
        return Stream.of(
                Arguments.of("(?i)/api", "/(?i:api)"),
                Arguments.of("(?i)a/b", "(?i:a/b)"),
                Arguments.of("a(?i)b|c", "a(?i:b)|(?i:c)"),
                Arguments.of("(?i:a)B", "(?i:a)B"),
                Arguments.of("((?i)a)b", "(?i:a)b"),
                Arguments.of("(?i)a(?-i)b", "(?i:a)b"),
                Arguments.of("(?i-s:a.)", "(?i:a)."),
                Arguments.of("(?i)[a-z]x", "[A-Za-z](?i:x)"),
                Arguments.of("(?i)x[a-z]x", "(?i:x[a-z]x)"),
                Arguments.of("(?i)[^k]", "[^Kk]"),
                Arguments.of("(?i)(ab)*", "(?i:ab)*"),
                Arguments.of("(?i)a|b", "(?i:a|b)"),
                Arguments.of("[aA]", "(?i:a)"),
                Arguments.of("(?i)7", "7"),
                Arguments.of("(?is)a.", "(?i:a)(?s:.)"),
                Arguments.of("(?is)(?-is:a.)", "a."),
                Arguments.of("(?i)[b-z]", "[B-Zb-z]"),
                Arguments.of("(?i)\u017F", "[Ss\\x{17F}]"),
                Arguments.of("(?i)\u212A", "[Kk\\x{212A}]"),
                Arguments.of("(?s).", "(?s:.)"),
                Arguments.of("(?m)^a$", "(?m:^)a(?m:$)"),
                Arguments.of("(?U)a*", "a*"));
    }

    private static Stream<Arguments> quantifiers() {
        return Stream.of(
                Arguments.of("a*b+c?", "a*b+c?"),
                Arguments.of("a*?b+?c??d{2}?", "a*b+c?d{2}"),
                Arguments.of("a{2}b{2,}c{2,3}", "a{2}b{2,}c{2,3}"),
                Arguments.of("a{0,}b{1,}c{0,1}d{1}e{0}", "a*b+c?d"),
                Arguments.of("a{0,2}", "a{0,2}"),
                Arguments.of("a{1000}", "a{1000}"),
                Arguments.of("(?:a{10}){100}", "(?:a{10}){100}"));
    }

    private static Stream<Arguments> anchors() {
        return Stream.of(
                Arguments.of("^a$", "^a$"),
                Arguments.of("\\Aa\\z", "^a$"),
                Arguments.of("\\ba\\B", "\\ba\\B"),
                Arguments.of("^*", ""),
                Arguments.of("(?:\\b){2}", "\\b"));
    }

    private static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of("[cba]", "[a-c]"),
                Arguments.of("[ab]", "[ab]"),
                Arguments.of("[a]", "a"),
                Arguments.of("[a-a]", "a"),
                Arguments.of("[^\\x00-a]", "[^\\x00-a]"),
                Arguments.of("[b-\\x{10FFFF}]", "[^\\x00-a]"),
                Arguments.of("[]a]", "[\\]a]"),
                Arguments.of("[^]a]", "[^\\]a]"),
                Arguments.of("[]-]", "[\\-\\]]"),
                Arguments.of("[-a]", "[\\-a]"),
                Arguments.of("[a-]", "[\\-a]"),
                Arguments.of("[-]", "-"),
                Arguments.of("[a-c-_]", "[\\-_a-c]"),
                Arguments.of("[\\w-]", "[\\-0-9A-Z_a-z]"),
                Arguments.of("[a^]", "[\\^a]"),
                Arguments.of("[:alpha:]", "[:ahlp]"),
                Arguments.of("[[:alpha:]]", "[A-Za-z]"),
                Arguments.of("[[:^alpha:]]", "[^A-Za-z]"),
                Arguments.of("[[:punct:]]", "[!-/:-@\\[-`{-~]"),
                Arguments.of("[^/]", "[^/]"),
                Arguments.of("[^\\n]", "."),
                Arguments.of("[\\s\\S]", "(?s:.)"),
                Arguments.of("\\d\\D", "[0-9][^0-9]"),
                Arguments.of("\\s\\S", "[\\t\\n\\x0C\\r ][^\\t\\n\\x0C\\r ]"),
                Arguments.of("\\w\\W", "[0-9A-Z_a-z][^0-9A-Z_a-z]"),
                Arguments.of("[^\\x{E000}-\\x{10FFFF}]", "[\\x00-\\x{D7FF}]"),
                Arguments.of("[a-c]]", "[a-c]]"));
    }

    private static Stream<Arguments> escapes() {
        return Stream.of(
                Arguments.of("\\a\\f\\t\\n\\r\\v", "\\x07\\x0C\\t\\n\\r\\x0B"),
                Arguments.of("\\x41\\x{42}\\x{0000043}", "ABC"),
                Arguments.of("\\/\\-\\\"\\@\\~\\!", "/-\"@~!"),
                Arguments.of("\\x{D7FF}\\x{E000}", "\\x{D7FF}\\x{E000}"),
                Arguments.of("\\x{10FFFF}", "[^\\x00-\\x{D7FF}\\x{E000}-\\x{10FFFE}]"),
                Arguments.of("\\.\\*\\{\\(\\|\\\\\\[\\^\\$", "\\.\\*\\{\\(\\|\\\\\\[\\^\\$"));
    }

    @Test
    void parse_everyPosixName_isAccepted() {
        Stream.of("alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit".split(" "))
                .forEach(name -> Parsing.accepted("[[:" + name + ":][:^" + name + ":]]"));
    }

    @Test
    void pattern_always_isAsWritten() {
        assertThat(Parsing.accepted("(?:a)").pattern()).isEqualTo("(?:a)");
    }

    @Test
    void equals_samePatternText_isEqual() {
        assertThat(Parsing.accepted("(a)"))
                .isEqualTo(Parsing.accepted("(a)"))
                .hasSameHashCodeAs(Parsing.accepted("(a)"))
                .isNotEqualTo(Parsing.accepted("a"));
    }

    @Test
    void toString_longPattern_isShortAndVisible() {
        assertThat(Parsing.accepted("é" + "a".repeat(50))).hasToString("`\\x{E9}" + "a".repeat(23) + "…`");
    }
}
