package io.github.smi4j.regex;

import io.github.smi4j.regex.Node.Assertion;
import java.util.List;

/**
 * An expression as instructions of a nondeterministic automaton. Its size is linear in the expression's with counted
 * repetitions written out.
 */
final class Program {

    enum Operation {
        /** The expression has matched. */
        ACCEPT,
        /** Takes one character of the set with number {@code first}, and goes on at {@code second}. */
        CONSUME,
        /** Goes on at {@code first} and at {@code second}. */
        FORK,
        /** Goes on at {@code second} where the assertion with number {@code first} holds. */
        CHECK
    }

    /** The number of the only accepting instruction. */
    static final int ACCEPT = 0;

    private final Operation[] operations;
    private final int[] first;
    private final int[] second;
    private final int start;
    private final List<CharacterSet> sets;
    private final List<Assertion.Kind> kinds;
    private final boolean seesWords;
    private final boolean seesStart;
    private final Alphabet alphabet;
    private final boolean[][] accepted;

    Program(
            List<Operation> operations,
            Ints first,
            Ints second,
            int start,
            List<CharacterSet> sets,
            List<Assertion.Kind> kinds) {
        this.operations = operations.toArray(Operation[]::new);
        this.first = first.toArray();
        this.second = second.toArray();
        this.start = start;
        this.sets = List.copyOf(sets);
        this.kinds = List.copyOf(kinds);
        this.seesWords =
                kinds.contains(Assertion.Kind.WORD_BOUNDARY) || kinds.contains(Assertion.Kind.NO_WORD_BOUNDARY);
        this.seesStart =
                seesWords || kinds.contains(Assertion.Kind.TEXT_START) || kinds.contains(Assertion.Kind.LINE_START);
        this.alphabet = alphabet(sets, seesWords);
        this.accepted = new boolean[sets.size()][alphabet.size()];
        for (int set = 0; set < accepted.length; set++) {
            for (int symbolClass = 0; symbolClass < alphabet.size(); symbolClass++) {
                accepted[set][symbolClass] = sets.get(set).contains(alphabet.smallest(symbolClass));
            }
        }
    }

    private static Alphabet alphabet(List<CharacterSet> sets, boolean seesWords) {
        Alphabet alphabet = Alphabet.COARSEST;
        for (CharacterSet set : sets) {
            alphabet = alphabet.splitBy(set);
        }
        return seesWords ? alphabet.splitBy(NamedSets.ofEscape('w', Flags.NONE).orElseThrow()) : alphabet;
    }

    int size() {
        return operations.length;
    }

    int start() {
        return start;
    }

    /** The printable characters, in classes that this program does not tell apart. */
    Alphabet alphabet() {
        return alphabet;
    }

    Operation operation(int instruction) {
        return operations[instruction];
    }

    int first(int instruction) {
        return first[instruction];
    }

    int second(int instruction) {
        return second[instruction];
    }

    boolean consumes(int instruction, int codePoint) {
        if (operations[instruction] != Operation.CONSUME) {
            return false;
        }
        return Alphabet.contains(codePoint)
                ? accepted[first[instruction]][alphabet.classOf(codePoint)]
                : sets.get(first[instruction]).contains(codePoint);
    }

    boolean holds(int instruction, Neighbour before, Neighbour after) {
        return operations[instruction] == Operation.CHECK
                && Neighbour.holds(kinds.get(first[instruction]), before, after);
    }

    /** Whether an assertion tells word characters from others. */
    boolean seesWords() {
        return seesWords;
    }

    /** Whether an assertion tells the start of the text from other places. */
    boolean seesStart() {
        return seesStart;
    }
}
