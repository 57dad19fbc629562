package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One document of a text as a tree.
 *
 * @param root the tree, frozen; null for an empty document
 * @param faults what was wrong with the text, apart from its rules
 * @param aliased whether a part of it stands for another part, so that a fault in one place may be one in another
 * @param positions where its nodes stand
 */
record TextDocument(
        @Nullable Object root, List<Diagnostic> faults, boolean aliased, Supplier<PositionNode> positions) {}
