package io.github.smi4j.policy;

import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a TrafficSplit tells that could not be read, for its version is unknown perhaps: its root, and whether it has a
 * condition. The other split of that root must not be taken for the only one.
 */
final class UnreadableSplit {
    private UnreadableSplit() {}

    /** Root and condition as a split without backends; absent where the root is not told. */
    static Optional<Known<TrafficSplit>> read(ResourceIndex.Unreadable split) {
        Map<String, Object> tree = split.entry().tree();
        Map<?, ?> spec = tree.get("spec") instanceof Map<?, ?> fields ? fields : tree;
        String namespace = split.ref().namespace().orElse("");
        return spec.get("service") instanceof String service
                ? Optional.of(new Known<>(
                        TrafficSplit.builder()
                                .name(split.ref().name())
                                .namespace(namespace)
                                .service(service)
                                .matches(spec.containsKey("matches") ? SplitMatches.of(List.of()) : SplitMatches.none())
                                .build(),
                        split.entry(),
                        namespace))
                : Optional.empty();
    }
}
