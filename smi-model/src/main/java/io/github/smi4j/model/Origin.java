package io.github.smi4j.model;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import java.util.Optional;

/** Where a resource came from. */
public interface Origin {
    /** The name that the text was read under: a path as it was given, or {@code -} for standard input. */
    String file();

    /** Which document of the text it was, counted from 0; all items of a list share it. */
    int document();

    /**
     * Where a field stands: its value where that is a scalar, else its key. A field that the text does not have stands
     * where the nearest part of its path does.
     */
    Optional<SourcePosition> position(FieldPath path);

    /** Where the name of a field stands; otherwise as {@link #position}. */
    Optional<SourcePosition> keyPosition(FieldPath path);
}
