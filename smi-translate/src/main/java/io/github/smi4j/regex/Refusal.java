package io.github.smi4j.regex;

/** Carries the first fault out of the parser. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RegexFault fault;

    Refusal(int offset, String message, String help) {
        // No stack trace: a refused pattern is an answer, and hostile input should be cheap.
        super(message, null, false, false);
        this.fault = new RegexFault(offset, message, help);
    }

    RegexFault fault() {
        return fault;
    }
}
