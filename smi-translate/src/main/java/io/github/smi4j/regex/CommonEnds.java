package io.github.smi4j.regex;

import java.util.BitSet;

/** What all strings of a minimal automaton begin and end with. */
final class CommonEnds {

    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Automaton automaton;
    private final Alphabet alphabet;

    CommonEnds(Automaton automaton) {
        this.automaton = automaton;
        this.alphabet = automaton.alphabet();
    }

    String prefix() {
        BitSet live = automaton.live();
        StringBuilder prefix = new StringBuilder();
        int state = 0;
        while (!automaton.accepts(state)) {
            int only = NONE;
            for (int symbolClass = 0; symbolClass < alphabet.size(); symbolClass++) {
                if (live.get(automaton.next(state, symbolClass))) {
                    only = with(only, symbolClass);
                }
            }
            if (only < 0) {
                break;
            }
            prefix.append(alphabet.smallest(only));
            state = automaton.next(state, only);
        }
        return prefix.toString();
    }

    private int with(int only, int symbolClass) {
        return (only == NONE || only == symbolClass) && alphabet.isSingle(symbolClass) ? symbolClass : SEVERAL;
    }

    /** Goes back from the accepting states as long as one character leads there and no string begins there. */
    String suffix() {
        Predecessors predecessors = new Predecessors(automaton);
        StringBuilder backwards = new StringBuilder();
        BitSet states = automaton.accepting();
        long steps = 0;
        while (!states.get(0)) {
            int only = lastSymbol(states, predecessors);
            steps += (long) states.cardinality() * alphabet.size();
            if (only < 0) {
                break;
            }
            if (steps > RegexLanguage.MAX_STEPS) {
                return "";
            }
            backwards.append(alphabet.smallest(only));
            BitSet before = new BitSet();
            states.stream().forEach(state -> predecessors.forEach(state, only, before::set));
            states = before;
        }
        return backwards.reverse().toString();
    }

    private int lastSymbol(BitSet states, Predecessors predecessors) {
        int only = NONE;
        for (int state = states.nextSetBit(0); state >= 0 && only != SEVERAL; state = states.nextSetBit(state + 1)) {
            for (int symbolClass = 0; symbolClass < alphabet.size(); symbolClass++) {
                if (predecessors.count(state, symbolClass) > 0) {
                    only = with(only, symbolClass);
                }
            }
        }
        return only;
    }
}
