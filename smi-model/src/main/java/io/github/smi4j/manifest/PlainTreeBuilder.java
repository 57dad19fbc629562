package io.github.smi4j.manifest;

import io.github.smi4j.internal.tree.PlainTrees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the trees of a section in which nothing has to be said: no fault, no anchor, alias, tag or merge, no disputed scalar,
 * nothing beyond a limit. Most sections are such, and are read without positions. {@link TreeBuilder} reads all others.
 */
final class PlainTreeBuilder {
    private static final String MERGE = "<<";
    private static final int FEW_KEYS = 8;

    private final GuardedParser parser;
    private final ReaderLimits limits;
    private final StringPool strings;
    private int nodes;

    private PlainTreeBuilder(GuardedParser parser, ReaderLimits limits, StringPool strings) {
        this.parser = parser;
        this.limits = limits;
        this.strings = strings;
    }

    /** The trees of all documents of the section, so many at most; absent if it has to be read by {@link TreeBuilder}. */
    static Optional<List<Optional<Object>>> build(
            TextSection section, ReaderLimits limits, int maxDocuments, StringPool strings) {
        try {
            GuardedParser parser = section.parserWithoutMarks(limits);
            List<Optional<Object>> trees = new ArrayList<>(1);
            while (parser.hasNext()) {
                if (trees.size() > maxDocuments) {
                    return Optional.empty();
                }
                if (parser.next() instanceof DocumentStartEvent) {
                    PlainTreeBuilder builder = new PlainTreeBuilder(parser, limits, strings);
                    trees.add(Optional.ofNullable(builder.node(parser.next(), 0)));
                }
            }
            return Optional.of(trees);
        } catch (NotPlainTextException | SectionReader.ScalarTooLongException | YamlEngineException e) {
            return Optional.empty();
        }
    }

    private @Nullable Object node(Event event, int depth) throws NotPlainTextException {
        if (event instanceof AliasEvent
                || ((NodeEvent) event).getAnchor().isPresent()
                || depth > limits.maxDepth()
                || ++nodes > limits.maxNodes()) {
            throw new NotPlainTextException();
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (start.getTag().isPresent()) {
            throw new NotPlainTextException();
        }
        return start instanceof MappingStartEvent ? mapping(depth) : sequence(depth);
    }

    private @Nullable Object scalar(ScalarEvent scalar) throws NotPlainTextException {
        String text = scalar.getValue();
        if (scalar.getTag().isPresent()) {
            throw new NotPlainTextException();
        }
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return strings.shared(text);
        }
        if (PlainScalars.isPlainlyText(text)) {
            return strings.shared(text);
        }
        if (PlainScalars.isDisputed(text) || PlainScalars.isNotFinite(text)) {
            throw new NotPlainTextException();
        }
        Object value = PlainScalars.resolve(text);
        return value instanceof String ? strings.shared(text) : value;
    }

    private Object mapping(int depth) throws NotPlainTextException {
        List<@Nullable Object> keysAndValues = new ArrayList<>();
        Event event = parser.next();
        while (!(event instanceof MappingEndEvent)) {
            keysAndValues.add(key(event));
            keysAndValues.add(node(parser.next(), depth + 1));
            event = parser.next();
        }
        if (hasKeyTwice(keysAndValues)) {
            throw new NotPlainTextException();
        }
        return PlainTrees.object(keysAndValues);
    }

    private static boolean hasKeyTwice(List<@Nullable Object> keysAndValues) {
        if (keysAndValues.size() > 2 * FEW_KEYS) {
            Set<Object> keys = new HashSet<>();
            for (int i = 0; i < keysAndValues.size(); i += 2) {
                keys.add(String.valueOf(keysAndValues.get(i)));
            }
            return keys.size() < keysAndValues.size() / 2;
        }
        for (int i = 2; i < keysAndValues.size(); i += 2) {
            for (int j = 0; j < i; j += 2) {
                if (Objects.equals(keysAndValues.get(i), keysAndValues.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private String key(Event event) throws NotPlainTextException {
        boolean text = event instanceof ScalarEvent scalar
                && scalar.getTag().isEmpty()
                && scalar.getAnchor().isEmpty()
                && (scalar.getScalarStyle() != ScalarStyle.PLAIN || isText(scalar.getValue()));
        if (!text || ++nodes > limits.maxNodes()) {
            throw new NotPlainTextException();
        }
        return strings.shared(((ScalarEvent) event).getValue());
    }

    private static boolean isText(String key) {
        return PlainScalars.isPlainlyText(key)
                || (!key.equals(MERGE)
                        && PlainScalars.resolve(key) instanceof String
                        && !PlainScalars.isNotFinite(key));
    }

    private Object sequence(int depth) throws NotPlainTextException {
        List<@Nullable Object> elements = new ArrayList<>();
        Event event = parser.next();
        while (!(event instanceof SequenceEndEvent)) {
            elements.add(node(event, depth + 1));
            event = parser.next();
        }
        return PlainTrees.list(elements);
    }

    /** Something has to be said about the text. */
    private static final class NotPlainTextException extends Exception {
        private static final long serialVersionUID = 1L;

        NotPlainTextException() {
            super(null, null, false, false);
        }
    }
}
