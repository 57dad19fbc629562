package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegexFaultTest {

    private static final String NESTED_CLASS =
            "An unescaped `[` inside a class is a character in RE2 and a nested class in Rust.";
    private static final String CLASS_ENDPOINT = "A range has a class at one of its ends.";
    private static final String NO_REPETITION = "The `{` does not begin a repetition such as `{2}`, `{2,}` or `{2,5}`.";
    private static final String NO_HEXADECIMAL = "The escape `\\x` is not followed by hexadecimal digits.";
    private static final String NO_NAME = "The group's name is not valid.";

    @ParameterizedTest
    @MethodSource("faults")
    void parse_outsideTheDialect_saysWhatAndWhere(String pattern, int offset, String message) {
        RegexFault fault = Parsing.refused(pattern);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(fault.offset()).isEqualTo(offset);
        assertThat(fault.help()).isNotBlank();
    }

    static Stream<Arguments> faults() {
        return Stream.of(escapes(), characters(), groups(), flags(), quantifiers(), braces(), classes(), ranges())
                .flatMap(faults -> faults);
    }

    private static Stream<Arguments> escapes() {
        return Stream.of(
                Arguments.of("a\\pL", 1, "`\\p` names a Unicode class, which the engines fill differently."),
                Arguments.of("\\P{L}", 0, "`\\P` names a Unicode class, which the engines fill differently."),
                Arguments.of("[\\pL]", 1, "`\\p` names a Unicode class, which the engines fill differently."),
                Arguments.of("\\C", 0, "`\\C` matches a single byte."),
                Arguments.of("\\Qa\\E", 0, "`\\Q` is a quotation mark of other dialects."),
                Arguments.of("a\\E", 1, "`\\E` is a quotation mark of other dialects."),
                Arguments.of("a\\Z", 1, "`\\Z` is an anchor of other dialects."),
                Arguments.of("\\Ga", 0, "`\\G` is an anchor of other dialects."),
                Arguments.of("a\\K", 1, "`\\K` resets a match, which no matching here has."),
                Arguments.of("\\R", 0, "`\\R` is a line break of other dialects."),
                Arguments.of("\\X", 0, "`\\X` is a grapheme of other dialects."),
                Arguments.of("\\u0041", 0, "`\\u` is a character escape of other dialects."),
                Arguments.of("(a)\\1", 3, "`\\1` is a back-reference."),
                Arguments.of("\\9", 0, "`\\9` is a back-reference."),
                Arguments.of("\\0", 0, "`\\0` begins an octal escape."),
                Arguments.of("\\123", 0, "`\\1` begins an octal escape."),
                Arguments.of("\\<", 0, "`\\<` is a character in RE2 and a word edge in Rust."),
                Arguments.of("\\>", 0, "`\\>` is a character in RE2 and a word edge in Rust."),
                Arguments.of("\\_", 0, "`\\_` is not an escape of the dialect."),
                Arguments.of("\\ ", 0, "`\\ ` is not an escape of the dialect."),
                Arguments.of("\\y", 0, "`\\y` is not an escape of the dialect."),
                Arguments.of("\\é", 0, "`\\\\x{E9}` is not an escape of the dialect."),
                Arguments.of("[\\b]", 1, "`\\b` is an assertion and cannot stand in a class."),
                Arguments.of("[\\z]", 1, "`\\z` is an assertion and cannot stand in a class."),
                Arguments.of("a\\", 1, "The pattern ends with a backslash."),
                Arguments.of("[a\\", 2, "The pattern ends with a backslash."),
                Arguments.of("\\\u007F", 0, "`\\\\x{7F}` is not an escape of the dialect."),
                Arguments.of("\\x\uFF11\uFF11", 0, NO_HEXADECIMAL),
                Arguments.of("\\x4", 0, NO_HEXADECIMAL),
                Arguments.of("\\x{}", 0, NO_HEXADECIMAL),
                Arguments.of("\\x{41", 0, NO_HEXADECIMAL),
                Arguments.of("\\x{110000}", 0, "`\\x{110000}` is not a character."),
                Arguments.of("\\x{FFFFFFFFFF}", 0, "`\\x{FFFFFFFFFF}` is not a character."),
                Arguments.of("\\x{DFFF}", 0, "`\\x{DFFF}` is not a character."),
                Arguments.of("\\x{D800}", 0, "`\\x{D800}` is not a character."));
    }

    private static Stream<Arguments> characters() {
        return Stream.of(
                Arguments.of("ab\0", 2, "The pattern holds a NUL character."),
                Arguments.of("a\uD800", 1, "The pattern holds half of a UTF-16 surrogate pair."),
                Arguments.of("😀\uDE00", 2, "The pattern holds half of a UTF-16 surrogate pair."));
    }

    private static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of("a(?=b)", 1, "`(?=` is a look-ahead."),
                Arguments.of("(?!b)", 0, "`(?!` is a negative look-ahead."),
                Arguments.of("(?<=b)", 0, "`(?<=` is a look-behind."),
                Arguments.of("(?<!b)", 0, "`(?<!` is a negative look-behind."),
                Arguments.of("(?>b)", 0, "`(?>` is an atomic group."),
                Arguments.of("(?#b)", 0, "`(?#` is a comment."),
                Arguments.of("(?P=n)", 0, "`(?P=` is a back-reference."),
                Arguments.of("(?P<n>a)(?<n>b)", 11, "Two groups have the name `n`."),
                Arguments.of("(?P<1>a)", 0, NO_NAME),
                Arguments.of("(?<>a)", 0, NO_NAME),
                Arguments.of("(?<a-b>a)", 0, NO_NAME),
                Arguments.of("(?<a", 0, NO_NAME),
                Arguments.of("(?<a`>a)", 0, NO_NAME),
                Arguments.of("(?<a{>a)", 0, NO_NAME),
                Arguments.of("(?<a@>a)", 0, NO_NAME),
                Arguments.of("(?<a[>a)", 0, NO_NAME),
                Arguments.of("(?<a/>a)", 0, NO_NAME),
                Arguments.of("(?<a:>a)", 0, NO_NAME),
                Arguments.of("(?<9>a)", 0, NO_NAME),
                Arguments.of("a(b", 1, "The group is not closed."),
                Arguments.of("((a)", 0, "The group is not closed."),
                Arguments.of("(?", 0, "The group is not closed."),
                Arguments.of("a)b", 1, "A `)` closes a group that was not opened."));
    }

    private static Stream<Arguments> flags() {
        return Stream.of(
                Arguments.of("(?)", 0, "`(?)` sets no flag."),
                Arguments.of("(?-)", 2, "No flag follows the `-` in the group's flags."),
                Arguments.of("(?i-:a)", 3, "No flag follows the `-` in the group's flags."),
                Arguments.of("(?x)", 2, "`x` is not a flag of the dialect."),
                Arguments.of("(?iu)", 3, "`u` is not a flag of the dialect."),
                Arguments.of("(?R)", 2, "`R` is not a flag of the dialect."),
                Arguments.of("(?P)", 2, "`P` is not a flag of the dialect."),
                Arguments.of("(?ii)", 3, "`i` is twice among the group's flags."),
                Arguments.of("(?i-i)", 4, "`i` is twice among the group's flags."),
                Arguments.of("(?i--s)", 4, "`-` is twice among the group's flags."));
    }

    private static Stream<Arguments> quantifiers() {
        return Stream.of(
                Arguments.of("*a", 0, "There is nothing for `*` to repeat."),
                Arguments.of("(+)", 1, "There is nothing for `+` to repeat."),
                Arguments.of("a|?", 2, "There is nothing for `?` to repeat."),
                Arguments.of("a(?i)*", 5, "There is nothing for `*` to repeat."),
                Arguments.of("{2}", 0, "There is nothing for `{2}` to repeat."),
                Arguments.of("a*+", 2, "The `+` makes the quantifier before it possessive."),
                Arguments.of("a++", 2, "The `+` makes the quantifier before it possessive."),
                Arguments.of("a?+", 2, "The `+` makes the quantifier before it possessive."),
                Arguments.of("a{2}+", 4, "The `+` makes the quantifier before it possessive."),
                Arguments.of("a**", 2, "The quantifier `*` follows another quantifier."),
                Arguments.of("a*??", 3, "The quantifier `?` follows another quantifier."),
                Arguments.of("a*{2}", 2, "The quantifier `{2}` follows another quantifier."),
                Arguments.of("a{2}{3}", 4, "The quantifier `{3}` follows another quantifier."));
    }

    private static Stream<Arguments> braces() {
        String nested = "Counted repetitions that nest repeat their text more than 1000 times.";
        String large = "With its repetitions written out the pattern is larger than 5000.";
        return Stream.of(
                Arguments.of("a{", 1, NO_REPETITION),
                Arguments.of("{id}", 0, NO_REPETITION),
                Arguments.of("/a/{id}", 3, NO_REPETITION),
                Arguments.of("a{1", 1, NO_REPETITION),
                Arguments.of("a{1, 2}", 1, NO_REPETITION),
                Arguments.of("a{}", 1, "The repetition `{}` has no lower count."),
                Arguments.of("a{,3}", 1, "The repetition `{,3}` has no lower count."),
                Arguments.of("a{01}", 1, "A count of the repetition has a leading zero."),
                Arguments.of("a{3,2}", 1, "The repetition `{3,2}` has its counts in the wrong order."),
                Arguments.of("a{1001}", 1, "The repetition `{1001}` counts past 1000."),
                Arguments.of("a{1,99999999999}", 1, "The repetition `{1,99999999999}` counts past 1000."),
                Arguments.of("a{99999999999,}", 1, "The repetition `{99999999999,}` counts past 1000."),
                Arguments.of("(a{101}){10}", 8, nested),
                Arguments.of("((a{2,}b){100}){6}", 15, nested),
                Arguments.of("(?:abcdef){1000}", 10, large),
                Arguments.of(".{1000}".repeat(6), 35, large),
                Arguments.of("a{1000}|".repeat(6), 40, large),
                Arguments.of(
                        "\\b{start}", 0, "`\\b{` begins a special word boundary in Rust, and a repetition in RE2."));
    }

    private static Stream<Arguments> classes() {
        String set = " inside a class is two characters in RE2 and a set operation in Rust.";
        return Stream.of(
                Arguments.of("[a[b]]", 2, NESTED_CLASS),
                Arguments.of("[[:alpha]]", 1, NESTED_CLASS),
                Arguments.of("[[.a.]]", 1, NESTED_CLASS),
                Arguments.of("[[.alpha:]]", 1, NESTED_CLASS),
                Arguments.of("[[:alpha:x]]", 1, NESTED_CLASS),
                Arguments.of("[[:alpha;]]", 1, NESTED_CLASS),
                Arguments.of("[[:{:]]", 1, NESTED_CLASS),
                Arguments.of("[[:az:]]", 1, "`[:az:]` is not a POSIX class."),
                Arguments.of("[!-[]", 3, NESTED_CLASS),
                Arguments.of("[[:letter:]]", 1, "`[:letter:]` is not a POSIX class."),
                Arguments.of("[a&&b]", 2, "`&&`" + set),
                Arguments.of("[a--b]", 2, "`--`" + set),
                Arguments.of("[--b]", 1, "`--`" + set),
                Arguments.of("[a~~b]", 2, "`~~`" + set),
                Arguments.of("a[b", 1, "The class is not closed."),
                Arguments.of("[a-", 0, "The class is not closed."),
                Arguments.of(
                        "[]",
                        0,
                        "The class is empty, or not closed: a `]` right behind its opening is a character of it."),
                Arguments.of(
                        "[^]",
                        0,
                        "The class is empty, or not closed: a `]` right behind its opening is a character of it."),
                Arguments.of("[^\\w\\W]", 0, "The class `[^\\w\\W]` matches no character."));
    }

    private static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of("[z-a]", 1, "The range `z-a` runs backwards."),
                Arguments.of("[a-\\d]", 1, CLASS_ENDPOINT),
                Arguments.of("[\\d-a]", 1, CLASS_ENDPOINT),
                Arguments.of("[a-[:digit:]]", 1, CLASS_ENDPOINT),
                Arguments.of("[[:digit:]-a]", 1, CLASS_ENDPOINT),
                Arguments.of(
                        "[]-a]",
                        1,
                        "A range begins with `]`, which RE2 reads as a range and Rust as three characters."));
    }

    @Test
    void help_ofBrace_saysWhatToWrite() {
        assertThat(Parsing.refused("/{id}").help()).isEqualTo("For the brace itself write `\\{`.");
    }

    @Test
    void help_ofARepetitionWithoutALowerCount_saysWhichToWrite() {
        assertThat(Parsing.refused("a{,3}").help())
                .isEqualTo("Write `{0,n}` for at most n times. "
                        + Parsing.refused("a{}").help());
        assertThat(Parsing.refused("a{}").help()).startsWith("For the brace itself write ");
    }

    @Test
    void message_ofHostileToken_isShortAndEscaped() {
        String message = Parsing.refused("(?<a" + "b".repeat(99) + ">)(?<a" + "b".repeat(99) + ">)")
                .message();
        assertThat(message).isEqualTo("Two groups have the name `a" + "b".repeat(23) + "…`.");
        assertThat(Parsing.refused("\\\u001B").message()).isEqualTo("`\\\\x{1B}` is not an escape of the dialect.");
    }

    @Test
    void new_withNegativeOffset_isRefused() {
        assertThatThrownBy(() -> new RegexFault(-1, "message", "help")).isInstanceOf(IllegalArgumentException.class);
    }
}
