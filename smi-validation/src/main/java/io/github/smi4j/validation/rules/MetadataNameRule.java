package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;

/** Names and namespaces are what Kubernetes accepts (DNS-1123; Kubernetes docs, Object Names and IDs). */
final class MetadataNameRule implements ResourceRule {
    private static final FieldPath METADATA = FieldPath.of("metadata");

    @Override
    public DiagnosticCode code() {
        return ValidationCode.METADATA_NAME;
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        resource.metadata()
                .name()
                .filter(name -> !DnsNames.isSubdomain(name))
                .ifPresent(name ->
                        out.report(METADATA.field("name"), UserText.show(name) + " is not the name of a resource"));
        resource.metadata()
                .generateName()
                .filter(prefix -> !DnsNames.isSubdomain(prefix + "0"))
                .ifPresent(prefix -> out.report(
                        METADATA.field("generateName"),
                        UserText.show(prefix) + " does not begin the name of a resource"));
        resource.metadata()
                .namespace()
                .filter(namespace -> !isFoundByResolution(resource.resourceKind()))
                .filter(namespace -> !namespace.isEmpty() && !DnsNames.isLabel(namespace))
                .ifPresent(namespace -> out.report(
                        METADATA.field("namespace"), UserText.show(namespace) + " is not the name of a namespace"));
    }

    /** The resolution asks for the namespace of what is not a traffic spec. */
    private static boolean isFoundByResolution(ResourceKind kind) {
        return switch (kind) {
            case TRAFFIC_SPLIT, TRAFFIC_TARGET, IDENTITY_BINDING -> true;
            default -> false;
        };
    }
}
