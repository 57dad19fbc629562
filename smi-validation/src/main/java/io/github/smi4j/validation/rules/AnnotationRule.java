package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Annotations are what Kubernetes accepts (Kubernetes docs, Annotations). */
final class AnnotationRule implements ResourceRule {
    /** How many bytes all keys and values may have together. */
    static final int MAX_BYTES = 256 * 1024;

    private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

    @Override
    public DiagnosticCode code() {
        return ValidationCode.ANNOTATION;
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        Map<String, String> annotations = resource.metadata().annotations();
        annotations.keySet().stream()
                // Kubernetes looks at the key of an annotation in lower case.
                .filter(key -> !DnsNames.isLabelKey(key.toLowerCase(Locale.ROOT)))
                .forEach(key ->
                        out.reportName(ANNOTATIONS.key(key), UserText.show(key) + " is not the key of an annotation"));
        long bytes = annotations.entrySet().stream()
                .mapToLong(entry -> (long) bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
        if (bytes > MAX_BYTES) {
            out.report(ANNOTATIONS, "the annotations have " + bytes + " bytes, expected at most " + MAX_BYTES);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
