package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates patterns that are hard to read, and texts that are likely to match them. */
final class Patterns {

    private static final String LETTERS = "abkKsS/019A-_ ~.";

    private static final Arbitrary<String> ATOMS = Arbitraries.of(
            "a", "b", "k", "K", "s", "S", "/", "/api", "0", "A", "-", " ", "\\.", "\\x6b", "\\{", "_", "~", ".", ".");
    private static final Arbitrary<String> CLASSES = Arbitraries.of(
            "[a-c]",
            "[^a]",
            "[A-Ck]",
            "[^/]",
            "[[:lower:]]",
            "[\\w-]",
            "[]a]",
            "[^]k]",
            "[-s]",
            "[a-c-/]",
            "\\w",
            "\\W",
            "\\D",
            "\\S",
            "[[:^alpha:]x]",
            "[.-9]",
            "[^\\W]",
            "[ -~]",
            "[[:^lower:]]");
    private static final Arbitrary<String> MARKS =
            Arbitraries.of("^", "$", "\\b", "\\B", "\\A", "\\z", "(?i)", "(?-i)", "(?s)", "(?m)", "(?U)", "(?i-s)");
    private static final Arbitrary<String> QUANTIFIERS =
            Arbitraries.of("", "", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "{0}", "{2,3}?");
    private static final Arbitrary<String> OPENINGS =
            Arbitraries.of("(", "(?:", "(?i:", "(?s:", "(?-i:", "(?m:", "(?Ui:", "(?P<name>");
    private static final Arbitrary<String> TOKENS = Arbitraries.of(
            "a",
            "k",
            "/",
            "9",
            ".",
            "^",
            "$",
            "|",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "*",
            "+",
            "?",
            "-",
            "&&",
            "--",
            "~~",
            "(?:",
            "(?i)",
            "(?<n>",
            "(?P<n>",
            "(?=",
            "[^",
            "[:alpha:]",
            "[[:digit:]]",
            "a-z",
            "z-a",
            "\\d",
            "\\b",
            "\\-",
            "\\<",
            "\\_",
            "\\Q",
            "\\1",
            "\\p",
            "\\x41",
            "\\x{",
            "{2}",
            "{,2}",
            "{02}",
            "{1,3}",
            ":",
            "é");

    private Patterns() {}

    /** Patterns that are well formed, most of them in the dialect. */
    static Arbitrary<String> wellFormed() {
        return choice(3);
    }

    /** Patterns of the kinds that the questions have an answer for. */
    static Arbitrary<String> paths() {
        Arbitrary<String> starts = Arbitraries.of("", "^", "\\A", "(?m)^", "(?i)");
        Arbitrary<String> middles = Arbitraries.of("", "/a", "/api", "(/a)", "[/]a", "a|", "(?:^|/)");
        Arbitrary<String> tails =
                Arbitraries.of("", ".*", ".+", "/?", "(/.*)?", "a*", "(.*)", "\\b", "(?:.|a)*", "[^/]*");
        Arbitrary<String> ends = Arbitraries.of("", "$", "\\z", "$$", "^", ".*$");
        return Combinators.combine(starts, middles, tails, ends)
                .as((start, middle, tail, end) -> start + middle + tail + end);
    }

    /** Sequences of tokens, most of them nonsense. */
    static Arbitrary<String> nonsense() {
        return TOKENS.list().ofMinSize(1).ofMaxSize(7).map(tokens -> String.join("", tokens));
    }

    private static Arbitrary<String> choice(int depth) {
        Arbitrary<String> sequence = item(depth).list().ofMaxSize(4).map(items -> String.join("", items));
        return Arbitraries.frequencyOf(
                Tuple.of(3, sequence),
                Tuple.of(2, sequence.list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join("|", parts))));
    }

    private static Arbitrary<String> item(int depth) {
        List<Tuple.Tuple2<Integer, Arbitrary<String>>> kinds = new ArrayList<>();
        kinds.add(Tuple.of(5, Combinators.combine(ATOMS, QUANTIFIERS).as(String::concat)));
        kinds.add(Tuple.of(2, Combinators.combine(CLASSES, QUANTIFIERS).as(String::concat)));
        kinds.add(Tuple.of(1, MARKS));
        if (depth > 0) {
            Arbitrary<String> body = Arbitraries.lazy(() -> choice(depth - 1));
            kinds.add(Tuple.of(
                    3,
                    Combinators.combine(OPENINGS, body, QUANTIFIERS)
                            .as((opening, inside, quantifier) -> opening + inside + ")" + quantifier)));
        }
        return Arbitraries.frequencyOf(kinds);
    }

    /** Texts of printable ASCII: of the characters that patterns are made of, with pieces of paths among them. */
    static Arbitrary<List<String>> texts() {
        Arbitrary<String> piece = Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.of(
                                LETTERS.chars().mapToObj(Character::toString).toList())),
                Tuple.of(1, Arbitraries.of("/api", "/API", "aa", "{", "]")),
                Tuple.of(1, Arbitraries.chars().range(' ', '~').map(String::valueOf)));
        return piece.list()
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofSize(12);
    }

    /** Texts that come from the pattern itself: its plain characters, whole and in part. */
    static List<String> bent(String pattern) {
        String plain = plain(pattern);
        return List.of("", plain, plain.substring(plain.length() / 2), plain.substring(0, plain.length() / 2));
    }

    private static String plain(String pattern) {
        StringBuilder plain = new StringBuilder();
        pattern.chars()
                .filter(found -> Character.isLetterOrDigit(found) || "/ _~-".indexOf(found) >= 0)
                .filter(CharacterSet::isOfDomain)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
