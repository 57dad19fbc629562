package io.github.smi4j.regex;

import java.util.Arrays;
import java.util.stream.IntStream;

/** States in blocks, each a stretch of one array whose first part is marked. */
final class Partition {

    private final int[] states;
    private final int[] places;
    private final int[] blocks;
    private final Ints starts = new Ints();
    private final Ints ends = new Ints();
    private final Ints marked = new Ints();
    private final Ints touched = new Ints();

    Partition(int size) {
        this.states = IntStream.range(0, size).toArray();
        this.places = IntStream.range(0, size).toArray();
        this.blocks = new int[size];
        add(0, size);
    }

    private int add(int start, int end) {
        starts.add(start);
        ends.add(end);
        marked.add(0);
        return starts.size() - 1;
    }

    int blockOf(int state) {
        return blocks[state];
    }

    int[] states(int block) {
        return Arrays.copyOfRange(states, starts.get(block), ends.get(block));
    }

    int first(int block) {
        return states[starts.get(block)];
    }

    void mark(int state) {
        int block = blocks[state];
        int boundary = starts.get(block) + marked.get(block);
        int place = places[state];
        if (place >= boundary) {
            put(states[boundary], place);
            put(state, boundary);
            marked.set(block, marked.get(block) + 1);
            if (boundary == starts.get(block)) {
                touched.add(block);
            }
        }
    }

    private void put(int state, int place) {
        states[place] = state;
        places[state] = place;
    }

    /** Splits the blocks of which some states are marked and some are not; answers the smaller parts, as new blocks. */
    int[] split() {
        Ints added = new Ints();
        for (int block : touched.clear()) {
            int boundary = starts.get(block) + marked.get(block);
            marked.set(block, 0);
            if (boundary < ends.get(block)) {
                added.add(splitAt(block, boundary));
            }
        }
        return added.toArray();
    }

    private int splitAt(int block, int boundary) {
        int start = starts.get(block);
        int end = ends.get(block);
        boolean firstIsSmaller = boundary - start <= end - boundary;
        int added = firstIsSmaller ? add(start, boundary) : add(boundary, end);
        if (firstIsSmaller) {
            starts.set(block, boundary);
        } else {
            ends.set(block, boundary);
        }
        for (int place = starts.get(added); place < ends.get(added); place++) {
            blocks[states[place]] = added;
        }
        return added;
    }
}
