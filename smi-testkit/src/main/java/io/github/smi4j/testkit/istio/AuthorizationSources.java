package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** Whether a rule of an AuthorizationPolicy is for a caller: that of a certificate, or nobody. */
final class AuthorizationSources {
    /** What Istio takes for its own trust domain, whatever that is. */
    private static final String LOCAL = "cluster.local";

    private static final int SEGMENTS = 5;

    private final String trustDomain;

    AuthorizationSources(String trustDomain) {
        this.trustDomain = trustDomain;
    }

    boolean match(Map<?, ?> rule, Call call) {
        List<Map<?, ?>> from = Fields.objects(rule, "from");
        return from.isEmpty() || from.stream().anyMatch(item -> isFrom(Fields.object(item, "source"), call));
    }

    private boolean isFrom(Map<?, ?> source, Call call) {
        Fields.requireKnown(
                source,
                "a source",
                "principals",
                "notPrincipals",
                "namespaces",
                "notNamespaces",
                "serviceAccounts",
                "notServiceAccounts");
        return AuthorizationRules.test(source, "principals", "notPrincipals", value -> isPrincipal(value, call))
                && AuthorizationRules.test(
                        source,
                        "namespaces",
                        "notNamespaces",
                        value -> call.principal()
                                .filter(id -> AuthorizationStrings.matchesNamespace(value, id))
                                .isPresent())
                && AuthorizationRules.test(
                        source, "serviceAccounts", "notServiceAccounts", value -> isServiceAccount(value, call));
    }

    private boolean isPrincipal(String value, Call call) {
        return call.principal()
                .filter(id -> AuthorizationStrings.matches(local(value), id))
                .isPresent();
    }

    /** A service account of the local trust domain is one of the mesh's own. */
    private String local(String principal) {
        String[] parts = principal.split("/", -1);
        boolean account = parts.length == SEGMENTS && parts[1].equals("ns") && parts[3].equals("sa");
        return account && parts[0].equals(LOCAL) ? trustDomain + principal.substring(LOCAL.length()) : principal;
    }

    private static boolean isServiceAccount(String value, Call call) {
        String[] parts = value.split("/", -1);
        if (parts.length != 2) {
            throw new UnsupportedOperationException(
                    "the model of Istio does not know the service account " + value + " without a namespace");
        }
        return call.principal()
                .filter(id -> AuthorizationStrings.matchesServiceAccount(parts[0], parts[1], id))
                .isPresent();
    }
}
