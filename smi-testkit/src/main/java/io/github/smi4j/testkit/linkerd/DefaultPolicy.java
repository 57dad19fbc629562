package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Map;

/**
 * Whom a port lets in that no policy speaks of, or a Server beside its policies. What is only for the networks of the cluster
 * is taken to be for all.
 */
enum DefaultPolicy {
    /** Everybody. */
    OPEN,
    /** Callers with an identity. */
    AUTHENTICATED,
    /** Nobody. */
    DENY;

    private static final Map<String, DefaultPolicy> NAMES = Map.of(
            "all-unauthenticated",
            OPEN,
            "cluster-unauthenticated",
            OPEN,
            "audit",
            OPEN,
            "all-authenticated",
            AUTHENTICATED,
            "cluster-authenticated",
            AUTHENTICATED,
            "deny",
            DENY);

    static boolean isKnown(String name) {
        return NAMES.containsKey(name);
    }

    static DefaultPolicy named(String name) {
        DefaultPolicy policy = NAMES.get(name);
        if (policy == null) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the default policy " + name);
        }
        return policy;
    }

    /** That of the ports of pods without a Server. */
    static DefaultPolicy of(Workload workload, Annotations annotations) {
        return named(annotations.of(workload, "default-inbound-policy", "all-unauthenticated"));
    }

    /** It is not documented whether a SPIFFE id is an identity to it. */
    Outcome grants(CallerName caller) {
        if (this == AUTHENTICATED && caller.spiffe().isPresent()) {
            return Outcome.EITHER;
        }
        return Outcomes.of(
                this == OPEN || (this == AUTHENTICATED && caller.dns().isPresent()));
    }
}
