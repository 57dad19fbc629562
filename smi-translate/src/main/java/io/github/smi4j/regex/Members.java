package io.github.smi4j.regex;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** The strings of a minimal automaton. */
final class Members {

    private final Automaton automaton;
    private final Alphabet alphabet;
    private final BitSet live;

    Members(Automaton automaton) {
        this.automaton = automaton;
        this.alphabet = automaton.alphabet();
        this.live = automaton.live();
    }

    /** Whether no live state lies on a cycle: taking away states that nothing leads to takes away all. */
    boolean areFinite() {
        int[] arrivals = new int[automaton.size()];
        live.stream().forEach(state -> successors(state).forEach(next -> arrivals[next]++));
        Ints free = new Ints();
        if (live.get(0) && arrivals[0] == 0) {
            free.add(0);
        }
        for (int index = 0; index < free.size(); index++) {
            successors(free.get(index)).filter(next -> --arrivals[next] == 0).forEach(free::add);
        }
        return free.size() == live.cardinality();
    }

    private IntStream successors(int state) {
        return IntStream.range(0, alphabet.size())
                .map(symbolClass -> automaton.next(state, symbolClass))
                .filter(live::get);
    }

    /** The shortest string, and of these the smallest: states are met in the order of the smallest way to them. */
    Optional<String> shortest() {
        int[] from = new int[automaton.size()];
        char[] by = new char[automaton.size()];
        BitSet met = new BitSet();
        Ints queue = new Ints();
        met.set(0);
        queue.add(0);
        for (int index = 0; index < queue.size(); index++) {
            int state = queue.get(index);
            if (automaton.accepts(state)) {
                return Optional.of(way(state, from, by));
            }
            for (int symbolClass = 0; symbolClass < alphabet.size(); symbolClass++) {
                int next = automaton.next(state, symbolClass);
                if (!met.get(next)) {
                    met.set(next);
                    from[next] = state;
                    by[next] = alphabet.smallest(symbolClass);
                    queue.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static String way(int end, int[] from, char[] by) {
        StringBuilder backwards = new StringBuilder();
        for (int state = end; state != 0; state = from[state]) {
            backwards.append(by[state]);
        }
        return backwards.reverse().toString();
    }
}
