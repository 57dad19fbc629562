package io.github.smi4j.it.cases;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;

/** A rule that does not work for splits. */
final class FailingRule implements ResourceRule {
    @Override
    public DiagnosticCode code() {
        return () -> new CodeDefinition("TEST0001", Severity.INFO, Effect.EXACT, "Nothing", "Do nothing.");
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        if (resource.kind().equals("TrafficSplit")) {
            throw new IllegalStateException("splits are not looked at yet");
        }
    }
}
