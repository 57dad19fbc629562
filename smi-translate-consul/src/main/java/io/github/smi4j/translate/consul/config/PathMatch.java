package io.github.smi4j.translate.consul.config;

import java.util.Objects;

/**
 * A test of the path without its query.
 *
 * @param kind how the value is compared
 * @param value the value; of an exact path and of a prefix it begins with a slash
 */
public record PathMatch(Kind kind, String value) {
    /** How a value is compared. */
    public enum Kind {
        /** The whole path is the value. */
        EXACT("pathExact"),
        /** The path begins with the value. */
        PREFIX("pathPrefix"),
        /** The whole path matches the value, a regular expression of RE2. */
        REGEX("pathRegex");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** The field that the value is written to. */
        public String field() {
            return field;
        }
    }

    /** Refuses null, and texts that no path begins with. */
    public PathMatch {
        Objects.requireNonNull(kind, "kind");
        if (kind != Kind.REGEX && !value.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with /, was " + value);
        }
    }
}
