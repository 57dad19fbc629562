package io.github.smi4j.internal.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a frozen tree, in the order written: keys and values in one array, since most objects of a manifest have few
 * fields and there are many of them.
 */
class FrozenMap extends AbstractMap<String, Object> {
    private static final int LARGEST_WITHOUT_INDEX = 8;

    private final @Nullable Object[] keysAndValues;

    private FrozenMap(@Nullable Object[] keysAndValues) {
        this.keysAndValues = keysAndValues;
    }

    /** An object of frozen values; keys and values in turn, no key twice. */
    static FrozenMap of(@Nullable Object[] keysAndValues) {
        return keysAndValues.length / 2 <= LARGEST_WITHOUT_INDEX
                ? new FrozenMap(keysAndValues)
                : new Indexed(keysAndValues);
    }

    @Override
    public int size() {
        return keysAndValues.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return place(key) >= 0;
    }

    @Override
    @SuppressWarnings("NullAway") // a value may be null: in a manifest null is not the same as absent
    public Object get(@Nullable Object key) {
        int place = place(key);
        return place < 0 ? null : keysAndValues[place + 1];
    }

    int place(@Nullable Object key) {
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (String.valueOf(keysAndValues[i]).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {
        @Override
        public int size() {
            return FrozenMap.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < keysAndValues.length;
                }

                @Override
                @SuppressWarnings("NullAway") // see get
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    String key = String.valueOf(keysAndValues[next]);
                    Object value = keysAndValues[next + 1];
                    next += 2;
                    return new SimpleImmutableEntry<>(key, value);
                }
            };
        }
    }

    /** One with many fields, which has an index besides, so that no text makes lookups slow. */
    private static final class Indexed extends FrozenMap {
        private final Map<String, Integer> index;

        Indexed(@Nullable Object[] keysAndValues) {
            super(keysAndValues);
            index = new HashMap<>(keysAndValues.length);
            for (int i = 0; i < keysAndValues.length; i += 2) {
                index.put(String.valueOf(keysAndValues[i]), i);
            }
        }

        @Override
        int place(@Nullable Object key) {
            return index.getOrDefault(key, -1);
        }
    }
}
