package io.github.smi4j.regex;

/**
 * Bounds the work that many expressions take together: each alone is bounded by {@link RegexLanguage}, but an input may
 * hold many. When it is used up, languages and answers are unknown; so whoever asks in an order that does not depend on
 * the order of the input gets answers that do not either. Not thread-safe.
 */
public final class RegexBudget {
    /** Steps that take about a second: enough for thousands of ordinary expressions. */
    public static final long DEFAULT_STEPS = 40_000_000;

    private final Work work;

    private RegexBudget(long steps) {
        this.work = new Work(steps);
    }

    /**
     * A budget of so many steps.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static RegexBudget of(long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a budget is at least 1 step, was " + steps);
        }
        return new RegexBudget(steps);
    }

    /** The paths that match an expression, as {@link RegexLanguage#ofPath}; unknown once the budget is used up. */
    public RegexLanguage languageOfPath(Regex regex) {
        return RegexLanguage.ofPath(regex, work);
    }

    /** The header values that match, as {@link RegexLanguage#ofHeader}; unknown once the budget is used up. */
    public RegexLanguage languageOfHeader(Regex regex) {
        return RegexLanguage.ofHeader(regex, work);
    }

    /**
     * Whether every string of a language is in another, as {@link RegexLanguage#isContainedIn}; UNKNOWN once the budget is
     * used up.
     *
     * @throws IllegalArgumentException if the two are of different domains
     */
    public Answer isContained(RegexLanguage language, RegexLanguage other) {
        return language.isContainedIn(other, work);
    }
}
