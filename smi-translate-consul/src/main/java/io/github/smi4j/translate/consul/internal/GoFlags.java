package io.github.smi4j.translate.consul.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Annotations and labels that are true or false, as consul-k8s reads them. */
final class GoFlags {
    private static final Set<String> YES = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> NO = Set.of("0", "f", "F", "FALSE", "false", "False");

    private GoFlags() {}

    /** Whether it is written, and can be read as neither true nor false. */
    static boolean isUnreadable(Map<String, String> values, String key) {
        return values.containsKey(key) && read(values, key).isEmpty();
    }

    /** The value; absent where it is not written or cannot be read. */
    static Optional<Boolean> read(Map<String, String> values, String key) {
        String text = values.getOrDefault(key, "");
        if (YES.contains(text)) {
            return Optional.of(true);
        }
        return NO.contains(text) ? Optional.of(false) : Optional.empty();
    }
}
