package io.github.smi4j.regex;

import java.util.Objects;

/** What {@link Regex#parse(String)} answers: the expression, or the first fault of a pattern outside the dialect. */
public sealed interface RegexResult permits RegexResult.Parsed, RegexResult.Faulty {

    /**
     * The pattern is in the dialect.
     *
     * @param regex the expression
     */
    record Parsed(Regex regex) implements RegexResult {

        /**
         * A pattern that was read.
         *
         * @param regex the expression
         */
        public Parsed {
            Objects.requireNonNull(regex, "regex");
        }
    }

    /**
     * The pattern is outside the dialect.
     *
     * @param fault the first fault, reading from the left
     */
    record Faulty(RegexFault fault) implements RegexResult {

        /**
         * A pattern that was refused.
         *
         * @param fault the first fault, reading from the left
         */
        public Faulty {
            Objects.requireNonNull(fault, "fault");
        }
    }
}
