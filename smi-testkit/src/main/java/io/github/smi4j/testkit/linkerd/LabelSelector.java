package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** Whether a selector is for the labels of pods: all that it asks for; one that asks for nothing is for all. */
final class LabelSelector {
    private LabelSelector() {}

    static boolean selects(Map<?, ?> selector, Map<String, String> labels) {
        Fields.requireKnown(selector, "a selector", "matchLabels", "matchExpressions");
        return labels.entrySet()
                        .containsAll(Fields.object(selector, "matchLabels").entrySet())
                && Fields.objects(selector, "matchExpressions").stream()
                        .allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(Map<?, ?> expression, Map<String, String> labels) {
        Fields.requireKnown(expression, "a match expression", "key", "operator", "values");
        String key = Fields.text(expression, "key");
        List<String> values = Fields.texts(expression, "values");
        boolean isThere = labels.containsKey(key);
        boolean isAmong = isThere && values.contains(labels.get(key));
        String operator = Fields.text(expression, "operator");
        return switch (operator) {
            case "In" -> isAmong;
            case "NotIn" -> !isAmong;
            case "Exists" -> isThere;
            case "DoesNotExist" -> !isThere;
            default ->
                throw new UnsupportedOperationException("the model of Linkerd does not know the operator " + operator);
        };
    }
}
