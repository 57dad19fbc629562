package io.github.smi4j.regex;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Ints {

    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    int last() {
        return values[size - 1];
    }

    void removeLast() {
        size--;
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Empties this, and answers what was in it. */
    int[] clear() {
        int[] all = toArray();
        size = 0;
        return all;
    }
}
