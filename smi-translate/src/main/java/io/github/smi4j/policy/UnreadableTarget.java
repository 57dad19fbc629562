package io.github.smi4j.policy;

import java.util.Map;
import java.util.Optional;

/** What can be told of a TrafficTarget that could not be read: the namespace in which its destination is to be closed. */
final class UnreadableTarget {
    private UnreadableTarget() {}

    /**
     * Its own namespace; where that cannot be told, the one that its destination names. Absent where the two differ, since
     * a target closes nothing elsewhere, and where neither is a namespace.
     */
    static Optional<String> closes(ResourceIndex.Unreadable target) {
        Map<String, Object> tree = target.entry().tree();
        Optional<String> own = target.ref().namespace().filter(DnsNames::isLabel);
        Optional<String> destination = destination(tree)
                .flatMap(
                        fields -> fields.get("namespace") instanceof String name ? Optional.of(name) : Optional.empty())
                .filter(DnsNames::isLabel);
        if (own.isEmpty() || !tellsNamespace(tree)) {
            return destination.or(() -> own);
        }
        return destination.isEmpty() || destination.equals(own) ? own : Optional.empty();
    }

    /** Whether the document names a destination, whatever kind it says. */
    static boolean hasDestination(Map<String, Object> tree) {
        return destination(tree).isPresent();
    }

    private static Optional<Map<?, ?>> destination(Map<String, Object> tree) {
        // At the top level fields stand in the wrong place, but they tell what was meant.
        Object destination = tree.get("spec") instanceof Map<?, ?> spec && spec.containsKey("destination")
                ? spec.get("destination")
                : tree.get("destination");
        return destination instanceof Map<?, ?> fields ? Optional.of(fields) : Optional.empty();
    }

    /** Whether the document says its namespace, or by saying none that it is the default one. */
    private static boolean tellsNamespace(Map<String, Object> tree) {
        return tree.get("metadata") instanceof Map<?, ?> metadata
                && (!metadata.containsKey("namespace") || metadata.get("namespace") instanceof String);
    }
}
