package io.github.smi4j.translate.istio.security;

import java.util.List;
import java.util.Map;

/** Lists of strings in Istio's security API. */
final class StringLists {
    private StringLists() {}

    /** Writes a list, unless it is empty: to Istio an empty list is no constraint. */
    static void put(Map<String, Object> tree, String field, List<String> values) {
        if (!values.isEmpty()) {
            tree.put(field, values);
        }
    }

    /** Refuses an empty string, which Istio refuses too. */
    static void requireTexts(String field, List<String> values) {
        if (values.contains("")) {
            throw new IllegalArgumentException(field + " must not hold an empty string");
        }
    }
}
