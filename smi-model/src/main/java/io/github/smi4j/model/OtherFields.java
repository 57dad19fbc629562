package io.github.smi4j.model;

import io.github.smi4j.internal.tree.PlainTrees;
import java.util.Map;
import java.util.Set;

/**
 * Fields that the model has no accessor for, kept in order and written back. Deeply immutable; null values are kept,
 * since null and absent differ in a manifest.
 */
public final class OtherFields {
    private static final OtherFields NONE = new OtherFields(Map.of());

    private final Map<String, Object> fields;

    private OtherFields(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** No such fields. */
    public static OtherFields none() {
        return NONE;
    }

    /**
     * The given fields, copied deeply; arrays become lists.
     *
     * @throws IllegalArgumentException if a value has no form in JSON
     */
    public static OtherFields of(Map<String, ?> fields) {
        return fields.isEmpty() ? NONE : new OtherFields(PlainTrees.freeze(fields));
    }

    /** Refuses fields that the model knows: a document would say them twice, and nobody could tell which counts. */
    void refuse(String... known) {
        for (String name : known) {
            if (fields.containsKey(name)) {
                throw new IllegalStateException(
                        "other has the field " + name + ", which the model knows: set it by its own method");
            }
        }
    }

    /** The names of the fields, in order. */
    public Set<String> names() {
        return fields.keySet();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The fields as a plain tree, in order; unmodifiable. */
    public Map<String, Object> asMap() {
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherFields that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
