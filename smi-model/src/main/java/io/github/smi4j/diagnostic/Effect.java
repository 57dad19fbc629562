package io.github.smi4j.diagnostic;

/** What becomes of the part of the input that a finding is about, in a translation or a conversion. */
public enum Effect {
    /** The result decides as the input does; nothing is lost. */
    EXACT,
    /** Only shares of a split: the result is as near as the target can say. */
    APPROXIMATED,
    /** The result allows less than the input. */
    NARROWED,
    /** The result allows more than the input; only by an option that says so. */
    WIDENED,
    /** That rule, route, target, split or resource is left out of the result. */
    DROPPED,
    /** The result does not bind this traffic: the target does not see it, or something else opens it. */
    UNENFORCED
}
