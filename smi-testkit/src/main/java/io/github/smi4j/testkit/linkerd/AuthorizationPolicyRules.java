package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Linkerd asks of an AuthorizationPolicy; and that it requires something, for else it is for everybody. */
final class AuthorizationPolicyRules {
    private static final String MESH_TLS = "policy.linkerd.io/MeshTLSAuthentication";
    private static final String NETWORK = "policy.linkerd.io/NetworkAuthentication";
    private static final String ACCOUNT = "/ServiceAccount";
    private static final Set<String> TARGETS = Set.of(
            "policy.linkerd.io/Server",
            "policy.linkerd.io/HTTPRoute",
            "gateway.networking.k8s.io/HTTPRoute",
            "gateway.networking.k8s.io/GRPCRoute",
            "/Namespace",
            "core/Namespace");

    private final Faults faults;

    AuthorizationPolicyRules(Faults faults) {
        this.faults = faults;
    }

    void check(Map<?, ?> spec, String namespace) {
        faults.checkFields("spec", spec, "targetRef", "requiredAuthenticationRefs");
        checkTarget(Fields.object(spec, "targetRef"), namespace);
        List<Map<?, ?>> refs = Fields.objects(spec, "requiredAuthenticationRefs");
        if (refs.isEmpty()) {
            faults.add("requiredAuthenticationRefs is empty: it lets everybody in");
        }
        refs.forEach(this::checkAuthentication);
        long tls = count(refs, MESH_TLS);
        long accounts = count(refs, ACCOUNT);
        if (tls + accounts > 1) {
            faults.add("requiredAuthenticationRefs has more than one MeshTLSAuthentication or ServiceAccount");
        }
        if (count(refs, NETWORK) > 1) {
            faults.add("requiredAuthenticationRefs has more than one NetworkAuthentication");
        }
    }

    private void checkTarget(Map<?, ?> target, String namespace) {
        faults.checkFields("targetRef", target, "group", "kind", "name");
        String kind = kind(target);
        if (!TARGETS.contains(kind)) {
            faults.add("targetRef cannot be a " + kind);
        }
        checkName("targetRef", target);
        if (kind.endsWith("/Namespace") && !namespace.equals(target.get("name"))) {
            faults.add("targetRef is another namespace than that of the policy");
        }
    }

    private void checkAuthentication(Map<?, ?> ref) {
        faults.checkFields("a reference to an authentication", ref, "group", "kind", "namespace", "name");
        if (!List.of(MESH_TLS, NETWORK, ACCOUNT).contains(authentication(ref))) {
            faults.add("an authentication cannot be a " + kind(ref));
        }
        checkName("a reference to an authentication", ref);
        if (ref.containsKey("namespace") && !MetadataRules.isLabel(Fields.text(ref, "namespace"))) {
            faults.add("the namespace of an authentication is not a DNS label");
        }
    }

    private void checkName(String what, Map<?, ?> ref) {
        if (!MetadataRules.isSubdomain(Fields.text(ref, "name"))) {
            faults.add(what + " has a name that is not a DNS subdomain");
        }
    }

    private static long count(List<Map<?, ?>> refs, String kind) {
        return refs.stream().filter(ref -> authentication(ref).equals(kind)).count();
    }

    private static String kind(Map<?, ?> ref) {
        return Fields.text(ref, "group") + "/" + Fields.text(ref, "kind");
    }

    private static String authentication(Map<?, ?> ref) {
        return kind(ref).equals("core" + ACCOUNT) ? ACCOUNT : kind(ref);
    }
}
