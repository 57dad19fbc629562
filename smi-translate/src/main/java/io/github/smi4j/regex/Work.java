package io.github.smi4j.regex;

/** How many steps may still be taken in building automata. Not thread-safe. */
final class Work {
    private long left;

    Work(long steps) {
        this.left = steps;
    }

    /** As much as one automaton may take. */
    static Work ofOne() {
        return new Work(Long.MAX_VALUE);
    }

    void spend(long steps) {
        left -= steps;
    }

    boolean isSpent(long steps) {
        return steps >= left;
    }
}
