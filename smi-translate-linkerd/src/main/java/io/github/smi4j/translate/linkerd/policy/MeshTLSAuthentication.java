package io.github.smi4j.translate.linkerd.policy;

import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Callers with one of some identities (Linkerd, {@code MeshTLSAuthentication}): service accounts, or SPIFFE ids, never both. Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface MeshTLSAuthentication extends MeshResource permits ImmutableMeshTLSAuthentication {
    @Override
    default String apiVersion() {
        return "policy.linkerd.io/v1alpha1";
    }

    @Override
    default String kind() {
        return "MeshTLSAuthentication";
    }

    @Override
    ObjectMeta metadata();

    /** The service accounts. */
    List<ServiceAccountName> serviceAccounts();

    /** SPIFFE ids, with {@code spiffe://}. */
    List<String> identities();

    /** Refuses none of both, which Linkerd refuses, and both. */
    @Value.Check
    default void check() {
        if (serviceAccounts().isEmpty() == identities().isEmpty()) {
            throw new IllegalStateException("expected service accounts or identities, not both and not none");
        }
    }

    @Override
    default MeshTLSAuthentication withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (identities().isEmpty()) {
            spec.put(
                    "identityRefs",
                    serviceAccounts().stream()
                            .map(MeshTLSAuthentication::identityRef)
                            .toList());
        } else {
            spec.put("identities", identities());
        }
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    private static Map<String, Object> identityRef(ServiceAccountName account) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", "ServiceAccount");
        tree.put("name", account.name());
        tree.put("namespace", account.namespace());
        return tree;
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link MeshTLSAuthentication}. Not thread-safe. */
    final class Builder extends ImmutableMeshTLSAuthentication.Builder {
        Builder() {}
    }
}
