package io.github.smi4j.translate.linkerd.policy;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Who may use a Server or a route (Linkerd, {@code AuthorizationPolicy}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface AuthorizationPolicy extends MeshResource permits ImmutableAuthorizationPolicy {
    @Override
    default String apiVersion() {
        return "policy.linkerd.io/v1alpha1";
    }

    @Override
    default String kind() {
        return "AuthorizationPolicy";
    }

    @Override
    ObjectMeta metadata();

    /** A Server or an HTTPRoute. */
    PolicyReference targetRef();

    /** Who: a MeshTLSAuthentication or a NetworkAuthentication. Without any, everybody would be allowed. */
    PolicyReference requiredAuthenticationRef();

    @Override
    default AuthorizationPolicy withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("targetRef", targetRef().toTree());
        spec.put(
                "requiredAuthenticationRefs",
                List.of(requiredAuthenticationRef().toTree()));
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuthorizationPolicy}. Not thread-safe. */
    final class Builder extends ImmutableAuthorizationPolicy.Builder {
        Builder() {}
    }
}
