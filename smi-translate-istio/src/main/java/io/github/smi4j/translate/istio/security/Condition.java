package io.github.smi4j.translate.istio.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A further test of a rule (Istio, {@code AuthorizationPolicy}, {@code Condition}): one of the values must match, and none of
 * the others. Immutable.
 */
@Value.Immutable
@IstioStyle
public sealed interface Condition permits ImmutableCondition {
    /** What is tested, for example {@code request.headers[x-team]}. */
    String key();

    /** Values: exact, {@code prefix*}, {@code *suffix}, or {@code *} for any; at least one. */
    List<String> values();

    /** Values that must not match, in the same forms; empty for none. */
    List<String> notValues();

    /** Refuses a condition without a value, and empty strings. */
    @Value.Check
    default void check() {
        if (values().isEmpty()) {
            throw new IllegalArgumentException("a condition needs a value");
        }
        StringLists.requireTexts("values", values());
        StringLists.requireTexts("notValues", notValues());
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", key());
        StringLists.put(tree, "values", values());
        StringLists.put(tree, "notValues", notValues());
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Condition}; key and a value are required. Not thread-safe. */
    final class Builder extends ImmutableCondition.Builder {
        Builder() {}
    }
}
