package io.github.smi4j.regex;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The transitions of an automaton, backwards. */
final class Predecessors {

    private final int classes;
    private final int[] starts;
    private final int[] sources;

    Predecessors(Automaton automaton) {
        this.classes = automaton.alphabet().size();
        int transitions = automaton.size() * classes;
        this.starts = new int[transitions + 1];
        this.sources = new int[transitions];
        for (int index = 0; index < transitions; index++) {
            starts[target(automaton, index) + 1]++;
        }
        for (int index = 0; index < transitions; index++) {
            starts[index + 1] += starts[index];
        }
        int[] free = Arrays.copyOf(starts, transitions);
        for (int index = 0; index < transitions; index++) {
            sources[free[target(automaton, index)]++] = index / classes;
        }
    }

    /** The place of a transition's target and class. */
    private int target(Automaton automaton, int index) {
        int symbolClass = index % classes;
        return automaton.next(index / classes, symbolClass) * classes + symbolClass;
    }

    int count(int state, int symbolClass) {
        int place = state * classes + symbolClass;
        return starts[place + 1] - starts[place];
    }

    /** Hands over the states from which the class leads to the state. */
    void forEach(int state, int symbolClass, IntConsumer action) {
        int place = state * classes + symbolClass;
        for (int index = starts[place]; index < starts[place + 1]; index++) {
            action.accept(sources[index]);
        }
    }
}
