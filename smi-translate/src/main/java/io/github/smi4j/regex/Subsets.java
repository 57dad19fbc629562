package io.github.smi4j.regex;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The deterministic states of a program. Each is a set of instructions before assertions are decided, with what stands
 * before the place; the next character, or the end, then decides them. Under the open end, all texts in which the
 * expression has matched are one state.
 */
final class Subsets implements Exploration.Space<Subsets.State> {

    private static final State MATCHED = new State(new int[] {Program.ACCEPT}, Neighbour.OTHER);

    private final Program program;
    private final boolean openEnd;
    private final Threads now;
    private final Threads next;
    private final Work work;

    private Subsets(Program program, boolean openEnd, Work work) {
        this.program = program;
        this.openEnd = openEnd;
        this.now = new Threads(program);
        this.next = new Threads(program);
        this.work = work;
    }

    /** The minimal automaton of what the program matches; absent past a bound. */
    static Optional<Automaton> automaton(Program program, boolean openEnd, Work work) {
        Subsets subsets = new Subsets(program, openEnd, work);
        Optional<Automaton> explored = Exploration.explore(program.alphabet(), subsets);
        work.spend(subsets.steps());
        return explored.map(Minimisation::minimal);
    }

    private long steps() {
        return now.steps() + next.steps();
    }

    @Override
    public State start() {
        next.replaceBy(program.start());
        return state(program.seesStart() ? Neighbour.EDGE : Neighbour.OTHER);
    }

    @Override
    public boolean accepts(State state) {
        now.replaceBy(state.instructions);
        now.pass(state.before, Neighbour.EDGE);
        return now.accepts();
    }

    @Override
    public List<State> successors(State state) {
        Alphabet alphabet = program.alphabet();
        return IntStream.range(0, alphabet.size())
                .mapToObj(symbolClass -> successor(state, alphabet.smallest(symbolClass)))
                .toList();
    }

    private State successor(State state, char symbol) {
        Neighbour after = program.seesWords() ? Neighbour.of(symbol) : Neighbour.OTHER;
        now.replaceBy(state.instructions);
        now.pass(state.before, after);
        if (openEnd && now.accepts()) {
            return MATCHED;
        }
        now.step(symbol, next);
        return state(after);
    }

    private State state(Neighbour before) {
        return openEnd && next.accepts() ? MATCHED : new State(next.sorted(), before);
    }

    @Override
    public boolean isExhausted() {
        return steps() > RegexLanguage.MAX_STEPS || work.isSpent(steps());
    }

    /** A set of instructions in ascending order, with what stands before the place. */
    static final class State {

        private final int[] instructions;
        private final Neighbour before;
        private final int hash;

        State(int[] instructions, Neighbour before) {
            this.instructions = instructions;
            this.before = before;
            this.hash = 31 * Arrays.hashCode(instructions) + before.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state
                    && state.hash == hash
                    && state.before == before
                    && Arrays.equals(state.instructions, instructions);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
