package io.github.smi4j.translate.istio.networking;

import java.util.Map;
import java.util.Objects;

/** How a text is matched (Istio, {@code StringMatch}); case-sensitive. */
public sealed interface StringMatch {
    /** The plain tree: one field, named after the way of matching. */
    Map<String, Object> toTree();

    /**
     * The whole text is this.
     *
     * @param value the text
     */
    record Exact(String value) implements StringMatch {
        /** Refuses null. */
        public Exact {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Map<String, Object> toTree() {
            return Map.of("exact", value);
        }
    }

    /**
     * The text starts with this.
     *
     * @param value the start
     */
    record Prefix(String value) implements StringMatch {
        /** Refuses null. */
        public Prefix {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Map<String, Object> toTree() {
            return Map.of("prefix", value);
        }
    }

    /**
     * The whole text matches this expression of RE2.
     *
     * @param value the expression, at most 1024 bytes
     */
    record Regex(String value) implements StringMatch {
        /** Refuses null. */
        public Regex {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Map<String, Object> toTree() {
            return Map.of("regex", value);
        }
    }
}
