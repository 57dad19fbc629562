package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import java.util.Optional;

/** Tells where a field of the document that is being decoded stands in its text. */
@FunctionalInterface
public interface Locator {
    /** For documents that did not come from text. */
    Locator NOWHERE = path -> Optional.empty();

    /** Where the field stands; absent if the document did not come from text. */
    Optional<SourcePosition> position(FieldPath path);
}
