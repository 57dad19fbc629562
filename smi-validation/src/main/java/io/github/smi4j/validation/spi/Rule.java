package io.github.smi4j.validation.spi;

import io.github.smi4j.diagnostic.DiagnosticCode;

/**
 * One thing that can be wrong. Rules are stateless, safe for use by several threads, and deterministic. New methods will
 * be default methods.
 */
public sealed interface Rule permits ResourceRule, SetRule {
    /** The code of everything that the rule finds; no two rules have one code. */
    DiagnosticCode code();

    /** Whether the rule runs unless somebody switches it off; a rule for hints that are often meant so does not. */
    default boolean isOnByDefault() {
        return true;
    }
}
