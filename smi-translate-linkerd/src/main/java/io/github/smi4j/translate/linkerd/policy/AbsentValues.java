package io.github.smi4j.translate.linkerd.policy;

import java.util.List;
import java.util.Objects;

/**
 * Values that a label of pods does not have; the pods may be without the label.
 *
 * @param key the key of the label
 * @param values the values, sorted; at least one
 */
public record AbsentValues(String key, List<String> values) {
    /** Copies and sorts. */
    public AbsentValues {
        Objects.requireNonNull(key, "key");
        values = values.stream().sorted().distinct().toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("at least one value of the label " + key + " must be absent");
        }
    }
}
