package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What Istio asks of one source of a rule. */
final class SourceRules {
    private static final int MAX_ACCOUNTS = 16;
    private static final int MAX_ACCOUNT = 320;
    private static final Set<String> FIELDS = Set.of(
            "principals",
            "notPrincipals",
            "requestPrincipals",
            "notRequestPrincipals",
            "namespaces",
            "notNamespaces",
            "ipBlocks",
            "notIpBlocks",
            "remoteIpBlocks",
            "notRemoteIpBlocks",
            "serviceAccounts",
            "notServiceAccounts");
    private static final List<String> EXCLUSIVE = List.of("principals", "notPrincipals", "namespaces", "notNamespaces");

    private final Consumer<String> faults;

    SourceRules(Consumer<String> faults) {
        this.faults = faults;
    }

    void check(Map<?, ?> source) {
        source.keySet().stream()
                .filter(key -> !FIELDS.contains(key))
                .forEach(key -> faults.accept("a source has the unknown field " + key));
        if (source.values().stream().allMatch(List.of()::equals)) {
            faults.accept("a source is empty");
        }
        source.forEach((field, values) -> {
            if (values instanceof List<?> list && list.contains("")) {
                faults.accept(field + " has an empty text");
            }
        });
        for (String field : List.of("principals", "notPrincipals")) {
            Fields.list(source, field).forEach(value -> checkPrincipal(value.toString()));
        }
        boolean accounts = source.containsKey("serviceAccounts") || source.containsKey("notServiceAccounts");
        if (accounts && EXCLUSIVE.stream().anyMatch(source::containsKey)) {
            faults.accept("serviceAccounts cannot be with principals or namespaces");
        }
        for (String field : List.of("serviceAccounts", "notServiceAccounts")) {
            if (Fields.list(source, field).size() > MAX_ACCOUNTS) {
                faults.accept(field + " has more than 16 elements");
            }
            Fields.list(source, field).forEach(value -> checkAccount(value.toString()));
        }
    }

    /** Trust domain and path without the scheme, with a star at one end at most. */
    private void checkPrincipal(String principal) {
        if (principal.startsWith("spiffe://")) {
            faults.accept("the principal " + principal + " has a scheme, which Istio adds itself");
        } else if (!principal.matches("\\*|\\*?[-._a-zA-Z0-9/]+|[-._a-zA-Z0-9/]+\\*")) {
            faults.accept("the principal " + principal + " is no SPIFFE id");
        }
    }

    private void checkAccount(String account) {
        if (account.length() > MAX_ACCOUNT) {
            faults.accept("a service account has more than 320 characters");
        }
        if (!account.matches("[^/*]+(/[^/*]+)?")) {
            faults.accept("the service account " + account + " is not a name, with a namespace or without");
        }
    }
}
