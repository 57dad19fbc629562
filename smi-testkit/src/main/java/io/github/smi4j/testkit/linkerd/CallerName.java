package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.policy.Identity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a caller shows itself: the service accounts of the mesh by a DNS name, others by a SPIFFE id, and callers outside of any
 * mesh not at all.
 *
 * @param dns the DNS name, if the caller has one
 * @param spiffe the SPIFFE id with its scheme, if the caller has one
 */
record CallerName(Optional<String> dns, Optional<String> spiffe) {
    private static final Pattern ACCOUNT = Pattern.compile("/ns/([^/]+)/sa/([^/]+)");

    static CallerName of(Optional<Identity> caller, Settings settings) {
        if (caller.isEmpty()) {
            return new CallerName(Optional.empty(), Optional.empty());
        }
        if (caller.get() instanceof Identity.ServiceAccount account) {
            return named(settings.identity(account.name().name(), account.name().namespace()));
        }
        String id = caller.get().spiffeId(settings.trustDomain());
        String domain = settings.trustDomain() + "/";
        Matcher local = ACCOUNT.matcher(id.startsWith(domain) ? id.substring(domain.length() - 1) : "");
        return local.matches()
                ? named(settings.identity(local.group(2), local.group(1)))
                : new CallerName(Optional.empty(), Optional.of("spiffe://" + id));
    }

    private static CallerName named(String dns) {
        return new CallerName(Optional.of(dns), Optional.empty());
    }

    /** Whether an identity is the caller's: a name, {@code *} or {@code *.suffix}, which are for DNS names only, or a SPIFFE id. */
    boolean matches(String identity) {
        if (identity.startsWith("spiffe://")) {
            return spiffe.filter(identity::equals).isPresent();
        }
        return dns.filter(
                        name -> identity.startsWith("*") ? name.endsWith(identity.substring(1)) : name.equals(identity))
                .isPresent();
    }
}
