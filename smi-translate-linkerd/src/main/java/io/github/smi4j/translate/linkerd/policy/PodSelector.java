package io.github.smi4j.translate.linkerd.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.immutables.value.Value;

/** Which pods a Server is for (Linkerd, {@code Server.spec.podSelector}). Immutable. */
@Value.Immutable
@LinkerdStyle
public sealed interface PodSelector permits ImmutablePodSelector {
    /** Labels that the pods have; all pods of the namespace if there is no condition at all. */
    @Value.NaturalOrder
    SortedMap<String, String> matchLabels();

    /** Keys of labels that the pods do not have. */
    @Value.NaturalOrder
    SortedSet<String> absentKeys();

    /** Values that labels of the pods do not have, one element for each label. */
    List<AbsentValues> absentValues();

    /** The plain tree. */
    default Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!matchLabels().isEmpty()) {
            tree.put("matchLabels", matchLabels());
        }
        List<Map<String, Object>> expressions = new ArrayList<>();
        absentKeys().forEach(key -> expressions.add(expression(key, "DoesNotExist")));
        absentValues().forEach(absent -> {
            Map<String, Object> expression = expression(absent.key(), "NotIn");
            expression.put("values", absent.values());
            expressions.add(expression);
        });
        if (!expressions.isEmpty()) {
            tree.put(
                    "matchExpressions",
                    expressions.stream().map(Collections::unmodifiableMap).toList());
        }
        return Collections.unmodifiableMap(tree);
    }

    private static Map<String, Object> expression(String key, String operator) {
        Map<String, Object> expression = new LinkedHashMap<>();
        expression.put("key", key);
        expression.put("operator", operator);
        return expression;
    }

    /** A builder without any field set. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PodSelector}. Not thread-safe. */
    final class Builder extends ImmutablePodSelector.Builder {
        Builder() {}
    }
}
