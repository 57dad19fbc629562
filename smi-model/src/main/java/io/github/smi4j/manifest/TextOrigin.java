package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a resource that was read from text came from.
 *
 * @param source the text
 * @param document the number of the document, from 0
 * @param tree the document, or the item of a list
 * @param positions where the nodes of the tree stand
 */
record TextOrigin(SourceText source, int document, Map<String, Object> tree, Supplier<PositionNode> positions)
        implements Origin {
    private static final String SPEC = "spec";

    @Override
    public String file() {
        return source.name();
    }

    @Override
    public Optional<SourcePosition> position(FieldPath path) {
        return Optional.of(node(path).position(source));
    }

    @Override
    public Optional<SourcePosition> keyPosition(FieldPath path) {
        PositionNode node = node(path);
        return Optional.of(SourcePosition.of(source, node.keyLine(), node.keyColumn()));
    }

    private PositionNode node(FieldPath path) {
        return positions.get().find(tree, inShapeOfText(path));
    }

    /** A value that was brought to another version asks in the shape of that version. */
    private FieldPath inShapeOfText(FieldPath path) {
        if (path.isRoot() || !(path.steps().get(0) instanceof FieldPath.Name first) || tree.containsKey(first.name())) {
            return path;
        }
        List<FieldPath.Step> steps = new ArrayList<>(path.steps());
        if (first.name().equals(SPEC)) {
            steps.remove(0);
            rename(steps, "rules", "specs");
            return FieldPath.of(steps);
        }
        rename(steps, "specs", "rules");
        boolean ofSpec = tree.get(SPEC) instanceof Map<?, ?> spec
                && steps.get(0) instanceof FieldPath.Name name
                && spec.containsKey(name.name());
        if (!ofSpec) {
            return path;
        }
        steps.add(0, new FieldPath.Name(SPEC));
        return FieldPath.of(steps);
    }

    private static void rename(List<FieldPath.Step> steps, String from, String to) {
        if (!steps.isEmpty() && steps.get(0).equals(new FieldPath.Name(from))) {
            steps.set(0, new FieldPath.Name(to));
        }
    }
}
