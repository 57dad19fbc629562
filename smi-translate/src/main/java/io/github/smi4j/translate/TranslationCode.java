package io.github.smi4j.translate;

import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Effect.UNENFORCED;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** Findings about translation in general. */
public enum TranslationCode implements DiagnosticCode {
    /** A kind that the translator does not know. */
    KIND_NOT_TRANSLATED(
            "SMI3001",
            ERROR,
            UNENFORCED,
            "The translator does not translate resources of this kind; the mesh does not enforce it",
            "Keep another way to enforce it, or leave it out of the input."),
    /** A plugin that threw. */
    TRANSLATOR_FAILED(
            "SMI3002",
            ERROR,
            DROPPED,
            "The translator failed; nothing of its output is used",
            "Report this to the authors of the translator, with the input."),
    /** A plugin that emitted one resource twice. */
    RESOURCE_TWICE(
            "SMI3003",
            ERROR,
            DROPPED,
            "The translator emitted two resources of one name; neither is used",
            "Report this to the authors of the translator, with the input."),
    /** An earlier output that is not emitted any more. */
    EARLIER_OUTPUT_LEFT(
            "SMI3004",
            WARNING,
            EXACT,
            "An earlier output that this translation does not emit any more is still in force",
            "Delete it from the cluster and from the input, if what it came from is gone.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    TranslationCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
