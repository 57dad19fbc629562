package io.github.smi4j.regex;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The states of two automata that read the same text. A pair whose end is decided becomes one of two sinks. */
final class Product implements Exploration.Space<Product.Pair> {

    enum Operation {
        UNION,
        INTERSECTION,
        DIFFERENCE;

        boolean accepts(boolean left, boolean right) {
            return switch (this) {
                case UNION -> left || right;
                case INTERSECTION -> left && right;
                case DIFFERENCE -> left && !right;
            };
        }

        boolean isDecidedByLeft(boolean left) {
            return accepts(left, false) == accepts(left, true);
        }

        boolean isDecidedByRight(boolean right) {
            return accepts(false, right) == accepts(true, right);
        }
    }

    record Pair(int left, int right) {}

    /** What a pair costs, in steps through an expression. */
    private static final int STEPS_OF_A_PAIR = 4;

    private static final Pair ACCEPTED = new Pair(-1, -1);
    private static final Pair REFUSED = new Pair(-2, -2);

    private final Automaton left;
    private final Automaton right;
    private final Operation operation;
    private final Alphabet alphabet;
    private final Work work;
    private long steps;

    private Product(Automaton left, Automaton right, Operation operation, Work work) {
        this.left = left;
        this.right = right;
        this.operation = operation;
        this.alphabet = left.alphabet().refinedBy(right.alphabet());
        this.work = work;
    }

    /** The minimal automaton of the two languages together; absent past the bound on states. */
    static Optional<Automaton> minimal(Automaton left, Automaton right, Operation operation, Work work) {
        Product product = new Product(left, right, operation, work);
        Optional<Automaton> explored = Exploration.explore(product.alphabet, product);
        work.spend(product.steps);
        return explored.map(Minimisation::minimal);
    }

    @Override
    public boolean isExhausted() {
        return work.isSpent(steps);
    }

    @Override
    public Pair start() {
        return pair(0, 0);
    }

    @Override
    public boolean accepts(Pair pair) {
        return pair.equals(ACCEPTED) || (pair.left >= 0 && accepts(pair.left, pair.right));
    }

    @Override
    public List<Pair> successors(Pair pair) {
        steps += (long) STEPS_OF_A_PAIR * alphabet.size();
        return IntStream.range(0, alphabet.size())
                .mapToObj(symbolClass -> pair.left < 0 ? pair : successor(pair, alphabet.smallest(symbolClass)))
                .toList();
    }

    private Pair successor(Pair pair, char symbol) {
        return pair(
                left.next(pair.left, left.alphabet().classOf(symbol)),
                right.next(pair.right, right.alphabet().classOf(symbol)));
    }

    private Pair pair(int leftState, int rightState) {
        boolean decided = (operation.isDecidedByLeft(left.accepts(leftState)) && left.isSink(leftState))
                || (operation.isDecidedByRight(right.accepts(rightState)) && right.isSink(rightState));
        if (!decided) {
            return new Pair(leftState, rightState);
        }
        return accepts(leftState, rightState) ? ACCEPTED : REFUSED;
    }

    private boolean accepts(int leftState, int rightState) {
        return operation.accepts(left.accepts(leftState), right.accepts(rightState));
    }
}
