package io.github.smi4j.translate.istio;

import java.util.List;
import java.util.Map;

/** Access to plain trees; what is of another type than expected is a failure. */
final class Trees {
    private Trees() {}

    static void requireFields(Map<?, ?> tree, String... modelled) {
        if (!List.of(modelled).containsAll(tree.keySet())) {
            throw new AssertionError("not modelled: " + tree);
        }
    }

    static Map<?, ?> object(Map<?, ?> tree, String field) {
        return tree.containsKey(field) ? (Map<?, ?>) tree.get(field) : Map.of();
    }

    static List<Map<?, ?>> objects(Map<?, ?> tree, String field) {
        return list(tree, field).stream()
                .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                .toList();
    }

    static List<String> texts(Map<?, ?> tree, String field) {
        return list(tree, field).stream().map(String.class::cast).toList();
    }

    private static List<?> list(Map<?, ?> tree, String field) {
        return tree.containsKey(field) ? (List<?>) tree.get(field) : List.of();
    }
}
