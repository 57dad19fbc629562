package io.github.smi4j.translate.istio.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Who calls (Istio, {@code AuthorizationPolicy}, {@code Source}). Immutable. */
@Value.Immutable
@IstioStyle
public sealed interface Source permits ImmutableSource {
    /** How many service accounts a source may have: {@value}. */
    int MAX_SERVICE_ACCOUNTS = 16;

    /**
     * SPIFFE ids without {@code spiffe://}, any of which the caller's certificate must have; empty for service accounts. To Istio
     * a star at the start or end is a wildcard.
     */
    List<String> principals();

    /**
     * Service accounts as {@code namespace/name}, of any trust domain, any of which the caller must be; at most
     * {@value #MAX_SERVICE_ACCOUNTS}, since Istio 1.25. Empty for principals.
     */
    List<String> serviceAccounts();

    /** Refuses a source of nobody, which Istio would take for everybody, one of both kinds, and too many accounts. */
    @Value.Check
    default void check() {
        if (principals().isEmpty() == serviceAccounts().isEmpty()) {
            throw new IllegalArgumentException(
                    "a source needs either principals or service accounts: without any it would be everybody");
        }
        if (serviceAccounts().size() > MAX_SERVICE_ACCOUNTS) {
            throw new IllegalArgumentException("a source has at most " + MAX_SERVICE_ACCOUNTS
                    + " service accounts, was " + serviceAccounts().size());
        }
        StringLists.requireTexts("principals", principals());
        StringLists.requireTexts("serviceAccounts", serviceAccounts());
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        StringLists.put(tree, "principals", principals());
        StringLists.put(tree, "serviceAccounts", serviceAccounts());
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Source}; a principal or a service account is required. Not thread-safe. */
    final class Builder extends ImmutableSource.Builder {
        Builder() {}
    }
}
