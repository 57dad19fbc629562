package io.github.smi4j.regex;

/** Refuses what no pattern may hold, wherever it stands. */
final class Screening {

    private Screening() {}

    static void check(String pattern) {
        if (pattern.length() > Regex.MAX_LENGTH) {
            throw new Refusal(
                    Regex.MAX_LENGTH,
                    "The pattern is " + pattern.length() + " characters long; at most " + Regex.MAX_LENGTH
                            + " are read.",
                    "Write a shorter pattern, or split it over several matches.");
        }
        for (int index = 0; index < pattern.length(); index++) {
            char found = pattern.charAt(index);
            if (found == PatternReader.END) {
                throw new Refusal(index, "The pattern holds a NUL character.", "Remove it.");
            }
            if (Character.isSurrogate(found)) {
                checkPair(pattern, index);
                index++;
            }
        }
    }

    private static void checkPair(String pattern, int index) {
        if (!Character.isSupplementaryCodePoint(pattern.codePointAt(index))) {
            throw new Refusal(
                    index,
                    "The pattern holds half of a UTF-16 surrogate pair.",
                    "Write the whole character, or remove it.");
        }
    }
}
