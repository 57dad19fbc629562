package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Linkerd asks of a MeshTLSAuthentication and of a NetworkAuthentication. */
final class AuthenticationRules {
    private static final String NAME = "[A-Za-z0-9_]([-A-Za-z0-9_]{0,61}[A-Za-z0-9_])?";
    private static final String NAMES = NAME + "(\\." + NAME + ")*";
    private static final String SPIFFE = "spiffe://[a-z0-9._-]{1,255}(/[A-Za-z0-9._-]+)+";

    private final Faults faults;

    AuthenticationRules(Faults faults) {
        this.faults = faults;
    }

    void checkMeshTls(Map<?, ?> spec) {
        faults.checkFields("spec", spec, "identities", "identityRefs");
        boolean identities = spec.containsKey("identities");
        if (identities == spec.containsKey("identityRefs")) {
            faults.add("a MeshTLSAuthentication has either identities or identityRefs");
        }
        String field = identities ? "identities" : "identityRefs";
        if (Fields.list(spec, field).isEmpty()) {
            faults.add(field + " is empty");
        }
        Fields.texts(spec, "identities").forEach(this::checkIdentity);
        Fields.objects(spec, "identityRefs").forEach(this::checkIdentityRef);
    }

    private void checkIdentity(String identity) {
        boolean named = identity.equals("*") || identity.matches("(\\*\\.)?" + NAMES) || identity.matches(SPIFFE);
        if (!named) {
            faults.add("the identity " + identity + " is no DNS name, no suffix of one and no SPIFFE id");
        }
    }

    private void checkIdentityRef(Map<?, ?> ref) {
        faults.checkFields("an identityRef", ref, "group", "kind", "namespace", "name");
        String kind = Fields.text(ref, "kind");
        if (!List.of("", "core").contains(Fields.text(ref, "group"))
                || !List.of("ServiceAccount", "Namespace").contains(kind)) {
            faults.add("an identityRef cannot be a " + Fields.text(ref, "group") + "/" + kind);
        }
        if (kind.equals("Namespace") && ref.containsKey("namespace")) {
            faults.add("an identityRef to a Namespace has a namespace");
        }
        if (!MetadataRules.isSubdomain(Fields.text(ref, "name"))) {
            faults.add("an identityRef has a name that is not a DNS subdomain");
        }
        if (ref.containsKey("namespace") && !MetadataRules.isLabel(Fields.text(ref, "namespace"))) {
            faults.add("an identityRef has a namespace that is not a DNS label");
        }
    }

    void checkNetwork(Map<?, ?> spec) {
        faults.checkFields("spec", spec, "networks");
        List<Map<?, ?>> networks = Fields.objects(spec, "networks");
        if (networks.isEmpty()) {
            faults.add("networks is empty");
        }
        for (Map<?, ?> network : networks) {
            faults.checkFields("a network", network, "cidr", "except");
            Optional<AddressRange> range = AddressRange.parse(Fields.text(network, "cidr"));
            if (range.isEmpty()) {
                faults.add("the cidr " + network.get("cidr") + " is none");
            }
            for (String except : Fields.texts(network, "except")) {
                boolean within = AddressRange.parse(except)
                        .flatMap(e -> range.filter(r -> r.contains(e) && !e.contains(r)))
                        .isPresent();
                if (!within) {
                    faults.add("the exception " + except + " is not a part of " + network.get("cidr"));
                }
            }
        }
    }
}
