package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the automaton of a space of states, in the order in which they are met, up to the bound on states. */
final class Exploration<S> {

    /** States that are equal if they are the same, and what follows them. */
    interface Space<S> {

        S start();

        boolean accepts(S state);

        /** The states behind one, in the order of the classes of the alphabet. */
        List<S> successors(S state);

        /** Whether so much was done that the exploration ends without a result. */
        default boolean isExhausted() {
            return false;
        }
    }

    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final Ints targets = new Ints();
    private final BitSet accepting = new BitSet();

    private Exploration() {}

    /** Absent if the space is past a bound. */
    static <S> Optional<Automaton> explore(Alphabet alphabet, Space<S> space) {
        return new Exploration<S>().run(alphabet, space);
    }

    private Optional<Automaton> run(Alphabet alphabet, Space<S> space) {
        number(space.start());
        for (int state = 0; state < states.size(); state++) {
            if (states.size() > RegexLanguage.MAX_STATES || space.isExhausted()) {
                return Optional.empty();
            }
            accepting.set(state, space.accepts(states.get(state)));
            space.successors(states.get(state)).forEach(successor -> targets.add(number(successor)));
        }
        return Optional.of(new Automaton(alphabet, targets.toArray(), accepting));
    }

    private int number(S state) {
        int unseen = states.size();
        int number = numbers.computeIfAbsent(state, key -> unseen);
        if (number == unseen) {
            states.add(state);
        }
        return number;
    }
}
