package io.github.smi4j.regex;

import io.github.smi4j.regex.Node.Assertion;

/** What stands next to a place in a text, as far as assertions tell it apart. */
enum Neighbour {
    EDGE,
    NEWLINE,
    WORD,
    OTHER;

    private static final CharacterSet WORDS =
            NamedSets.ofEscape('w', Flags.NONE).orElseThrow();

    static Neighbour of(int codePoint) {
        if (codePoint == '\n') {
            return NEWLINE;
        }
        return WORDS.contains(codePoint) ? WORD : OTHER;
    }

    static boolean holds(Assertion.Kind kind, Neighbour before, Neighbour after) {
        return switch (kind) {
            case TEXT_START -> before == EDGE;
            case TEXT_END -> after == EDGE;
            case LINE_START -> before == EDGE || before == NEWLINE;
            case LINE_END -> after == EDGE || after == NEWLINE;
            case WORD_BOUNDARY -> (before == WORD) != (after == WORD);
            case NO_WORD_BOUNDARY -> (before == WORD) == (after == WORD);
        };
    }
}
