package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a class, from its {@code [} to its {@code ]}. */
final class ClassParser {

    private final PatternReader reader;
    private final Escapes escapes;

    ClassParser(PatternReader reader, Escapes escapes) {
        this.reader = reader;
        this.escapes = escapes;
    }

    CharacterSet read(Flags flags) {
        int start = reader.position();
        reader.take();
        boolean negated = reader.takeIf('^');
        boolean bracketFirst = reader.peek() == ']';
        List<CharacterSet> items = new ArrayList<>();
        do {
            if (reader.atEnd()) {
                throw unclosed(start, bracketFirst);
            }
            items.add(item(flags));
        } while (!reader.takeIf(']'));
        CharacterSet union = CharacterSet.union(items);
        CharacterSet set = negated ? union.complement() : union;
        if (set.isEmpty()) {
            throw new Refusal(
                    start,
                    "The class " + reader.quoteFrom(start) + " matches no character.",
                    "Leave a character in it.");
        }
        return set;
    }

    private static Refusal unclosed(int start, boolean bracketFirst) {
        String help = "Add the missing `]`; for the character itself write `\\[`.";
        return bracketFirst
                ? new Refusal(
                        start,
                        "The class is empty, or not closed: a `]` right behind its opening is a character of it.",
                        help)
                : new Refusal(start, "The class is not closed.", help);
    }

    private CharacterSet item(Flags flags) {
        refuseSetOperation();
        if (reader.peek() == '[') {
            return posix(flags);
        }
        if (reader.peek() == '\\') {
            int start = reader.position();
            Optional<CharacterSet> set = escapes.namedSet(flags);
            if (set.isPresent()) {
                refuseRangeFrom(start);
                return set.get();
            }
        }
        int start = reader.position();
        // Behind the first place it would have closed the class.
        boolean bracket = reader.peek() == ']';
        int low = character();
        if (!isAtRange()) {
            return flags.apply(CharacterSet.single(low));
        }
        if (bracket) {
            throw new Refusal(
                    start,
                    "A range begins with `]`, which RE2 reads as a range and Rust as three characters.",
                    "Escape the bracket: `\\]`.");
        }
        reader.take();
        return flags.apply(CharacterSet.of(low, high(low, start)));
    }

    private boolean isAtRange() {
        return reader.peek() == '-' && reader.peek(1) != ']' && reader.peek(1) != PatternReader.END;
    }

    private int high(int low, int start) {
        if (reader.peek() == '-') {
            throw setOperation(reader.position() - 1, "--");
        }
        if (reader.peek() == '[' && reader.peek(1) != ':') {
            throw nested();
        }
        if (reader.peek() == '[' || escapes.namedSet(Flags.NONE).isPresent()) {
            throw classEndpoint(start);
        }
        int high = character();
        if (high < low) {
            throw new Refusal(
                    start,
                    "The range " + reader.quoteFrom(start) + " runs backwards.",
                    "Write the lower character first; for the dash itself write `\\-`.");
        }
        return high;
    }

    private int character() {
        return reader.peek() == '\\' ? escapes.character(true) : reader.take();
    }

    private CharacterSet posix(Flags flags) {
        int start = reader.position();
        if (reader.peek(1) != ':') {
            throw nested();
        }
        boolean negated = reader.peek(2) == '^';
        int begin = negated ? 3 : 2;
        StringBuilder name = new StringBuilder();
        while ('a' <= letterAt(begin, name) && letterAt(begin, name) <= 'z') {
            name.append(letterAt(begin, name));
        }
        int end = begin + name.length();
        if (reader.peek(end) != ':' || reader.peek(end + 1) != ']') {
            throw nested();
        }
        reader.skip(end + 2);
        CharacterSet set = NamedSets.ofPosix(name.toString(), negated, flags)
                .orElseThrow(() -> new Refusal(
                        start,
                        reader.quoteFrom(start) + " is not a POSIX class.",
                        "The names are alnum, alpha, ascii, blank, cntrl, digit, graph, lower, print, punct, space, upper,"
                                + " word and xdigit."));
        refuseRangeFrom(start);
        return set;
    }

    private char letterAt(int begin, StringBuilder name) {
        return reader.peek(begin + name.length());
    }

    private Refusal nested() {
        return new Refusal(
                reader.position(),
                "An unescaped `[` inside a class is a character in RE2 and a nested class in Rust.",
                "For the character itself write `\\[`.");
    }

    private void refuseRangeFrom(int start) {
        if (isAtRange()) {
            throw classEndpoint(start);
        }
    }

    private static Refusal classEndpoint(int start) {
        return new Refusal(
                start,
                "A range has a class at one of its ends.",
                "Write characters at both ends; for the dash itself write `\\-`.");
    }

    private void refuseSetOperation() {
        for (String operator : List.of("&&", "--", "~~")) {
            if (reader.looksAt(operator)) {
                throw setOperation(reader.position(), operator);
            }
        }
    }

    private static Refusal setOperation(int offset, String operator) {
        return new Refusal(
                offset,
                "`" + operator + "` inside a class is two characters in RE2 and a set operation in Rust.",
                "For the characters themselves write a backslash before each.");
    }
}
