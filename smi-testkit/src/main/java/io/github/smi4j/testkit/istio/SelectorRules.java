package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What Istio asks of the selector of a policy. */
final class SelectorRules {
    private static final int MAX_KEYS = 4096;
    private static final int MAX_VALUE = 63;

    private final Consumer<String> faults;

    SelectorRules(Consumer<String> faults) {
        this.faults = faults;
    }

    void check(Map<?, ?> spec) {
        Map<?, ?> selector = Fields.object(spec, "selector");
        selector.keySet().stream()
                .filter(key -> !List.of("matchLabels").contains(key))
                .forEach(key -> faults.accept("selector has the unknown field " + key));
        Map<?, ?> labels = Fields.object(selector, "matchLabels");
        if (labels.size() > MAX_KEYS) {
            faults.accept("matchLabels has more than 4096 keys");
        }
        labels.forEach((key, value) -> checkLabel(key.toString(), value));
    }

    private void checkLabel(String key, Object value) {
        if (key.isEmpty()) {
            faults.accept("matchLabels has an empty key");
        }
        if (key.contains("*") || value.toString().contains("*")) {
            faults.accept("matchLabels has a star");
        }
        if (!(value instanceof String text) || text.length() > MAX_VALUE) {
            faults.accept("the value of the label " + key + " is not a text of at most 63 characters");
        }
    }
}
