package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/**
 * What the AuthorizationPolicies of a mesh say of a call (Istio, "Authorization Policy", "Implicit enablement" and
 * "Policy precedence"): an external authorizer first, then what is denied, then what is allowed; without any policy that allows,
 * everything is.
 */
final class AuthorizationPolicies {
    private final ResourcesInForce resources;
    private final AuthorizationRules rules;

    AuthorizationPolicies(ResourcesInForce resources, String trustDomain) {
        this.resources = resources;
        this.rules = new AuthorizationRules(trustDomain);
    }

    Outcome decide(Call call, Workload workload) {
        List<Map<?, ?>> policies = resources.ofKind("AuthorizationPolicy").stream()
                .filter(policy -> isInForce(policy) && resources.selects(policy, workload))
                .toList();
        List<Map<?, ?>> allowing = withAction(policies, "ALLOW");
        boolean allowed = allowing.isEmpty() || allowing.stream().anyMatch(policy -> matches(policy, call, false));
        if (!allowed || withAction(policies, "DENY").stream().anyMatch(policy -> matches(policy, call, true))) {
            return Outcome.DENIED;
        }
        boolean asked = withAction(policies, "CUSTOM").stream().anyMatch(policy -> matches(policy, call, true));
        return asked ? Outcome.EITHER : Outcome.ALLOWED;
    }

    /** Policies with targets are for gateways and waypoints; those that are tried out decide nothing. */
    private static boolean isInForce(Map<?, ?> policy) {
        Map<?, ?> spec = Fields.object(policy, "spec");
        Fields.requireKnown(
                spec, "an AuthorizationPolicy", "selector", "action", "rules", "provider", "targetRef", "targetRefs");
        Map<?, ?> annotations = Fields.object(Fields.object(policy, "metadata"), "annotations");
        return Fields.list(spec, "targetRefs").isEmpty()
                && Fields.object(spec, "targetRef").isEmpty()
                && !DryRun.isOn(annotations);
    }

    private static List<Map<?, ?>> withAction(List<Map<?, ?>> policies, String action) {
        return policies.stream()
                .filter(policy -> {
                    String given = Fields.text(Fields.object(policy, "spec"), "action");
                    return (given.isEmpty() ? "ALLOW" : given).equals(action);
                })
                .toList();
    }

    private boolean matches(Map<?, ?> policy, Call call, boolean denies) {
        return Fields.objects(Fields.object(policy, "spec"), "rules").stream()
                .anyMatch(rule -> rules.matches(rule, call, denies));
    }
}
