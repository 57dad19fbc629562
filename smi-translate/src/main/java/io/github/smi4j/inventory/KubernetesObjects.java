package io.github.smi4j.inventory;

import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.Ports;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of Kubernetes objects that a translation needs; what has another type than the schema's is absent. */
final class KubernetesObjects {
    private KubernetesObjects() {}

    static boolean isService(OtherResource object) {
        return object.apiVersion().equals("v1") && object.kind().equals("Service");
    }

    static boolean isNamespace(OtherResource object) {
        return object.apiVersion().equals("v1") && object.kind().equals("Namespace");
    }

    static boolean isServiceAccount(OtherResource object) {
        return object.apiVersion().equals("v1") && object.kind().equals("ServiceAccount");
    }

    /** The object that a field holds; empty where it is absent, absent where it has another type. */
    static Optional<Map<?, ?>> object(Map<?, ?> tree, String field) {
        Object value = tree.get(field);
        if (value == null) {
            return Optional.of(Map.of());
        }
        return value instanceof Map<?, ?> object ? Optional.of(object) : Optional.empty();
    }

    /** The objects that a list holds; empty where it is absent, absent where it or an element has another type. */
    static Optional<List<Map<?, ?>>> objects(Map<?, ?> tree, String field) {
        Object value = tree.get(field);
        if (value == null) {
            return Optional.of(List.of());
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            return Optional.empty();
        }
        return Optional.of(list.stream().<Map<?, ?>>map(e -> (Map<?, ?>) e).toList());
    }

    /** A map of strings; empty where it is absent, absent where it or an entry has another type. */
    static Optional<Map<String, String>> strings(Map<?, ?> tree, String field) {
        return object(tree, field).flatMap(entries -> {
            Map<String, String> strings = new LinkedHashMap<>();
            entries.forEach((key, value) -> {
                // Kubernetes reads a null as an empty text.
                if (key instanceof String name && (value == null || value instanceof String)) {
                    strings.put(name, value == null ? "" : (String) value);
                }
            });
            return strings.size() == entries.size() ? Optional.of(strings) : Optional.empty();
        });
    }

    /** Labels or annotations; empty where they cannot be read, too. */
    static Map<String, String> metadata(OtherResource object, String field) {
        return object(object.toTree(), "metadata")
                .flatMap(metadata -> strings(metadata, field))
                .orElse(Map.of());
    }

    /** A string that is not empty. */
    static Optional<String> text(Map<?, ?> fields, String field) {
        return fields.get(field) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** Whether a field is set; false where it is absent, absent where it has another type. */
    static Optional<Boolean> flag(Map<?, ?> fields, String field) {
        Object value = fields.get(field);
        if (value == null) {
            return Optional.of(false);
        }
        return value instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** The transport protocol of a port, TCP where it is absent. */
    static Optional<TransportProtocol> protocol(Map<?, ?> fields) {
        Object protocol = fields.get("protocol") == null ? TransportProtocol.TCP.name() : fields.get("protocol");
        return Arrays.stream(TransportProtocol.values())
                .filter(p -> p.name().equals(protocol))
                .findFirst();
    }

    /** A port by number. */
    static Optional<Integer> port(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(number.toString()).intValueExact())
                    .filter(Ports::isPort);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A port by number or name; the same number where it is absent. */
    static Optional<TargetPort> targetPort(@Nullable Object value) {
        if (value == null) {
            return Optional.of(TargetPort.same());
        }
        return value instanceof String name && !name.isEmpty()
                ? Optional.of(TargetPort.of(name))
                : port(value).map(TargetPort::of);
    }
}
