package io.github.smi4j.regex;

/** An answer about a {@link RegexLanguage}. Whoever needs a proof treats {@link #UNKNOWN} like the bad answer. */
public enum Answer {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** A bound of {@link RegexLanguage} was met before the answer was found. */
    UNKNOWN;

    static Answer of(boolean value) {
        return value ? YES : NO;
    }

    Answer and(Answer other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : UNKNOWN;
    }

    Answer negated() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
