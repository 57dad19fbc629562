package io.github.smi4j.manifest;

import io.github.smi4j.internal.tree.PlainTrees;

/**
 * What a {@link ManifestReader} refuses to take in, so that no text exhausts memory or time. What exceeds a limit is an error
 * with a position (SMI1003), and costs the document it stands in. Immutable.
 *
 * <pre>{@code
 * ManifestReader reader = ManifestReader.create(ReaderLimits.defaults().maxBytes(64 << 20).maxNodes(2_000_000));
 * }</pre>
 */
public final class ReaderLimits {
    /** The largest {@link #maxDepth()}: {@value}. A resource that is read lies in other trees, which have a limit too. */
    public static final int GREATEST_DEPTH = PlainTrees.MAX_DEPTH - 2;

    private static final ReaderLimits DEFAULTS =
            new ReaderLimits(16 << 20, 50_000, GREATEST_DEPTH, 400_000, 100_000, 1 << 20);

    private final int maxBytes;
    private final int maxDocuments;
    private final int maxDepth;
    private final int maxNodes;
    private final int maxAliasedNodes;
    private final int maxScalarLength;

    private ReaderLimits(
            int maxBytes, int maxDocuments, int maxDepth, int maxNodes, int maxAliasedNodes, int maxScalarLength) {
        this.maxBytes = maxBytes;
        this.maxDocuments = maxDocuments;
        this.maxDepth = maxDepth;
        this.maxNodes = maxNodes;
        this.maxAliasedNodes = maxAliasedNodes;
        this.maxScalarLength = maxScalarLength;
    }

    /** The defaults, with which hostile text is refused within a heap of 64 MiB; what is read and kept may need more. */
    public static ReaderLimits defaults() {
        return DEFAULTS;
    }

    /** Bytes of one file or stream; the default is 16 MiB. A text that was given as a string is not counted. */
    public int maxBytes() {
        return maxBytes;
    }

    /** Documents of one file, stream or text; the default is 50,000. */
    public int maxDocuments() {
        return maxDocuments;
    }

    /** Levels of objects and lists in one document; the default is {@link #GREATEST_DEPTH}. */
    public int maxDepth() {
        return maxDepth;
    }

    /** Objects, lists and scalars in one document, keys included; the default is 400,000. */
    public int maxNodes() {
        return maxNodes;
    }

    /** Nodes of one document that aliases stand for, counted each time they are used; the default is 100,000. */
    public int maxAliasedNodes() {
        return maxAliasedNodes;
    }

    /** Characters of one scalar, comment or gap; the default is 1 MiB. Somewhat longer ones may pass. */
    public int maxScalarLength() {
        return maxScalarLength;
    }

    /** These limits with another {@link #maxBytes()}, at least 1. */
    public ReaderLimits maxBytes(int bytes) {
        return new ReaderLimits(
                require(bytes, Integer.MAX_VALUE - 16, "maxBytes"),
                maxDocuments,
                maxDepth,
                maxNodes,
                maxAliasedNodes,
                maxScalarLength);
    }

    /** These limits with another {@link #maxDocuments()}, at least 1. */
    public ReaderLimits maxDocuments(int documents) {
        return new ReaderLimits(
                maxBytes,
                require(documents, Integer.MAX_VALUE, "maxDocuments"),
                maxDepth,
                maxNodes,
                maxAliasedNodes,
                maxScalarLength);
    }

    /** These limits with another {@link #maxDepth()}, from 1 to {@link #GREATEST_DEPTH}. */
    public ReaderLimits maxDepth(int depth) {
        return new ReaderLimits(
                maxBytes,
                maxDocuments,
                require(depth, GREATEST_DEPTH, "maxDepth"),
                maxNodes,
                maxAliasedNodes,
                maxScalarLength);
    }

    /** These limits with another {@link #maxNodes()}, at least 1. */
    public ReaderLimits maxNodes(int nodes) {
        return new ReaderLimits(
                maxBytes,
                maxDocuments,
                maxDepth,
                require(nodes, Integer.MAX_VALUE / 2, "maxNodes"),
                maxAliasedNodes,
                maxScalarLength);
    }

    /** These limits with another {@link #maxAliasedNodes()}, at least 0. */
    public ReaderLimits maxAliasedNodes(int nodes) {
        return new ReaderLimits(
                maxBytes,
                maxDocuments,
                maxDepth,
                maxNodes,
                nodes == 0 ? 0 : require(nodes, Integer.MAX_VALUE / 2, "maxAliasedNodes"),
                maxScalarLength);
    }

    /** These limits with another {@link #maxScalarLength()}, at least 1. */
    public ReaderLimits maxScalarLength(int characters) {
        return new ReaderLimits(
                maxBytes,
                maxDocuments,
                maxDepth,
                maxNodes,
                maxAliasedNodes,
                require(characters, Integer.MAX_VALUE / 2, "maxScalarLength"));
    }

    private static int require(int value, int greatest, String name) {
        if (value < 1 || value > greatest) {
            throw new IllegalArgumentException(name + " must be from 1 to " + greatest + ", was " + value);
        }
        return value;
    }
}
