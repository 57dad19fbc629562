package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.FieldPath;
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

    /** The node of a field of {@code tree}, or of the nearest part of its path that the tree has. */
    PositionNode find(@Nullable Object tree, FieldPath path) {
        PositionNode node = this;
        Object value = tree;
        for (FieldPath.Step step : path.steps()) {
            int place = place(value, step);
            if (place < 0 || place >= node.children.size()) {
                return node;
            }
            value = child(value, place);
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
        String name = step instanceof FieldPath.Name field ? field.name() : ((FieldPath.Key) step).key();
        return value instanceof Map<?, ?> map ? List.copyOf(map.keySet()).indexOf(name) : -1;
    }

    private static @Nullable Object child(@Nullable Object value, int place) {
        if (value instanceof List<?> list) {
            return place < list.size() ? list.get(place) : null;
        }
        return value instanceof Map<?, ?> map
                ? map.values().stream()
                        .skip(place)
                        .map(java.util.Optional::ofNullable)
                        .findFirst()
                        .flatMap(v -> v)
                        .orElse(null)
                : null;
    }
}
