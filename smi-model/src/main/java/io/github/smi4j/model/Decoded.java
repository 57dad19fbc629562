package io.github.smi4j.model;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading a tree: the value, if nothing was wrong with it, and all findings. Immutable.
 *
 * @param <T> the type of the value
 */
public final class Decoded<T> {
    private final Optional<T> remainder;
    private final List<Diagnostic> diagnostics;

    private Decoded(Optional<T> remainder, List<Diagnostic> diagnostics) {
        this.remainder = Objects.requireNonNull(remainder, "remainder");
        this.diagnostics = diagnostics.isEmpty()
                ? List.of()
                : diagnostics.stream().sorted().toList();
    }

    /** What came of reading: the value without the parts that could not be read, and the findings. */
    public static <T> Decoded<T> of(Optional<T> remainder, List<Diagnostic> diagnostics) {
        return new Decoded<>(remainder, diagnostics);
    }

    /** The value; absent if there is an error. */
    public Optional<T> value() {
        return hasErrors() ? Optional.empty() : remainder;
    }

    /**
     * What could be read of a value that has errors: parts at fault are left out, and no list that is empty by that means
     * "all". Absent where the rest would mean more than the whole. To reason about, never to write.
     */
    public Optional<T> remainder() {
        return remainder;
    }

    /** All findings, sorted. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether a finding is an error. */
    public boolean hasErrors() {
        return !diagnostics.isEmpty() && diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }

    /**
     * The value.
     *
     * @throws SmiFormatException if there is an error; it carries all findings
     */
    public T orThrow() {
        return value().orElseThrow(() -> new SmiFormatException(diagnostics));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decoded<?> that
                && remainder.equals(that.remainder)
                && diagnostics.equals(that.diagnostics);
    }

    @Override
    public int hashCode() {
        return Objects.hash(remainder, diagnostics);
    }

    /** The value, or that there is none, and the findings. */
    @Override
    public String toString() {
        return value().map(Object::toString).orElse("no value") + " " + diagnostics;
    }

    /** The same findings with another value, made from this one. */
    public <R> Decoded<R> map(Function<? super T, ? extends R> change) {
        return new Decoded<>(remainder.map(change), diagnostics);
    }
}
