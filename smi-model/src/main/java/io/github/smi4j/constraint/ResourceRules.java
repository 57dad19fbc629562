package io.github.smi4j.constraint;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.SmiResource;
import java.util.List;

/** Finds what is wrong with one resource; found as a service. {@code smi-validation} provides it. Thread-safe. */
public interface ResourceRules {
    /** All findings about the resource alone, in the order of a report; those that are no error are not violations. */
    List<Diagnostic> check(SmiResource resource);
}
