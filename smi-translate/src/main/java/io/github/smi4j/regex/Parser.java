package io.github.smi4j.regex;

import io.github.smi4j.regex.Node.Assertion;
import io.github.smi4j.regex.Node.Assertion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a pattern of the dialect, or refuses it. Recursion goes hardly deeper than {@link Regex#MAX_NESTING} groups. */
final class Parser {

    /** Printing may put {@code (?i:…)} and {@code (?s:.)} or {@code (?m:^)} around what had no group before. */
    private static final int GROUPS_OF_FLAGS = 2;

    private final PatternReader reader;
    private final GroupOpening opening;
    private final Quantifiers quantifiers;
    private final Escapes escapes;
    private final ClassParser classes;
    private Flags flags = Flags.NONE;
    private int depth;

    private Parser(PatternReader reader) {
        this.reader = reader;
        this.opening = new GroupOpening(reader);
        this.quantifiers = new Quantifiers(reader);
        this.escapes = new Escapes(reader);
        this.classes = new ClassParser(reader, escapes);
    }

    static Node parse(String pattern) {
        Screening.check(pattern);
        return new Parser(new PatternReader(pattern)).whole();
    }

    private Node whole() {
        Fragment fragment = choice();
        if (!reader.atEnd()) {
            throw new Refusal(
                    reader.position(),
                    "A `)` closes a group that was not opened.",
                    "For the character itself write `\\)`.");
        }
        return fragment.node();
    }

    private Fragment choice() {
        List<Fragment> alternatives = new ArrayList<>();
        int size = 0;
        do {
            int start = reader.position();
            Fragment alternative = sequence();
            alternatives.add(alternative);
            size += alternative.size();
            quantifiers.checkSize(size, start);
        } while (reader.takeIf('|'));
        return Fragment.choice(alternatives);
    }

    private Fragment sequence() {
        List<Fragment> items = new ArrayList<>();
        int sequenceStart = reader.position();
        int size = 0;
        while (!reader.atEnd() && reader.peek() != '|' && reader.peek() != ')') {
            quantifiers.refuseDangling();
            int start = reader.position();
            Optional<Fragment> item = item().map(quantifiers::apply);
            if (item.isPresent()) {
                items.add(item.get());
                size += item.get().size();
                quantifiers.checkSize(size, start);
            }
        }
        Fragment sequence = Fragment.sequence(items);
        checkNesting(sequence.nesting(), sequenceStart);
        return sequence;
    }

    /** Absent for a flag directive such as {@code (?i)}, which stands for nothing. */
    private Optional<Fragment> item() {
        return switch (reader.peek()) {
            case '(' -> group();
            case '[' -> Optional.of(Fragment.characters(classes.read(flags)));
            case '\\' -> Optional.of(escape());
            case '.' -> {
                reader.take();
                yield Optional.of(Fragment.characters(flags.dot()));
            }
            case '^' -> Optional.of(anchor(flags.multiLine() ? Kind.LINE_START : Kind.TEXT_START));
            case '$' -> Optional.of(anchor(flags.multiLine() ? Kind.LINE_END : Kind.TEXT_END));
            default -> Optional.of(literal(reader.take()));
        };
    }

    private Fragment literal(int codePoint) {
        return Fragment.characters(flags.apply(CharacterSet.single(codePoint)));
    }

    private Fragment anchor(Kind kind) {
        reader.take();
        return Fragment.leaf(new Assertion(kind));
    }

    private Fragment escape() {
        return switch (reader.peek(1)) {
            case 'A' -> assertion(Kind.TEXT_START);
            case 'z' -> assertion(Kind.TEXT_END);
            case 'b' -> wordBoundary();
            case 'B' -> assertion(Kind.NO_WORD_BOUNDARY);
            default -> {
                Optional<CharacterSet> set = escapes.namedSet(flags);
                yield set.isPresent() ? Fragment.characters(set.get()) : literal(escapes.character(false));
            }
        };
    }

    private Fragment wordBoundary() {
        if (reader.peek(2) == '{') {
            throw new Refusal(
                    reader.position(),
                    "`\\b{` begins a special word boundary in Rust, and a repetition in RE2.",
                    "Write `\\b` alone; for a brace after it write `\\b\\{`.");
        }
        return assertion(Kind.WORD_BOUNDARY);
    }

    private Fragment assertion(Kind kind) {
        reader.take();
        return anchor(kind);
    }

    private Optional<Fragment> group() {
        int start = reader.position();
        GroupOpening.Opened opened = opening.read(flags);
        if (opened.directive()) {
            flags = opened.flags();
            return Optional.empty();
        }
        Flags outer = flags;
        flags = opened.flags();
        depth++;
        checkNesting(depth - GROUPS_OF_FLAGS, start);
        Fragment body = choice();
        if (!reader.takeIf(')')) {
            throw new Refusal(
                    start, "The group is not closed.", "Add the missing `)`; for the character itself write `\\(`.");
        }
        depth--;
        flags = outer;
        return Optional.of(body);
    }

    private static void checkNesting(int nesting, int start) {
        if (nesting > Regex.MAX_NESTING) {
            throw new Refusal(
                    start,
                    "Groups nest more than " + Regex.MAX_NESTING + " deep.",
                    "Write the pattern with fewer groups inside one another.");
        }
    }
}
