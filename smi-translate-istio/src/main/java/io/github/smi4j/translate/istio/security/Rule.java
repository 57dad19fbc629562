package io.github.smi4j.translate.istio.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Sources that may do operations (Istio, {@code AuthorizationPolicy}, {@code Rule}): one of the sources, one of the operations
 * and all conditions must match. Immutable.
 */
@Value.Immutable
@IstioStyle
@SuppressWarnings("immutables:from") // the field that Istio names from; the builder copies no other value
public sealed interface Rule permits ImmutableRule {
    /** The sources; at least one. */
    List<Source> from();

    /** The operations; at least one, all of HTTP or none. */
    List<Operation> to();

    /** The conditions; empty for none. */
    List<Condition> when();

    /** Refuses a rule without sources or operations, and one that Istio would skip in part. */
    @Value.Check
    default void check() {
        if (from().isEmpty() || to().isEmpty()) {
            throw new IllegalArgumentException("a rule needs a source and an operation: without one it would be any");
        }
        boolean http = to().get(0).isHttp();
        if (to().stream().anyMatch(o -> o.isHttp() != http) || (!http && !when().isEmpty())) {
            throw new IllegalArgumentException("a rule must not mix tests of HTTP requests with ports alone");
        }
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", from().stream().map(s -> Map.of("source", s.toTree())).toList());
        tree.put("to", to().stream().map(o -> Map.of("operation", o.toTree())).toList());
        if (!when().isEmpty()) {
            tree.put("when", when().stream().map(Condition::toTree).toList());
        }
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Rule}; a source and an operation are required. Not thread-safe. */
    final class Builder extends ImmutableRule.Builder {
        Builder() {}
    }
}
