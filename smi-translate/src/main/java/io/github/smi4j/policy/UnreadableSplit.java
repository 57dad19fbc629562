package io.github.smi4j.policy;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a TrafficSplit tells that could not be read, for its version is unknown perhaps: its root, and whether it has a
 * condition. The other split of that root must not be taken for the only one.
 */
final class UnreadableSplit {
    private UnreadableSplit() {}

    /** What all splits of a set tell that could not be read. */
    static List<Known<TrafficSplit>> all(ResourceIndex index) {
        return index.unreadable(ResourceKind.TRAFFIC_SPLIT, tree -> root(tree).isPresent()).stream()
                .flatMap(split -> read(split).stream())
                .toList();
    }

    /** Root and condition as a split without backends; absent where the root is not told. */
    private static Optional<Known<TrafficSplit>> read(ResourceIndex.Unreadable split) {
        Map<String, Object> tree = split.entry().tree();
        Map<?, ?> spec = tree.get("spec") instanceof Map<?, ?> fields ? fields : tree;
        // At the top level fields stand in the wrong place, but they tell what was meant.
        Object matches = spec.containsKey("matches") ? spec.get("matches") : tree.get("matches");
        String namespace = split.ref().namespace().orElse("");
        return root(tree)
                .map(service -> new Known<>(
                        TrafficSplit.builder()
                                .name(
                                        split.ref().name().isEmpty()
                                                ? "*"
                                                : split.ref().name())
                                .namespace(namespace)
                                .service(service)
                                .matches(matches == null ? SplitMatches.none() : SplitMatches.of(groups(matches)))
                                .build(),
                        split.entry(),
                        namespace));
    }

    private static Optional<String> root(Map<String, Object> tree) {
        Map<?, ?> spec = tree.get("spec") instanceof Map<?, ?> fields ? fields : tree;
        Object root = spec.containsKey("service") ? spec.get("service") : tree.get("service");
        return root instanceof String service ? Optional.of(service) : Optional.empty();
    }

    private static List<RouteRef> groups(Object matches) {
        List<?> elements = matches instanceof List<?> list ? list : List.of();
        return elements.stream()
                .flatMap(e -> e instanceof Map<?, ?> fields && fields.get("name") instanceof String name
                        ? Stream.of(RouteRef.httpRouteGroup(name))
                        : Stream.empty())
                .toList();
    }
}
