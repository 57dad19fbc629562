package io.github.smi4j.model;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.internal.codec.Documents;
import io.github.smi4j.internal.tree.PlainTrees;
import java.util.Map;

/** A Kubernetes object that is not one of {@link ResourceKind}, kept as a plain tree. Immutable. */
public final class OtherResource implements Manifest {
    private final Map<String, Object> tree;

    private OtherResource(Map<String, Object> tree) {
        this.tree = tree;
    }

    /**
     * The object that a plain tree holds, copied deeply.
     *
     * @throws IllegalArgumentException if a value has no form in JSON
     */
    public static OtherResource of(Map<String, ?> tree) {
        return new OtherResource(PlainTrees.freeze(tree));
    }

    /** {@code group/version}, or the version alone for the core group; empty where none was given. */
    public String apiVersion() {
        return Documents.text(tree, "apiVersion").orElse("");
    }

    /** The kind, for example {@code Service}. */
    public String kind() {
        return Documents.text(tree, "kind").orElse("");
    }

    /** Group, kind, namespace and name, as far as they are given. */
    public ResourceRef ref() {
        return Documents.ref(tree);
    }

    @Override
    public Map<String, Object> toTree() {
        return tree;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OtherResource that && tree.equals(that.tree);
    }

    @Override
    public int hashCode() {
        return tree.hashCode();
    }

    @Override
    public String toString() {
        return ref().toString();
    }
}
