package io.github.smi4j.testkit.istio;

import java.util.Map;
import java.util.Set;

/** The annotation of policies that are only tried out; Istio reads it as Go reads a truth value. */
final class DryRun {
    private static final String ANNOTATION = "istio.io/dry-run";
    private static final Set<String> ON = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> OFF = Set.of("0", "f", "F", "FALSE", "false", "False");

    private DryRun() {}

    static boolean isThere(Map<?, ?> annotations) {
        return annotations.containsKey(ANNOTATION);
    }

    /** Whether it is a truth value; Istio refuses any other. */
    static boolean isValid(Map<?, ?> annotations) {
        Object value = annotations.get(ANNOTATION);
        return value instanceof String text && (ON.contains(text) || OFF.contains(text));
    }

    static boolean isOn(Map<?, ?> annotations) {
        return annotations.get(ANNOTATION) instanceof String text && ON.contains(text);
    }
}
