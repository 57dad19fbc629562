package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.bundle.Bundle;
import java.util.Objects;

/**
 * A law that does not hold. Immutable.
 *
 * @param law which
 * @param detail for which traffic, and what was seen
 * @param bundle the input; the smallest that was found
 * @param seed that of the bundle that was drawn
 */
public record Violation(Law law, String detail, Bundle bundle, long seed) {
    /** Refuses null. */
    public Violation {
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(bundle, "bundle");
    }

    /** Law, detail and input, over several lines. */
    @Override
    public String toString() {
        return law + ": " + law.text() + "\n" + detail + "\nseed of the bundle: " + seed + "\n" + bundle.toYaml();
    }
}
