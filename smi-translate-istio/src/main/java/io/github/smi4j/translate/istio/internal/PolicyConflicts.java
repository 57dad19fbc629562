package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.ResourceFields;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports AuthorizationPolicies of the input that allow or deny beside those that are emitted. */
final class PolicyConflicts {
    private static final FieldPath SPEC = FieldPath.of("spec");

    private final ExistingPolicies existing;
    private final TranslationOutput out;

    PolicyConflicts(ExistingPolicies existing, TranslationOutput out) {
        this.existing = existing;
        this.out = out;
    }

    void report(Set<ResourceRef> emitted) {
        existing.inScope("AuthorizationPolicy", emitted).stream()
                .filter(policy -> !ExistingPolicies.isDryRun(policy))
                .forEach(this::report);
    }

    private void report(OtherResource policy) {
        Map<?, ?> spec = ResourceFields.spec(policy);
        Object action = spec.containsKey("action") ? spec.get("action") : "ALLOW";
        if ("AUDIT".equals(action)) {
            return;
        }
        if ("DENY".equals(action) || "CUSTOM".equals(action)) {
            out.report(
                    IstioCode.POLICY_DENIES_MORE,
                    existing.ref(policy),
                    SPEC.field("action"),
                    "the policy may deny calls in scope that SMI allows");
        } else if (!isWithoutRules(spec)) {
            out.report(
                    IstioCode.POLICY_ALLOWS_MORE,
                    existing.ref(policy),
                    SPEC.field("rules"),
                    "the policy allows calls to workloads in scope, beside what SMI allows");
        }
    }

    /** A policy that allows nothing takes nothing away either: what another one allows is allowed. */
    private static boolean isWithoutRules(Map<?, ?> spec) {
        return spec.get("rules") == null || List.of().equals(spec.get("rules"));
    }
}
