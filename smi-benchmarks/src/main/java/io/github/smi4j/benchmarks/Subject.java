package io.github.smi4j.benchmarks;

import java.io.IOException;

/**
 * One way to do the work.
 *
 * @param name what the report calls it
 * @param work does it once
 * @param expected what the work must return
 */
record Subject(String name, Work work, long expected) {
    /** Work that ends in a number, so that none of it can be left out. */
    @FunctionalInterface
    interface Work {
        /** Does all of the work. */
        long run() throws IOException;
    }

    /** Does the work once and checks what it returned; the time in nanoseconds. */
    long time() throws IOException {
        long start = System.nanoTime();
        long result = work.run();
        long time = System.nanoTime() - start;
        if (result != expected) {
            throw new IllegalStateException(name + " returned " + result + " instead of " + expected);
        }
        return time;
    }
}
