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
    /**
     * SPIFFE ids without {@code spiffe://}, any of which the caller's certificate must have; at least one. To Istio a star
     * at the start or end is a wildcard.
     */
    List<String> principals();

    /** Refuses a source without any principal, which Istio would take for everybody. */
    @Value.Check
    default void check() {
        if (principals().isEmpty()) {
            throw new IllegalArgumentException("a source needs a principal: without any it would be everybody");
        }
        StringLists.requireTexts("principals", principals());
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        StringLists.put(tree, "principals", principals());
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Source}; a principal is required. Not thread-safe. */
    final class Builder extends ImmutableSource.Builder {
        Builder() {}
    }
}
