package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.List;

/**
 * A parsed expression in normal form. Groups, names and greediness are gone: they never decide whether a string
 * matches. Case folding and {@code (?s)} are resolved into the sets of {@link Characters}, so that whoever walks the
 * tree has one kind of leaf that consumes a character and no flags to carry.
 */
sealed interface Node {

    /** Matches the empty string. */
    record Empty() implements Node {}

    /** Matches one character of the set, which is never empty. */
    record Characters(CharacterSet set) implements Node {}

    /** Matches the empty string where the assertion holds. */
    record Assertion(Kind kind) implements Node {

        enum Kind {
            TEXT_START,
            TEXT_END,
            LINE_START,
            LINE_END,
            WORD_BOUNDARY,
            NO_WORD_BOUNDARY
        }

        /** Whether it always holds at the start of the text. */
        boolean holdsAtStart() {
            return kind == Kind.TEXT_START || kind == Kind.LINE_START;
        }

        /** Whether it always holds at the end of the text. */
        boolean holdsAtEnd() {
            return kind == Kind.TEXT_END || kind == Kind.LINE_END;
        }
    }

    /** At least two items, one after the other, none of them empty or a sequence. */
    record Sequence(List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** At least two alternatives, none of them a choice. */
    record Choice(List<Node> alternatives) implements Node {
        public Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * The body, which is neither empty nor an assertion, from {@code least} up to {@code most} times; {@code most} is at least 1, or {@link #UNBOUNDED}.
     */
    record Repeat(Node body, int least, int most) implements Node {
        static final int UNBOUNDED = Integer.MAX_VALUE;
    }

    static Node sequence(List<Node> parts) {
        List<Node> items = new ArrayList<>();
        for (Node part : parts) {
            items.addAll(items(part));
        }
        if (items.isEmpty()) {
            return new Empty();
        }
        return items.size() == 1 ? items.get(0) : new Sequence(items);
    }

    static Node choice(List<Node> parts) {
        List<Node> alternatives = new ArrayList<>();
        for (Node part : parts) {
            if (part instanceof Choice choice) {
                alternatives.addAll(choice.alternatives());
            } else {
                alternatives.add(part);
            }
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Choice(alternatives);
    }

    static Node repeat(Node body, int least, int most) {
        boolean assertion = body instanceof Assertion;
        if (most == 0 || body instanceof Empty || (assertion && least == 0)) {
            return new Empty();
        }
        return assertion || (least == 1 && most == 1) ? body : new Repeat(body, least, most);
    }

    /** The items that follow one another in this node: none for the empty one, itself for what is not a sequence. */
    static List<Node> items(Node node) {
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        return node instanceof Empty ? List.of() : List.of(node);
    }
}
