package io.github.smi4j.internal.tree;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deep, unmodifiable copies of the trees that any JSON or YAML parser makes. */
public final class PlainTrees {
    /** How deep a tree may be: {@value}. Deeper ones are refused, cyclic ones among them. */
    public static final int MAX_DEPTH = 100;

    /** How many nodes a tree may have: {@value}; shared ones count as often as they are reached. */
    public static final int MAX_NODES = 1_000_000;

    /** Below this each whole number has a double of its own. */
    private static final double EXACT_DOUBLES = 1L << 53;

    private int nodes;

    private PlainTrees() {}

    /**
     * A deep copy in which nothing can be changed; arrays are lists, exact numbers keep their value.
     *
     * @throws NotPlainException where the tree holds something that JSON has no form for
     */
    public static Map<String, Object> freeze(Map<?, ?> tree) {
        return new PlainTrees().freezeMap(tree, FieldPath.root(), 0);
    }

    /** An object of values that are frozen already; keys and values in turn, no key twice. The list is not kept. */
    public static Map<String, Object> object(List<? extends @Nullable Object> keysAndValues) {
        return FrozenMap.of(keysAndValues.toArray());
    }

    /** A list of values that are frozen already. The list given is not kept. */
    public static List<Object> list(List<? extends @Nullable Object> values) {
        return new FrozenList(values);
    }

    // Null values are kept: in a manifest null is not the same as absent. The map type does not say so because its
    // users
    // would have to repeat the annotation at every level.
    private Map<String, Object> freezeMap(Map<?, ?> map, FieldPath path, int depth) {
        if (map instanceof FrozenMap frozen) {
            return frozen;
        }
        checkDepth(path, depth);
        List<@Nullable Object> copy = new ArrayList<>(2 * map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new NotPlainException(path, "keys must be strings, found the key " + entry.getKey());
            }
            copy.add(key);
            copy.add(freezeValue(entry.getValue(), path.field(key), depth + 1));
        }
        return object(copy);
    }

    private @Nullable Object freezeValue(@Nullable Object value, FieldPath path, int depth) {
        if (++nodes > MAX_NODES) {
            throw new NotPlainException(FieldPath.root(), "more than " + MAX_NODES + " nodes");
        }
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return freezeMap(map, path, depth);
        }
        if (value instanceof Iterable<?> list) {
            return freezeList(list, path, depth);
        }
        if (value instanceof Object[] array) {
            return freezeList(Arrays.asList(array), path, depth);
        }
        if (value instanceof Number number) {
            return freezeNumber(number, path);
        }
        if (value instanceof CharSequence text) {
            return text.toString();
        }
        throw new NotPlainException(path, "not a plain value: " + UserText.show(value));
    }

    private List<Object> freezeList(Iterable<?> list, FieldPath path, int depth) {
        if (list instanceof FrozenList frozen) {
            return frozen;
        }
        checkDepth(path, depth);
        List<@Nullable Object> copy = new ArrayList<>();
        for (Object item : list) {
            copy.add(freezeValue(item, path.index(copy.size()), depth + 1));
        }
        return list(copy);
    }

    /**
     * Floating point becomes the decimal that its text shows, so that 0.1 stays 0.1; whole numbers take the smallest type
     * that holds them, so that equal documents are equal whichever parser read them.
     */
    private static Number freezeNumber(Number number, FieldPath path) {
        if (number instanceof Integer) {
            return number;
        }
        if (number instanceof BigDecimal decimal) {
            return decimal.scale() == 0 ? narrow(decimal.unscaledValue()) : decimal;
        }
        if (number instanceof Long || number instanceof Short || number instanceof Byte) {
            return narrow(number.longValue());
        }
        if (number instanceof BigInteger whole) {
            return narrow(whole);
        }
        if (number instanceof Double
                && number.doubleValue() == Math.rint(number.doubleValue())
                && Math.abs(number.doubleValue()) < EXACT_DOUBLES) {
            // Parsers that know doubles alone read every whole number as one.
            return narrow((long) number.doubleValue());
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new NotPlainException(path, "not a number that JSON can write: " + UserText.show(number));
        }
    }

    private static Number narrow(BigInteger number) {
        return number.bitLength() < Long.SIZE ? narrow(number.longValue()) : number;
    }

    private static Number narrow(long number) {
        return number == (int) number ? (Number) (int) number : (Number) number;
    }

    private static void checkDepth(FieldPath path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new NotPlainException(
                    FieldPath.of(path.steps().subList(0, 3)), "nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    /** A tree holds something that JSON has no form for. */
    public static final class NotPlainException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final transient FieldPath path;

        NotPlainException(FieldPath path, String message) {
            super(message);
            this.path = path;
        }

        /** Where. */
        public FieldPath path() {
            return path;
        }
    }
}
