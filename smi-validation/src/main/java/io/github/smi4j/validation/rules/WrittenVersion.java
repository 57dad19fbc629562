package io.github.smi4j.validation.rules;

import io.github.smi4j.validation.spi.SetResource;
import java.util.Optional;

/**
 * The version that a document says, which need not be the one that it was read as: that may be inferred, or nearest to the
 * fields that it has, and such a guess says nothing of the release that was meant.
 *
 * @param apiVersion group and version
 */
record WrittenVersion(String apiVersion) {
    /** The version; absent where the document has none that its kind has. */
    static Optional<WrittenVersion> of(SetResource<?> resource) {
        return resource.entry().tree().get("apiVersion") instanceof String written
                        && resource.value().resourceKind().hasApiVersion(written)
                ? Optional.of(new WrittenVersion(written))
                : Optional.empty();
    }

    /** The version without its group. */
    String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }
}
