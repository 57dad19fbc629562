package io.github.smi4j.regex;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sets that have a name: {@code \d}, {@code [:alpha:]} and the like, of ASCII characters. */
final class NamedSets {

    private static final CharacterSet DIGIT = ofRanges("09");
    private static final CharacterSet WORD = ofRanges("09AZ__az");
    private static final CharacterSet SPACE = ofRanges("\t\n\f\r  ");

    private static final Map<String, CharacterSet> POSIX = Map.ofEntries(
            entry("alnum", ofRanges("09AZaz")),
            entry("alpha", ofRanges("AZaz")),
            entry("ascii", ofRanges("\0\177")),
            entry("blank", ofRanges("\t\t  ")),
            entry("cntrl", ofRanges("\0\037\177\177")),
            entry("digit", DIGIT),
            entry("graph", ofRanges("!~")),
            entry("lower", ofRanges("az")),
            entry("print", ofRanges(" ~")),
            entry("punct", ofRanges("!/:@[`{~")),
            entry("space", ofRanges("\t\r  ")),
            entry("upper", ofRanges("AZ")),
            entry("word", WORD),
            entry("xdigit", ofRanges("09AFaf")));

    private NamedSets() {}

    /** The set of {@code \d \D \w \W \s \S}, by the letter; absent for any other. */
    static Optional<CharacterSet> ofEscape(char letter, Flags flags) {
        return switch (letter) {
            case 'd', 'D' -> Optional.of(signed(DIGIT, letter == 'D', flags));
            case 'w', 'W' -> Optional.of(signed(WORD, letter == 'W', flags));
            case 's', 'S' -> Optional.of(signed(SPACE, letter == 'S', flags));
            default -> Optional.empty();
        };
    }

    /** The set of a POSIX name such as {@code alpha}; absent if there is none. */
    static Optional<CharacterSet> ofPosix(String name, boolean negated, Flags flags) {
        return Optional.ofNullable(POSIX.get(name)).map(set -> signed(set, negated, flags));
    }

    /** Both engines fold a named set before they negate it. */
    private static CharacterSet signed(CharacterSet set, boolean negated, Flags flags) {
        CharacterSet applied = flags.apply(set);
        return negated ? applied.complement() : applied;
    }

    /** The ranges of each two characters. */
    private static CharacterSet ofRanges(String ends) {
        List<CharacterSet> ranges = new ArrayList<>();
        for (int index = 0; index < ends.length(); index += 2) {
            ranges.add(CharacterSet.of(ends.charAt(index), ends.charAt(index + 1)));
        }
        return CharacterSet.union(ranges);
    }
}
