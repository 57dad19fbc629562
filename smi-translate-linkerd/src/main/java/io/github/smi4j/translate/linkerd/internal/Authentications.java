package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.translate.linkerd.policy.AuthorizationPolicy;
import io.github.smi4j.translate.linkerd.policy.MeshTLSAuthentication;
import io.github.smi4j.translate.linkerd.policy.NetworkAuthentication;
import io.github.smi4j.translate.linkerd.policy.PolicyReference;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is let in: AuthorizationPolicies, and for each set of callers of a namespace one MeshTLSAuthentication of service accounts
 * and one of SPIFFE ids, since Linkerd takes either in one. Not thread-safe.
 */
final class Authentications {
    private static final String MESH_TLS = "MeshTLSAuthentication";
    private static final String NETWORK = "NetworkAuthentication";
    private static final String PROBES = "health-checks";

    private final TranslationOutput out;
    private final List<String> probeNetworks;
    private final SortedMap<ResourceRef, MeshResource> shared = new TreeMap<>();
    private final SortedMap<ResourceRef, SortedSet<ResourceRef>> origins = new TreeMap<>();
    private final Set<ResourceRef> emitted = new TreeSet<>();

    Authentications(List<String> probeNetworks, TranslationOutput out) {
        this.out = out;
        this.probeNetworks = probeNetworks;
    }

    /** Lets callers in; nobody if there are none. */
    void allow(SortedSet<Identity> sources, PolicyReference target, String namespace, Collection<ResourceRef> from) {
        List<ServiceAccountName> accounts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Identity source : sources) {
            if (source instanceof Identity.ServiceAccount account) {
                accounts.add(account.name());
            } else if (source instanceof Identity.Spiffe spiffe) {
                ids.add(spiffe.toString());
            }
        }
        if (!accounts.isEmpty()) {
            String[] names = accounts.stream().map(Object::toString).toArray(String[]::new);
            allow(
                    MeshTLSAuthentication.builder()
                            .metadata(metadata(GeneratedNames.of("accounts", names), namespace))
                            .serviceAccounts(accounts)
                            .build(),
                    target.name(),
                    target,
                    from);
        }
        if (!ids.isEmpty()) {
            allow(
                    MeshTLSAuthentication.builder()
                            .metadata(metadata(GeneratedNames.of("spiffe", ids.toArray(String[]::new)), namespace))
                            .identities(ids)
                            .build(),
                    GeneratedNames.of(target.name(), "spiffe"),
                    target,
                    from);
        }
    }

    /** Lets health checks in. */
    void allowProbes(PolicyReference target, String namespace, Collection<ResourceRef> from) {
        allow(
                NetworkAuthentication.builder()
                        .metadata(metadata(GeneratedNames.of(PROBES, probeNetworks.toArray(String[]::new)), namespace))
                        .networks(probeNetworks)
                        .build(),
                GeneratedNames.of(target.name(), PROBES),
                target,
                from);
    }

    private void allow(MeshResource authentication, String name, PolicyReference target, Collection<ResourceRef> from) {
        shared.putIfAbsent(authentication.ref(), authentication);
        origins.computeIfAbsent(authentication.ref(), r -> new TreeSet<>()).addAll(from);
        String kind = authentication instanceof NetworkAuthentication ? NETWORK : MESH_TLS;
        AuthorizationPolicy policy = AuthorizationPolicy.builder()
                .metadata(metadata(name, authentication.metadata().namespace().orElseThrow()))
                .targetRef(target)
                .requiredAuthenticationRef(new PolicyReference(
                        kind, authentication.metadata().name().orElseThrow()))
                .build();
        emitted.add(policy.ref());
        emitted.add(authentication.ref());
        out.emit(policy, from);
    }

    /** All that was emitted, and will be. */
    Set<ResourceRef> emitted() {
        return emitted;
    }

    /** Emits what several policies refer to. */
    void emitShared() {
        shared.forEach((ref, authentication) -> out.emit(authentication, origins.getOrDefault(ref, new TreeSet<>())));
    }

    private static ObjectMeta metadata(String name, String namespace) {
        return ObjectMeta.builder().name(name).namespace(namespace).build();
    }
}
