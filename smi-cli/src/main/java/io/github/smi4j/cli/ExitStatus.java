package io.github.smi4j.cli;

/** What the command returns to the shell. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;

    /** There are errors that were not accepted, and no resources were written. */
    static final int FINDINGS = 1;

    /** Wrong usage, or input or output that cannot be read or written. */
    static final int USAGE = 2;

    private ExitStatus() {}
}
