package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.Ports;
import io.github.smi4j.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object of a tree, remembers which were asked for, and reports those that have another type. A
 * null is a wrong type, never an absent field.
 */
final class ObjectReader {
    private final Map<String, Object> fields;
    private final FieldPath path;
    private final Findings findings;
    private final List<String> known = new ArrayList<>();

    ObjectReader(Map<String, Object> fields, FieldPath path, Findings findings) {
        this.fields = fields;
        this.path = path;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    FieldPath path() {
        return path;
    }

    FieldPath path(String field) {
        return path.field(field);
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The fields that nobody asked for, in order. */
    OtherFields others() {
        if (known.containsAll(fields.keySet())) {
            return OtherFields.none();
        }
        Map<String, Object> others = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!known.contains(name)) {
                others.put(name, value);
            }
        });
        return OtherFields.of(others);
    }

    /** Takes fields that are read elsewhere out of {@link #others()}. */
    void ignore(String... names) {
        known.addAll(List.of(names));
    }

    Optional<String> string(String field) {
        return typed(field, "a string", ObjectReader::asString);
    }

    Optional<String> requiredString(String field) {
        Optional<String> value = string(field);
        if (value.isEmpty() && !has(field)) {
            findings.missing(path(field), "a string");
        }
        return value;
    }

    Optional<ObjectReader> object(String field) {
        return typed(field, "an object", value -> asObject(value, path(field)));
    }

    Optional<ObjectReader> requiredObject(String field) {
        Optional<ObjectReader> value = object(field);
        if (value.isEmpty() && !has(field)) {
            findings.missing(path(field), "an object");
        }
        return value;
    }

    /** A whole number or the decimal text of one. */
    Optional<Quantity> quantity(String field) {
        return typed(field, "a number or a quantity such as 500m", ObjectReader::asQuantity);
    }

    Optional<Integer> port(String field) {
        known.add(field);
        return has(field) ? asPort(fields.get(field), path(field)) : Optional.empty();
    }

    /** The elements of a list, each at its path; those of another type are reported and left out. */
    Optional<List<ObjectReader>> objects(String field) {
        return list(field, "an object", (value, at) -> asObject(value, at));
    }

    Optional<List<String>> strings(String field) {
        return list(field, "a string", (value, at) -> asString(value));
    }

    Optional<List<Integer>> ports(String field) {
        return elements(field).map(elements -> {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                asPort(elements.get(i), path(field).index(i)).ifPresent(ports::add);
            }
            return ports;
        });
    }

    /** What decoding each element of a list of objects gave, without the elements that were at fault. */
    <T> List<T> each(String field, Function<ObjectReader, Optional<T>> decode) {
        List<T> values = new ArrayList<>();
        for (ObjectReader element : objects(field).orElse(List.of())) {
            int errorsBefore = findings.errors();
            Optional<T> value = decode.apply(element);
            if (findings.errors() == errorsBefore) {
                value.ifPresent(values::add);
            }
        }
        return values;
    }

    /** A map whose keys the author chose, such as labels. */
    Optional<Map<String, String>> stringMap(String field) {
        return object(field).map(ObjectReader::stringEntries);
    }

    /** All fields of this object as entries of a map, in order. */
    Map<String, String> stringEntries() {
        Map<String, String> entries = new LinkedHashMap<>();
        fields.forEach((key, value) -> asString(value)
                .ifPresentOrElse(
                        text -> entries.put(key, text), () -> findings.wrongType(path.key(key), "a string", value)));
        return entries;
    }

    @Nullable
    Object value(String field) {
        known.add(field);
        return fields.get(field);
    }

    private <T> Optional<T> typed(String field, String expected, Function<Object, Optional<T>> read) {
        known.add(field);
        if (!has(field)) {
            return Optional.empty();
        }
        Object value = fields.get(field);
        Optional<T> result = value == null ? Optional.empty() : read.apply(value);
        if (result.isEmpty()) {
            findings.wrongType(path(field), expected, value);
        }
        return result;
    }

    private interface ElementReader<T> {
        Optional<T> read(Object value, FieldPath at);
    }

    private <T> Optional<List<T>> list(String field, String expected, ElementReader<T> reader) {
        return elements(field).map(elements -> {
            List<T> values = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                Object element = elements.get(i);
                FieldPath at = path(field).index(i);
                Optional<T> value = element == null ? Optional.empty() : reader.read(element, at);
                value.ifPresentOrElse(values::add, () -> findings.wrongType(at, expected, element));
            }
            return values;
        });
    }

    private Optional<List<?>> elements(String field) {
        return typed(field, "a list", value -> value instanceof List<?> list ? Optional.of(list) : Optional.empty());
    }

    private static Optional<String> asString(@Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // trees are frozen before they are read: every map has string keys
    private Optional<ObjectReader> asObject(Object value, FieldPath at) {
        return value instanceof Map<?, ?> map
                ? Optional.of(new ObjectReader((Map<String, Object>) map, at, findings))
                : Optional.empty();
    }

    private static Optional<Quantity> asQuantity(Object value) {
        if (value instanceof String text) {
            return Quantity.tryParse(text);
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(Quantity.of(((Number) value).longValue()));
        }
        return asDecimal(value).flatMap(Quantity::tryOf);
    }

    private Optional<Integer> asPort(@Nullable Object value, FieldPath at) {
        Optional<Integer> port = asDecimal(value instanceof String text ? wholeNumber(text) : value)
                .filter(number -> number.precision() - number.scale() <= 5)
                .flatMap(ObjectReader::asInt)
                .filter(Ports::isPort);
        if (port.isEmpty()) {
            findings.report(
                    TextCode.PORT,
                    at,
                    "must be a port from 1 to 65535, was " + (value == null ? "null" : UserText.show(value)));
        }
        return port;
    }

    private static Optional<Integer> asInt(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object wholeNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.valueOf(text) : null;
    }

    private static Optional<BigDecimal> asDecimal(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof BigInteger whole) {
            return Optional.of(new BigDecimal(whole));
        }
        return value instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
    }
}
