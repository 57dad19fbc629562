package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** Findings of translators to the mesh of the tests. */
enum TestCode implements DiagnosticCode {
    NOTED("TEST0001", Severity.INFO, Effect.EXACT),
    NARROWED("TEST0002", Severity.WARNING, Effect.NARROWED),
    APPROXIMATED("TEST0003", Severity.WARNING, Effect.APPROXIMATED),
    DROPPED("TEST0004", Severity.ERROR, Effect.DROPPED),
    UNENFORCED("TEST0005", Severity.ERROR, Effect.UNENFORCED),
    WIDENED("TEST0006", Severity.WARNING, Effect.WIDENED);

    private final CodeDefinition definition;

    TestCode(String id, Severity severity, Effect effect) {
        this.definition = new CodeDefinition(id, severity, effect, "Something", "Do something.");
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
