package io.github.smi4j.diagnostic;

/** How much a finding matters; the natural order is the most severe first. */
public enum Severity {
    /** Something is not done, or not enforced; the command stops unless the code is accepted. */
    ERROR,
    /** The result differs from what one may expect, on the safe side or because an option asked for it. */
    WARNING,
    /** Worth knowing; nothing is lost. */
    INFO
}
