package io.github.smi4j.regex;

import io.github.smi4j.regex.Program.Operation;
import java.util.Arrays;

/**
 * A set of instructions at which a program may be at one place of a text, in which forks are already resolved.
 * Each instruction is added at most once, so that a step costs at most the size of the program.
 */
final class Threads {

    private final Program program;
    private final int[] members;
    private final int[] pending;
    private final int[] seen;
    private int size;
    private int generation = 1;
    private long steps;

    Threads(Program program) {
        this.program = program;
        this.members = new int[program.size()];
        this.pending = new int[program.size()];
        this.seen = new int[program.size()];
    }

    /** How many instructions were looked at so far. */
    long steps() {
        return steps;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean accepts() {
        return seen[Program.ACCEPT] == generation;
    }

    /** The members in ascending order. */
    int[] sorted() {
        int[] sorted = Arrays.copyOf(members, size);
        Arrays.sort(sorted);
        return sorted;
    }

    void replaceBy(int... instructions) {
        size = 0;
        generation++;
        for (int instruction : instructions) {
            add(instruction);
        }
    }

    /** Adds what lies behind those assertions among the members that hold between two neighbours. */
    void pass(Neighbour before, Neighbour after) {
        for (int index = 0; index < size; index++) {
            steps++;
            if (program.holds(members[index], before, after)) {
                add(program.second(members[index]));
            }
        }
    }

    /** Makes the target the set in which the program may be behind the character. */
    void step(int codePoint, Threads target) {
        target.replaceBy();
        for (int index = 0; index < size; index++) {
            steps++;
            if (program.consumes(members[index], codePoint)) {
                target.add(program.second(members[index]));
            }
        }
    }

    private void add(int instruction) {
        int waiting = push(instruction, 0);
        while (waiting > 0) {
            steps++;
            int next = pending[--waiting];
            if (program.operation(next) == Operation.FORK) {
                waiting = push(program.first(next), waiting);
                waiting = push(program.second(next), waiting);
            } else {
                members[size++] = next;
            }
        }
    }

    private int push(int instruction, int waiting) {
        if (seen[instruction] == generation) {
            return waiting;
        }
        seen[instruction] = generation;
        pending[waiting] = instruction;
        return waiting + 1;
    }
}
