package io.github.smi4j.regex;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The strings of an automaton, read from their ends. A state is the set of states that the rest could have led to. */
final class Reversal implements Exploration.Space<BitSet> {

    /** Suffixes are one way of writing among others: they are not worth as much work as a language itself. */
    private static final long MAX_STEPS = RegexLanguage.MAX_STEPS / 20;

    private final Automaton automaton;
    private final Predecessors predecessors;
    private long steps;

    private Reversal(Automaton automaton) {
        this.automaton = automaton;
        this.predecessors = new Predecessors(automaton);
    }

    /** The minimal automaton of the reversed strings; absent past a bound. */
    static Optional<Automaton> of(Automaton automaton) {
        return Exploration.explore(automaton.alphabet(), new Reversal(automaton))
                .map(Minimisation::minimal);
    }

    @Override
    public BitSet start() {
        return automaton.accepting();
    }

    @Override
    public boolean accepts(BitSet states) {
        return states.get(0);
    }

    @Override
    public List<BitSet> successors(BitSet states) {
        steps += (long) states.cardinality() * automaton.alphabet().size();
        return IntStream.range(0, automaton.alphabet().size())
                .mapToObj(symbolClass -> before(states, symbolClass))
                .toList();
    }

    private BitSet before(BitSet states, int symbolClass) {
        BitSet before = new BitSet();
        states.stream().forEach(state -> predecessors.forEach(state, symbolClass, before::set));
        return before;
    }

    @Override
    public boolean isExhausted() {
        return steps > MAX_STEPS;
    }
}
