package io.github.smi4j.translate.istio.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What is called (Istio, {@code AuthorizationPolicy}, {@code Operation}): all fields that are set must match, each by one of
 * its values. Immutable.
 */
@Value.Immutable
@IstioStyle
public sealed interface Operation permits ImmutableOperation {
    /** The ports of the pods, in decimal; at least one, since without any, ports that no Service has would be open too. */
    List<String> ports();

    /** The methods, case-sensitive; {@code *} is any request; empty where they are not tested. */
    List<String> methods();

    /** Paths without the query: exact, {@code prefix*}, {@code *suffix} or a template; empty where they are not tested. */
    List<String> paths();

    /** Paths that must not match, in the same forms; empty for none. */
    List<String> notPaths();

    /** Whether it tests anything that only HTTP requests have; Istio skips a whole rule with such a test on a TCP port. */
    default boolean isHttp() {
        return !methods().isEmpty() || !paths().isEmpty() || !notPaths().isEmpty();
    }

    /** Refuses an operation without a port, and empty strings. */
    @Value.Check
    default void check() {
        if (ports().isEmpty()) {
            throw new IllegalArgumentException("an operation needs a port: without any it would be every port");
        }
        StringLists.requireTexts("methods", methods());
        StringLists.requireTexts("paths", paths());
        StringLists.requireTexts("notPaths", notPaths());
    }

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        StringLists.put(tree, "ports", ports());
        StringLists.put(tree, "methods", methods());
        StringLists.put(tree, "paths", paths());
        StringLists.put(tree, "notPaths", notPaths());
        return Collections.unmodifiableMap(tree);
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Operation}; a port is required. Not thread-safe. */
    final class Builder extends ImmutableOperation.Builder {
        Builder() {}
    }
}
