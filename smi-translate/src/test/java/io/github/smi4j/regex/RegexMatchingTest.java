package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexMatchingTest {

    @ParameterizedTest
    @CsvSource({
        "/a,/ab",
        "'',''",
        "'',/x",
        "/a$,/a",
        "/a\\b,/a",
        "/a\\b,/a/b",
        "/a\\B,/ab",
        "\\B/,/",
        "a|/b,/bc",
        "(?:^|x)/a,/a",
        "(?:\\b|/)*a,/a",
        "(?i)/AB,/aB",
        "/.é,/xéy",
        "/.$,/😀",
        "(?:a|(?:^|b)/)+c,/ac",
        "/(?:a?){3}a{3}$,/aaa"
    })
    void matchesPath_whatBeginsWithAMatch_isTrue(String pattern, String path) {
        assertThat(Parsing.accepted(pattern).matchesPath(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a,/b",
        "/a,x/a",
        "/a$,/ab",
        "/a\\b,/ab",
        "/a\\B,/a",
        "/a^b,/ab",
        "/$a,/a",
        "\\b/,/",
        "(?m)/a$,/ab",
        "/(?:a?){3}a{3}$,/aa"
    })
    void matchesPath_otherwise_isFalse(String pattern, String path) {
        assertThat(Parsing.accepted(pattern).matchesPath(path)).isFalse();
    }

    @Test
    void matches_textOfTwoLines_seesTheLines() {
        assertThat(Parsing.accepted("(?m)/a$").matchesPath("/a\nb")).isTrue();
        assertThat(Parsing.accepted("(?m)/a\n^b").matchesHeader("/a\nb")).isTrue();
        assertThat(Parsing.accepted("/a$").matchesPath("/a\nb")).isFalse();
        assertThat(Parsing.accepted("/.").matchesPath("/\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"a,a,true", "a,ab,false", "a,ba,false", "a*,'',true", "'',a,false", "^a$|b,b,true", "a\\b.*,ab,false"})
    void matchesHeader_always_isOfTheWholeValue(String pattern, String value, boolean matches) {
        assertThat(Parsing.accepted(pattern).matchesHeader(value)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a*)*$x",
                "(?:a|a)*(?:a|aa)*$x",
                "(?:(?:(?:a+)+)+)+\\z^",
                "(?:\\b|\\B|a?)*\\Bb",
                "(?:.*){50}b",
                "(?:a?){200}a{200}$",
                ".*a.{200}b"
            })
    void matches_nastyPattern_takesLinearlyManySteps(String pattern) {
        Program program = Parsing.accepted(pattern).program();
        long most = 4L * program.size();
        for (int length : List.of(1_000, 10_000, 100_000 / Math.max(1, program.size() / 50))) {
            long steps = Simulation.steps(program, "a".repeat(length), false);
            assertThat(steps).isLessThanOrEqualTo(most * (length + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a|b)*a(a|b){20}$", "/(?:.*,)*x$", "/(?:a+)+$b", "/.*"})
    void matchesPath_ofLongPath_takesLinearlyManySteps(String pattern) {
        Regex regex = Parsing.accepted(pattern);
        String path = "/" + "ab,".repeat(33_334);
        assertThat(regex.matchesPath(path)).isEqualTo(pattern.equals("/.*"));
        assertThat(Simulation.steps(regex.program(), path, true))
                .isLessThanOrEqualTo(4L * regex.program().size() * (path.length() + 1));
    }

    @Property(tries = 700)
    void matches_anyText_agreesWithRe2(@ForAll("patterns") String pattern, @ForAll("texts") List<String> texts) {
        if (Regex.parse(pattern) instanceof RegexResult.Parsed parsed) {
            Pattern whole = Pattern.compile(pattern);
            Pattern start = Pattern.compile("^(?:" + pattern + ")");
            texts(pattern, texts).forEach(text -> {
                String about = pattern + " on " + text;
                Regex regex = parsed.regex();
                assertThat(regex.matchesHeader(text)).as(about).isEqualTo(whole.matches(text));
                assertThat(regex.matchesPath(text))
                        .as(about)
                        .isEqualTo(start.matcher(text).find());
            });
        }
    }

    private static Stream<String> texts(String pattern, List<String> texts) {
        Stream<String> lines = texts.stream().map(text -> text.replace('A', '\n'));
        return Stream.of(texts.stream(), lines, Patterns.bent(pattern).stream()).flatMap(all -> all);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.oneOf(List.of(Patterns.wellFormed(), Patterns.wellFormed(), Patterns.paths()));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Patterns.texts();
    }
}
