package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;

/** Labels are what Kubernetes accepts (Kubernetes docs, Labels and Selectors). */
final class LabelRule implements ResourceRule {
    private static final FieldPath LABELS = FieldPath.of("metadata", "labels");

    @Override
    public DiagnosticCode code() {
        return ValidationCode.LABEL;
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        resource.metadata().labels().forEach((key, value) -> {
            if (!DnsNames.isLabelKey(key)) {
                out.reportName(LABELS.key(key), UserText.show(key) + " is not the key of a label");
            } else if (!DnsNames.isLabelValue(value)) {
                out.report(LABELS.key(key), UserText.show(value) + " is not the value of a label");
            }
        });
    }
}
