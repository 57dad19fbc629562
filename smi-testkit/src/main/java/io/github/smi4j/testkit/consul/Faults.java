package io.github.smi4j.testkit.consul;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a resource. Not thread-safe. */
final class Faults {
    private final List<String> all = new ArrayList<>();

    void add(String fault) {
        all.add(fault);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /**
     * Fields that are not known, and values of another type than the schema has.
     *
     * @param known fields as {@code name:type}; the types are text, flag, whole, number, object, texts, list and objects
     */
    void checkFields(String what, Map<?, ?> tree, String... known) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String field : known) {
            types.put(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 1));
        }
        tree.forEach((name, value) -> {
            String type = types.getOrDefault(String.valueOf(name), "");
            if (type.isEmpty()) {
                add(what + " has the field " + name + ", which is not known");
            } else if (!isA(type, value)) {
                add(name + " of " + what + " has a value that is not of the type " + type);
            }
        });
    }

    private static boolean isA(String type, Object value) {
        return switch (type) {
            case "text" -> value instanceof String;
            case "flag" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            case "whole" ->
                value instanceof Number number
                        && new BigDecimal(number.toString())
                                        .stripTrailingZeros()
                                        .scale()
                                <= 0;
            case "object" -> value instanceof Map<?, ?>;
            case "texts" -> value instanceof List<?> list && list.stream().allMatch(item -> item instanceof String);
            case "list" -> value instanceof List<?>;
            default -> value instanceof List<?> list && list.stream().allMatch(item -> item instanceof Map<?, ?>);
        };
    }

    void checkOneOf(String what, String value, List<String> values) {
        if (!values.contains(value)) {
            add(what + " is " + value + ", not one of " + String.join(", ", values));
        }
    }

    void checkRegex(String what, Map<?, ?> tree, String field) {
        try {
            Pattern.compile(Fields.text(tree, field));
        } catch (PatternSyntaxException e) {
            add(field + " of " + what + " is a regex that is not RE2: " + e.getMessage());
        }
    }

    /** The name of a service of Consul. */
    void checkService(String what, String name) {
        if (!MetadataRules.isLabel(name)) {
            add(what + " is not the name of a service: " + name);
        }
    }

    /** Wildcards stand for a whole name, and one for namespaces is followed by one for names. */
    void checkPattern(String what, String namespace, String name) {
        if (!name.equals(ConsulService.ANY)) {
            checkService("the name of " + what, name);
            if (namespace.equals(ConsulService.ANY)) {
                add(what + " has an exact name in any namespace");
            }
        }
        if (!namespace.equals(ConsulService.ANY) && !namespace.isEmpty() && !MetadataRules.isLabel(namespace)) {
            add("the namespace of " + what + " is no name: " + namespace);
        }
    }

    /** Of several fields at most one is set. */
    void checkAtMostOne(String what, Map<?, ?> tree, String... fields) {
        if (count(tree, fields) > 1) {
            add(what + " has more than one of " + String.join(", ", fields));
        }
    }

    /** How many of several fields are set: texts that are not empty, and flags that are true. */
    static int count(Map<?, ?> tree, String... fields) {
        int count = 0;
        for (String field : fields) {
            boolean set = !Fields.text(tree, field).isEmpty() || Boolean.TRUE.equals(tree.get(field));
            count += set ? 1 : 0;
        }
        return count;
    }
}
