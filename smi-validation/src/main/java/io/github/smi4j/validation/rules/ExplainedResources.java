package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.validation.spi.RuleContext;
import java.util.HashSet;
import java.util.Set;

/** The resources of which a finding says why they allow less than they seem to. */
final class ExplainedResources {
    /** Findings that change nothing but say why something is not allowed. */
    private static final Set<String> EXPLAIN = Set.of(
            AccessCode.PORT_MISSING.id(),
            AccessCode.TARGET_PORT_MISSING.id(),
            AccessCode.SOURCE_LABELS_UNUSED.id(),
            AccessCode.SPIFFE_FOREIGN_DESTINATION.id(),
            PolicyCode.PATTERN_NEVER_MATCHES.id());

    private final Set<ResourceRef> refs = new HashSet<>();

    private ExplainedResources() {}

    static ExplainedResources of(RuleContext in) {
        ExplainedResources explained = new ExplainedResources();
        for (Diagnostic finding : in.policy().diagnostics()) {
            String code = finding.code().id();
            boolean explains = finding.effect() != Effect.EXACT || EXPLAIN.contains(code);
            // What a target says is not at fault where only its pods are not known.
            if (explains && !code.equals(AccessCode.DESTINATION_UNKNOWN.id())) {
                finding.resource().ifPresent(explained.refs::add);
            }
        }
        explained.refs.addAll(in.faulty());
        return explained;
    }

    /** Whether the target, or something that it refers to, is among them. */
    boolean include(DeclaredTarget target) {
        return refs.contains(target.ref()) || target.uses().stream().anyMatch(refs::contains);
    }
}
