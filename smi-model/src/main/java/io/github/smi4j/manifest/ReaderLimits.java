package io.github.smi4j.manifest;

import io.github.smi4j.internal.tree.PlainTrees;

/** What the reader refuses to take in. */
final class ReaderLimits {
    /** Bytes of one file or stream. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Levels of objects and lists in one document. */
    static final int MAX_DEPTH = PlainTrees.MAX_DEPTH - 2;

    /** Nodes of one document, aliases counted as often as they are used. */
    static final int MAX_NODES = 1_000_000;

    private ReaderLimits() {}
}
