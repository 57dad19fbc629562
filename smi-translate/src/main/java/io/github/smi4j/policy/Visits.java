package io.github.smi4j.policy;

/**
 * Counts how often a part of the input is looked at while a policy is resolved, so that a test can see that the work grows with
 * the input and no faster.
 */
final class Visits {
    private long count;

    /** One more part was looked at. */
    void add() {
        count++;
    }

    /** So many more parts were looked at. */
    void add(int parts) {
        count += parts;
    }

    long count() {
        return count;
    }
}
