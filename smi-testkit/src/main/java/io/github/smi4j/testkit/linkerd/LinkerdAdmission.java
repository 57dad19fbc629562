package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.util.List;
import java.util.Map;

/**
 * What the schema, the expressions and Linkerd's webhooks refuse of the kinds that the model knows; and what none of them does,
 * though it opens or closes what nobody would expect.
 */
final class LinkerdAdmission {
    private LinkerdAdmission() {}

    /** What is wrong with a resource; a kind that is not known is a fault. */
    static List<String> faults(Map<String, ?> resource) {
        Faults faults = new Faults();
        Map<?, ?> metadata = Fields.object(resource, "metadata");
        Map<?, ?> spec = Fields.object(resource, "spec");
        String kind = Fields.text(resource, "apiVersion") + "/" + Fields.text(resource, "kind");
        boolean known = true;
        switch (kind) {
            case "policy.linkerd.io/v1beta1/Server" -> new ServerRules(faults).checkBeforeAccessPolicies(spec);
            case "policy.linkerd.io/v1beta3/Server" -> new ServerRules(faults).check(spec);
            case "policy.linkerd.io/v1alpha1/AuthorizationPolicy" ->
                new AuthorizationPolicyRules(faults).check(spec, Fields.text(metadata, "namespace"));
            case "policy.linkerd.io/v1alpha1/MeshTLSAuthentication" ->
                new AuthenticationRules(faults).checkMeshTls(spec);
            case "policy.linkerd.io/v1alpha1/NetworkAuthentication" ->
                new AuthenticationRules(faults).checkNetwork(spec);
            case "policy.linkerd.io/v1beta2/HTTPRoute", "policy.linkerd.io/v1beta3/HTTPRoute" ->
                new HttpRouteRules(faults, false).check(resource);
            case "gateway.networking.k8s.io/v1/HTTPRoute", "gateway.networking.k8s.io/v1beta1/HTTPRoute" ->
                new HttpRouteRules(faults, true).check(resource);
            case "gateway.networking.k8s.io/v1alpha2/TCPRoute" -> new TcpRouteRules(faults).check(resource);
            case "linkerd.io/v1alpha2/ServiceProfile" -> new ServiceProfileRules(faults).check(resource);
            default -> known = PatchRules.check(resource, kind, faults);
        }
        if (!known) {
            return List.of("the model of Linkerd does not know the kind " + kind);
        }
        MetadataRules names = new MetadataRules(faults::add);
        if (kind.equals(PatchRules.NAMESPACE)) {
            names.checkName(metadata);
        } else {
            names.check(metadata);
        }
        return faults.all();
    }
}
