package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** Codes of rules and translators that tests bring. */
enum TestCode implements DiagnosticCode {
    FIRST("TEST0001", Severity.WARNING, Effect.EXACT),
    SECOND("TEST0002", Severity.ERROR, Effect.EXACT),
    NARROWED("TEST0003", Severity.WARNING, Effect.NARROWED),
    HINT("TEST0004", Severity.INFO, Effect.EXACT);

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    TestCode(String id, Severity severity, Effect effect) {
        this.definition = new CodeDefinition(id, severity, effect, "Something", "Do something.");
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
