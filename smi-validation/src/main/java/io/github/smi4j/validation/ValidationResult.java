package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import java.util.List;

/** What was found. Immutable. */
public final class ValidationResult {
    private final List<Diagnostic> all;
    private final long visits;

    ValidationResult(List<Diagnostic> all, long visits) {
        this.all = List.copyOf(all);
        this.visits = visits;
    }

    /** All findings, sorted by resource, position and code. */
    public List<Diagnostic> all() {
        return all;
    }

    /** The errors among them, in the same order. */
    public List<Diagnostic> errors() {
        return all.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }

    /** Whether a finding is an error. */
    public boolean hasErrors() {
        return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /**
     * This result, if nothing of it is an error.
     *
     * @throws SmiValidationException if there is an error; it carries all findings
     */
    public ValidationResult orThrow() {
        if (hasErrors()) {
            throw new SmiValidationException(all);
        }
        return this;
    }

    /** How often rules looked at parts of the input. */
    long visits() {
        return visits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValidationResult that && all.equals(that.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** The findings. */
    @Override
    public String toString() {
        return all.toString();
    }
}
