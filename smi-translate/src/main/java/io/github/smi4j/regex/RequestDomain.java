package io.github.smi4j.regex;

/**
 * The parts of a request that an expression is asked about, each with the strings that decisions and proofs cover.
 * Both hold printable ASCII only, U+0020 to U+007E.
 */
public enum RequestDomain {

    /**
     * Absolute paths that RFC 3986 normalisation leaves unchanged, without {@code ?}, {@code #} and {@code \}. No
     * segment is {@code .} or {@code ..}. Each {@code %} with two hexadecimal digits behind it has them in upper case
     * and does not stand for a letter, a digit or one of {@code -._~}, which normalisation would decode; any other
     * {@code %} is a character like others. Empty segments, as in {@code //}, are allowed.
     */
    PATH,

    /** Header values that neither begin nor end with a blank. The empty value is one. */
    HEADER;

    /**
     * Whether decisions and proofs about this part of a request cover the string.
     *
     * @param text any string
     * @return whether it is in this domain
     */
    public boolean contains(String text) {
        return automaton().accepts(text);
    }

    Automaton automaton() {
        return this == PATH ? Automata.PATH : Automata.HEADER;
    }

    private static final class Automata {

        private static final Automaton HEADER = automaton("(?:[!-~](?:[ -~]*[!-~])?)?");
        private static final Automaton PATH = path();

        private static Automaton path() {
            Automaton absolute = automaton("/[^?#\\\\]*");
            Automaton dotSegment = automaton(".*/\\.\\.?(?:/.*)?");
            Automaton lowerCase = automaton(".*%(?:[0-9A-Fa-f][a-f]|[a-f][0-9A-Fa-f]).*");
            Automaton unreserved = automaton(".*%(?:2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE]).*");
            return without(without(without(absolute, dotSegment), lowerCase), unreserved);
        }

        private static Automaton automaton(String pattern) {
            Program program = Compiler.compile(Parser.parse(pattern));
            return Subsets.automaton(program, false, Work.ofOne()).orElseThrow();
        }

        private static Automaton without(Automaton all, Automaton others) {
            return Product.minimal(all, others, Product.Operation.DIFFERENCE, Work.ofOne())
                    .orElseThrow();
        }
    }
}
