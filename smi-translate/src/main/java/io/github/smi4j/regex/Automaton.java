package io.github.smi4j.regex;

import java.util.BitSet;

/**
 * A deterministic automaton over printable ASCII: complete, with state 0 at the start, and with no state that cannot be
 * reached.
 */
final class Automaton {

    private final Alphabet alphabet;
    private final int[] targets;
    private final BitSet accepting;
    private final BitSet sinks = new BitSet();

    Automaton(Alphabet alphabet, int[] targets, BitSet accepting) {
        this.alphabet = alphabet;
        this.targets = targets;
        this.accepting = accepting;
        for (int state = 0; state < size(); state++) {
            sinks.set(state, staysIn(state));
        }
    }

    Alphabet alphabet() {
        return alphabet;
    }

    int size() {
        return targets.length / alphabet.size();
    }

    int next(int state, int symbolClass) {
        return targets[state * alphabet.size() + symbolClass];
    }

    boolean accepts(int state) {
        return accepting.get(state);
    }

    BitSet accepting() {
        return (BitSet) accepting.clone();
    }

    boolean isEmpty() {
        return accepting.isEmpty();
    }

    private boolean staysIn(int state) {
        for (int symbolClass = 0; symbolClass < alphabet.size(); symbolClass++) {
            if (next(state, symbolClass) != state) {
                return false;
            }
        }
        return true;
    }

    /** Whether the state is never left. */
    boolean isSink(int state) {
        return sinks.get(state);
    }

    /** The states from which an accepting one can be reached, which in a minimal automaton are all but one. */
    BitSet live() {
        BitSet live = new BitSet();
        live.set(0, size());
        live.andNot(sinks);
        live.or(accepting);
        return live;
    }

    boolean accepts(String text) {
        int state = 0;
        for (int index = 0; index < text.length(); index++) {
            if (!Alphabet.contains(text.charAt(index))) {
                return false;
            }
            state = next(state, alphabet.classOf(text.charAt(index)));
        }
        return accepts(state);
    }
}
