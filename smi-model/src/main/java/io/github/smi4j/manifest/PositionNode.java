package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a node of a tree stands: a scalar itself, an object or list its key. Children are in the order of the tree's own,
 * so that the tree's keys need not be kept twice.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param keyLine the line of the key; that of the node itself where it has none
 * @param keyColumn the column of the key
 * @param children the entries of an object or the elements of a list
 */
record PositionNode(int line, int column, int keyLine, int keyColumn, List<PositionNode> children) {
    /** A node without a key. */
    static PositionNode of(int line, int column, List<PositionNode> children) {
        return new PositionNode(line, column, line, column, children);
    }

    /** The place of the node in its text. */
    SourcePosition position(SourceText source) {
        return SourcePosition.of(source, line, column);
    }

    /** The node of a field of {@code tree}, or of the nearest part of its path that the tree has. */
    PositionNode find(@Nullable Object tree, FieldPath path) {
        PositionNode node = this;
        Object value = tree;
        for (FieldPath.Step step : path.steps()) {
            int place = place(value, step);
            if (place < 0 || place >= node.children.size()) {
                return node;
            }
            value = child(value, step);
            node = node.children.get(place);
        }
        return node;
    }

    /** The same node at another place: an object stands where its key does. */
    PositionNode at(PositionNode key) {
        return PositionNode.of(key.line, key.column, children);
    }

    /** The same node with a key before it: a scalar stands where it stood. */
    PositionNode after(PositionNode key) {
        return new PositionNode(line, column, key.line, key.column, children);
    }

    private static int place(@Nullable Object value, FieldPath.Step step) {
        if (step instanceof FieldPath.Index index) {
            return value instanceof List<?> ? index.index() : -1;
        }
        return value instanceof Map<?, ?> map && map.containsKey(name(step)) ? place(map, name(step)) : -1;
    }

    private static int place(Map<?, ?> map, String name) {
        int place = 0;
        for (Object key : map.keySet()) {
            if (name.equals(key)) {
                return place;
            }
            place++;
        }
        return -1;
    }

    private static String name(FieldPath.Step step) {
        return step instanceof FieldPath.Name field ? field.name() : ((FieldPath.Key) step).key();
    }

    private static @Nullable Object child(@Nullable Object value, FieldPath.Step step) {
        if (step instanceof FieldPath.Index index) {
            return value instanceof List<?> list && index.index() < list.size() ? list.get(index.index()) : null;
        }
        return value instanceof Map<?, ?> map ? map.get(name(step)) : null;
    }
}
