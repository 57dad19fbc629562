package io.github.smi4j.translate.consul.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A test of a header. A request without the header does not pass.
 *
 * @param name the name in lower case
 * @param kind how the value is compared
 * @param value the value; empty where {@code kind} needs none
 */
public record HeaderMatch(String name, Kind kind, String value) {
    /** How a value is compared. */
    public enum Kind {
        /** Any value will do. */
        PRESENT("present"),
        /** The whole value is this one. */
        EXACT("exact"),
        /** The whole value matches this one, a regular expression of RE2. */
        REGEX("regex");

        private final String field;

        Kind(String field) {
            this.field = field;
        }
    }

    /** Refuses null, and empty texts, which Consul takes for tests that are not there. */
    public HeaderMatch {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        if (name.isEmpty() || value.isEmpty() != (kind == Kind.PRESENT)) {
            throw new IllegalArgumentException("a test of a header has a name, and a value unless it is for any");
        }
    }

    /** A header that must be there. */
    public static HeaderMatch present(String name) {
        return new HeaderMatch(name, Kind.PRESENT, "");
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put(kind.field, kind == Kind.PRESENT ? (Object) true : value);
        return Collections.unmodifiableMap(tree);
    }
}
