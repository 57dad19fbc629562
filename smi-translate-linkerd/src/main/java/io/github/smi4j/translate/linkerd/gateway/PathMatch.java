package io.github.smi4j.translate.linkerd.gateway;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a path is matched (Gateway API, {@code HTTPPathMatch}); without the query.
 *
 * @param type how
 * @param value the text, at most 1024 characters
 */
public record PathMatch(Type type, String value) {
    /** Any path. Among routes of one Server or Service it counts as one character. */
    public static final PathMatch ANY = new PathMatch(Type.PathPrefix, "/");

    /** Refuses null. */
    public PathMatch {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
    }

    /** How a path is matched, as the Gateway API writes it. */
    public enum Type {
        /** The whole path is the value. */
        Exact,
        /** The path begins with the segments of the value. */
        PathPrefix,
        /** The expression finds something in the path, and what it finds first is the whole path. */
        RegularExpression
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", type.name());
        tree.put("value", value);
        return Collections.unmodifiableMap(tree);
    }
}
