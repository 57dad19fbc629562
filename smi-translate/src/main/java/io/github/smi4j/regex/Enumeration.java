package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Lists the strings of a minimal automaton that has finitely many, in order, without recursion. */
final class Enumeration {

    private final Automaton automaton;
    private final BitSet live;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Ints states = new Ints();

    private Enumeration(Automaton automaton) {
        this.automaton = automaton;
        this.live = automaton.live();
    }

    /** Absent if there are more than {@code max}; the automaton must have finitely many. */
    static Optional<List<String>> of(Automaton automaton, int max) {
        return new Enumeration(automaton).run(max);
    }

    private Optional<List<String>> run(int max) {
        enter(0);
        char symbol = Alphabet.FIRST;
        while (found.size() <= max) {
            if (symbol > Alphabet.LAST) {
                if (text.isEmpty()) {
                    return Optional.of(List.copyOf(found));
                }
                symbol = (char) (leave() + 1);
            } else {
                symbol = tried(symbol);
            }
        }
        return Optional.empty();
    }

    /** Goes on with the symbol if some string does; answers the next one to try. */
    private char tried(char symbol) {
        int next = automaton.next(states.last(), automaton.alphabet().classOf(symbol));
        if (!live.get(next)) {
            return (char) (symbol + 1);
        }
        text.append(symbol);
        enter(next);
        return Alphabet.FIRST;
    }

    private void enter(int state) {
        states.add(state);
        if (automaton.accepts(state)) {
            found.add(text.toString());
        }
    }

    private char leave() {
        states.removeLast();
        char symbol = text.charAt(text.length() - 1);
        text.setLength(text.length() - 1);
        return symbol;
    }
}
