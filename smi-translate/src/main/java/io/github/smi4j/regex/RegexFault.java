package io.github.smi4j.regex;

import java.util.Objects;

/**
 * Why a pattern is outside the dialect. The texts are for the person who wrote the pattern; they quote at most a short
 * token of it, with control and non-ASCII characters escaped.
 *
 * @param offset where the fault begins: a UTF-16 index into the pattern, from 0 up to and including its length
 * @param message what was found there, one sentence, never empty
 * @param help what to write instead, one or two sentences, never empty
 */
public record RegexFault(int offset, String message, String help) {

    /**
     * A fault.
     *
     * @param offset where the fault begins, as a UTF-16 index into the pattern
     * @param message what was found there
     * @param help what to write instead
     * @throws IllegalArgumentException if {@code offset} is negative
     */
    public RegexFault {
        if (offset < 0) {
            throw new IllegalArgumentException("The offset is negative: " + offset);
        }
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(help, "help");
    }
}
