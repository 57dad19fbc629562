package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;

class RegexPropertiesTest {

    @Property(tries = 600)
    void parse_ofNonsense_acceptsOnlyWhatRe2Accepts(@ForAll("nonsense") String pattern) {
        if (Regex.parse(pattern) instanceof RegexResult.Parsed parsed) {
            assertThat(Pattern.compile(pattern).pattern())
                    .isEqualTo(parsed.regex().pattern());
        }
    }

    @Property(tries = 600)
    void parse_ofNonsense_pointsIntoThePattern(@ForAll("nonsense") String pattern) {
        if (Regex.parse(pattern) instanceof RegexResult.Faulty faulty) {
            assertThat(faulty.fault().offset()).isBetween(0, pattern.length());
        }
    }

    @Property(tries = 700)
    void print_always_isCanonicalAndMeansTheSame(
            @ForAll("wellFormed") String pattern, @ForAll("texts") List<String> texts) {
        if (Regex.parse(pattern) instanceof RegexResult.Parsed parsed) {
            String printed = parsed.regex().print();
            assertThat(Parsing.accepted(printed).print()).isEqualTo(printed);
            assertThat(printed.chars()).allMatch(CharacterSet::isOfDomain);
            Pattern original = Pattern.compile(pattern);
            Pattern canonical = Pattern.compile(printed);
            assertThat(canonical.groupCount()).isZero();
            texts(pattern, texts)
                    .forEach(text -> assertThat(canonical.matches(text))
                            .as("%s and %s on %s", pattern, printed, text)
                            .isEqualTo(original.matches(text)));
        }
    }

    @Property(tries = 700)
    void questions_always_agreeWithRe2(@ForAll("wellFormed") String pattern, @ForAll("texts") List<String> texts) {
        if (Regex.parse(pattern) instanceof RegexResult.Parsed parsed) {
            texts(pattern, texts).forEach(text -> check(parsed.regex(), text));
        }
    }

    @Property(tries = 600)
    void questions_ofPaths_agreeWithRe2(@ForAll("paths") String pattern, @ForAll("texts") List<String> texts) {
        Regex regex = Parsing.accepted(pattern);
        texts(pattern, texts).forEach(text -> {
            check(regex, text);
            check(regex, "/a" + text);
        });
    }

    @Property(tries = 200)
    void parse_ofEscapedText_isThatLiteral(@ForAll @CharRange(from = ' ', to = '~') String text) {
        StringBuilder pattern = new StringBuilder();
        text.chars().forEach(found -> pattern.append(String.format("\\x%02x", found)));
        assertThat(Parsing.accepted(pattern.toString()).literal()).contains(text);
        assertThat(Pattern.matches(Parsing.accepted(pattern.toString()).print(), text))
                .isTrue();
    }

    private static void check(Regex regex, String text) {
        boolean full = Pattern.matches(regex.pattern(), text);
        boolean open =
                Pattern.compile("^(?:" + regex.pattern() + ")").matcher(text).find();
        String about = regex.pattern() + " on " + text;
        regex.literal().ifPresent(literal -> assertThat(full).as(about).isEqualTo(text.equals(literal)));
        regex.openLiteral().ifPresent(prefix -> assertThat(open).as(about).isEqualTo(text.startsWith(prefix)));
        assertThat(full || !regex.matchesAll()).as(about).isTrue();
        assertThat(open || !regex.openMatchesAll()).as(about).isTrue();
        assertThat(!open || text.isEmpty() || regex.canBeginWith(text.charAt(0)))
                .as(about)
                .isTrue();
    }

    private static Stream<String> texts(String pattern, List<String> texts) {
        return Stream.concat(texts.stream(), Patterns.bent(pattern).stream());
    }

    @Provide
    Arbitrary<String> nonsense() {
        return Patterns.nonsense();
    }

    @Provide
    Arbitrary<String> wellFormed() {
        return Patterns.wellFormed();
    }

    @Provide
    Arbitrary<String> paths() {
        return Patterns.paths();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Patterns.texts();
    }
}
