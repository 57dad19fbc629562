package io.github.smi4j.regex;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The printable ASCII characters, parted into classes whose members an automaton does not tell apart. Classes are
 * numbered from 0 in the order of their smallest members.
 */
final class Alphabet {

    static final char FIRST = ' ';
    static final char LAST = '~';
    private static final int SYMBOLS = LAST - FIRST + 1;

    /** All characters in one class. */
    static final Alphabet COARSEST = new Alphabet(new int[SYMBOLS]);

    private final int[] classes;
    private final int[] members;
    private final char[] smallest;

    private Alphabet(int[] classes) {
        this.classes = classes;
        int size = IntStream.of(classes).max().orElse(0) + 1;
        this.members = new int[size];
        this.smallest = new char[size];
        for (int index = SYMBOLS - 1; index >= 0; index--) {
            members[classes[index]]++;
            smallest[classes[index]] = (char) (FIRST + index);
        }
    }

    static boolean contains(int codePoint) {
        return FIRST <= codePoint && codePoint <= LAST;
    }

    int size() {
        return smallest.length;
    }

    /** The class of a character of the alphabet. */
    int classOf(int symbol) {
        return classes[symbol - FIRST];
    }

    char smallest(int symbolClass) {
        return smallest[symbolClass];
    }

    boolean isSingle(int symbolClass) {
        return members[symbolClass] == 1;
    }

    Alphabet splitBy(CharacterSet set) {
        return parted(2, symbol -> set.contains(symbol) ? 1 : 0);
    }

    /** The coarsest alphabet that tells apart what either does. */
    Alphabet refinedBy(Alphabet other) {
        return parted(other.size(), other::classOf);
    }

    /** Parts each class by numbers that are below a bound. */
    private Alphabet parted(int bound, IntUnaryOperator part) {
        int[] numbers = new int[size() * bound];
        int[] finer = new int[SYMBOLS];
        int next = 0;
        for (int index = 0; index < SYMBOLS; index++) {
            int key = classes[index] * bound + part.applyAsInt(FIRST + index);
            if (numbers[key] == 0) {
                next++;
                numbers[key] = next;
            }
            finer[index] = numbers[key] - 1;
        }
        return new Alphabet(finer);
    }
}
