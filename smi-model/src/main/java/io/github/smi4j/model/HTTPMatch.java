package io.github.smi4j.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Some HTTP requests (SMI traffic-specs v1alpha4, {@code HTTPMatch}). A request matches when all given parts match.
 * Immutable.
 */
@Value.Immutable
@SmiStyle
public sealed interface HTTPMatch permits ImmutableHTTPMatch {
    /** The name by which rules refer to this match; unique in its group. */
    String name();

    /**
     * A regular expression for the path without query and fragment, anchored at its start and open at its end. Absent or
     * empty means any path.
     */
    Optional<String> pathRegex();

    /** HTTP methods, in the order written. Empty, or with {@code *} among them, means any method. */
    List<String> methods();

    /**
     * Header names, case-insensitive, to regular expressions for the whole value; all must match. Empty means any headers.
     * Since specs v1alpha2.
     */
    Map<String, String> headers();

    /** Fields this library does not know. */
    OtherFields other();

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /** Builds {@link HTTPMatch}; the name is required. Not thread-safe. */
    final class Builder extends ImmutableHTTPMatch.Builder {
        Builder() {
            other(OtherFields.none());
        }

        @Override
        public HTTPMatch build() {
            HTTPMatch built = super.build();
            built.other().refuse("name", "pathRegex", "methods", "headers");
            return built;
        }
    }
}
