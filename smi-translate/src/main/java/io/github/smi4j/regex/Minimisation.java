package io.github.smi4j.regex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Merges the states of an automaton that nothing tells apart, by Hopcroft's algorithm. */
final class Minimisation implements Exploration.Space<Integer> {

    private final Automaton automaton;
    private final Partition partition;

    private Minimisation(Automaton automaton) {
        this.automaton = automaton;
        this.partition = new Partition(automaton.size());
    }

    static Automaton minimal(Automaton automaton) {
        Minimisation minimisation = new Minimisation(automaton);
        minimisation.refine();
        return Exploration.explore(automaton.alphabet(), minimisation).orElse(automaton);
    }

    private void refine() {
        Predecessors predecessors = new Predecessors(automaton);
        Deque<Integer> splitters = new ArrayDeque<>();
        automaton.accepting().stream().forEach(partition::mark);
        for (int block : partition.split()) {
            splitters.add(block);
        }
        while (!splitters.isEmpty()) {
            int[] splitter = partition.states(splitters.remove());
            for (int symbolClass = 0; symbolClass < automaton.alphabet().size(); symbolClass++) {
                for (int state : splitter) {
                    predecessors.forEach(state, symbolClass, partition::mark);
                }
                for (int block : partition.split()) {
                    splitters.add(block);
                }
            }
        }
    }

    @Override
    public Integer start() {
        return partition.blockOf(0);
    }

    @Override
    public boolean accepts(Integer block) {
        return automaton.accepts(partition.first(block));
    }

    @Override
    public List<Integer> successors(Integer block) {
        int state = partition.first(block);
        return IntStream.range(0, automaton.alphabet().size())
                .mapToObj(symbolClass -> partition.blockOf(automaton.next(state, symbolClass)))
                .toList();
    }
}
