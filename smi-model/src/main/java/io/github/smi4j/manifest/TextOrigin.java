package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.model.Origin;
import java.util.Map;
import java.util.Optional;

/** Where a resource that was read from text came from. */
record TextOrigin(SourceText source, int document, Map<String, Object> tree, PositionNode positions) implements Origin {
    @Override
    public String file() {
        return source.name();
    }

    @Override
    public Optional<SourcePosition> position(FieldPath path) {
        PositionNode node = positions.find(tree, path);
        return Optional.of(SourcePosition.of(source, node.line(), node.column()));
    }

    @Override
    public Optional<SourcePosition> keyPosition(FieldPath path) {
        PositionNode node = positions.find(tree, path);
        return Optional.of(SourcePosition.of(source, node.keyLine(), node.keyColumn()));
    }
}
