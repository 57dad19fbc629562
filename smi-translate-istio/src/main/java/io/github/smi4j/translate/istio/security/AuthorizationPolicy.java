package io.github.smi4j.translate.istio.security;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshResourceTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Allows calls to workloads (Istio, {@code AuthorizationPolicy} with the action {@code ALLOW}). What no policy of a workload
 * allows is denied, so one without rules denies everything. Immutable.
 */
@Value.Immutable
@IstioStyle
public sealed interface AuthorizationPolicy extends MeshResource permits ImmutableAuthorizationPolicy {
    /** {@code security.istio.io/v1}, or v1beta1 before Istio 1.20. */
    @Override
    String apiVersion();

    @Override
    default String kind() {
        return "AuthorizationPolicy";
    }

    @Override
    ObjectMeta metadata();

    /** The labels of the workloads; all workloads of the namespace if empty, which needs a policy without rules. */
    Map<String, String> matchLabels();

    /** What is allowed: what one of the rules allows; nothing if empty. */
    List<Rule> rules();

    /** Refuses to allow anything at all workloads of a namespace. */
    @Value.Check
    default void check() {
        if (matchLabels().isEmpty() && !rules().isEmpty()) {
            throw new IllegalArgumentException(
                    "a policy with rules needs labels: without any it would be for all workloads");
        }
    }

    @Override
    default AuthorizationPolicy withMetadata(ObjectMeta metadata) {
        return new Builder().from(this).metadata(metadata).build();
    }

    @Override
    default Map<String, Object> toTree() {
        Map<String, Object> spec = new LinkedHashMap<>();
        if (!matchLabels().isEmpty()) {
            spec.put("selector", Map.of("matchLabels", matchLabels()));
            spec.put("action", "ALLOW");
        }
        if (!rules().isEmpty()) {
            spec.put("rules", rules().stream().map(Rule::toTree).toList());
        }
        return MeshResourceTree.of(this, Map.of("spec", spec));
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link AuthorizationPolicy}; apiVersion and metadata are required. Not thread-safe. */
    final class Builder extends ImmutableAuthorizationPolicy.Builder {
        Builder() {}
    }
}
