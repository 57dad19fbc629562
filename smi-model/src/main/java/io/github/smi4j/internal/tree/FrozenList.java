package io.github.smi4j.internal.tree;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of a frozen tree. */
final class FrozenList extends AbstractList<Object> implements RandomAccess {
    private final @Nullable Object[] elements;

    /** A list of frozen values. */
    FrozenList(List<? extends @Nullable Object> elements) {
        this.elements = elements.toArray();
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    @SuppressWarnings("NullAway") // an element may be null, as in FrozenMap
    public Object get(int place) {
        return elements[place];
    }
}
