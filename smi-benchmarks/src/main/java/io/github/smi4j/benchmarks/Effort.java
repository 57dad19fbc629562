package io.github.smi4j.benchmarks;

/**
 * How much is measured.
 *
 * @param documents the documents of the text
 * @param warmUpRounds rounds that are run and not measured
 * @param measuredRounds rounds that are measured
 * @param heapRepetitions how often the heap is measured for each subject, after one that does not count
 */
record Effort(int documents, int warmUpRounds, int measuredRounds, int heapRepetitions) {
    /** What the report in the documentation is measured with. */
    static final Effort FULL = new Effort(10_000, 8, 21, 5);
}
