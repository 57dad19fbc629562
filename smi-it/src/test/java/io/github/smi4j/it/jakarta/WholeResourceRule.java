package io.github.smi4j.it.jakarta;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;

/** A user's rule that is about a resource as a whole. */
public final class WholeResourceRule implements ResourceRule {
    /** The only resource that it finds anything wrong with. */
    static final String NAME = "forbidden";

    @Override
    public DiagnosticCode code() {
        return () -> new CodeDefinition("TEST0002", Severity.ERROR, Effect.EXACT, "is not wanted", "Remove it.");
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        if (resource.metadata().name().filter(NAME::equals).isPresent()) {
            out.report(FieldPath.root(), "is not wanted");
        }
    }
}
