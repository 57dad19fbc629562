package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** What Istio's schema, expressions and validation refuse of the kinds that the model knows. */
final class IstioAdmission {
    private IstioAdmission() {}

    /** What is wrong with a resource; a kind that is not known is a fault. */
    static List<String> faults(Map<String, ?> resource) {
        return switch (Fields.text(resource, "kind")) {
            case "VirtualService" -> VirtualServiceRules.faults(resource);
            case "PeerAuthentication" -> PeerAuthenticationRules.faults(resource);
            case "AuthorizationPolicy" -> AuthorizationPolicyRules.faults(resource);
            default -> List.of("the model of Istio does not know the kind " + resource.get("kind"));
        };
    }
}
