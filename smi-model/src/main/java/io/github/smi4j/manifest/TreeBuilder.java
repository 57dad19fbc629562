package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/** Builds the tree of one document from the events of the parser, and its positions in the same pass. */
final class TreeBuilder {
    private static final String TOO_DEEP = "is nested deeper than " + ReaderLimits.MAX_DEPTH + " levels";
    private static final String MERGE = "<<";
    private static final String CORE_TAGS = "tag:yaml.org,2002:";
    private static final Set<String> COLLECTION_TAGS = Set.of(CORE_TAGS + "map", CORE_TAGS + "seq", "!");
    private static final String STRING_TAG = CORE_TAGS + "str";
    private static final Set<String> PLAIN_TAGS =
            Set.of(CORE_TAGS + "int", CORE_TAGS + "float", CORE_TAGS + "bool", CORE_TAGS + "null");

    private final Parser parser;
    private final SourceText source;
    private final int lineOffset;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private int nodes;
    private boolean aliased;

    private record Node(@Nullable Object value, PositionNode position) {}

    private record Anchored(Node node, int size, int height) {}

    TreeBuilder(Parser parser, SourceText source, int lineOffset) {
        this.parser = parser;
        this.source = source;
        this.lineOffset = lineOffset;
    }

    /** The tree of the document whose first event is next. */
    TextDocument build() throws LimitException {
        Node root = node(parser.next(), 0);
        return new TextDocument(root.value(), root.position(), List.copyOf(faults), aliased);
    }

    private Node node(Event event, int depth) throws LimitException {
        if (depth > ReaderLimits.MAX_DEPTH) {
            throw new LimitException(position(event), TOO_DEEP);
        }
        count(1, event);
        int before = nodes;
        if (event instanceof AliasEvent alias) {
            return alias(alias, depth);
        }
        Optional<String> anchor = Optional.empty();
        Node node;
        if (event instanceof ScalarEvent scalar) {
            anchor = scalar.getAnchor().map(a -> a.getValue());
            node = scalar(scalar);
        } else if (event instanceof MappingStartEvent start) {
            anchor = start.getAnchor().map(a -> a.getValue());
            checkCollectionTag(start.getTag(), start);
            node = mapping(start, depth);
        } else {
            SequenceStartEvent start = (SequenceStartEvent) event;
            anchor = start.getAnchor().map(a -> a.getValue());
            checkCollectionTag(start.getTag(), start);
            node = sequence(start, depth);
        }
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, nodes - before + 1, height(node.value()))));
        return node;
    }

    private void count(int more, Event event) throws LimitException {
        nodes += more;
        if (nodes > ReaderLimits.MAX_NODES) {
            throw new LimitException(
                    position(event), "the document has more than " + ReaderLimits.MAX_NODES + " nodes");
        }
    }

    /** How many levels of objects and lists there are below a node; walks what {@link #count} has counted already. */
    private static int height(@Nullable Object value) {
        Collection<?> children =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> l ? l : List.of();
        return children.stream().mapToInt(child -> height(child) + 1).max().orElse(0);
    }

    private Node alias(AliasEvent alias, int depth) throws LimitException {
        aliased = true;
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            fault(TextCode.ALIAS, alias, "the alias " + UserText.show(name) + " has no anchor before it");
            return new Node(null, mark(alias));
        }
        count(anchored.size() - 1, alias);
        if (depth + anchored.height() > ReaderLimits.MAX_DEPTH) {
            throw new LimitException(position(alias), TOO_DEEP);
        }
        return new Node(anchored.node().value(), anchored.node().position().at(mark(alias)));
    }

    private Node scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        PositionNode position = mark(scalar);
        Optional<String> tag = scalar.getTag();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (tag.isEmpty()) {
            if (plain && PlainScalars.isOctal(text)) {
                fault(TextCode.OCTAL, scalar, text + " was read as the octal number " + PlainScalars.resolve(text));
            }
            return new Node(plain ? PlainScalars.resolve(text) : text, position);
        }
        if (PLAIN_TAGS.contains(tag.get())) {
            return new Node(PlainScalars.resolve(text), position);
        }
        if (!tag.get().equals(STRING_TAG) && !tag.get().equals("!")) {
            tagFault(tag.get(), scalar);
        }
        return new Node(text, position);
    }

    private Node mapping(MappingStartEvent start, int depth) throws LimitException {
        Map<String, Node> entries = new LinkedHashMap<>();
        List<Node> merges = new ArrayList<>();
        Event key = parser.next();
        while (!(key instanceof MappingEndEvent)) {
            Optional<String> name = key(key, depth);
            PositionNode keyPosition = mark(key);
            Node value = node(parser.next(), depth + 1);
            if (name.isPresent() && name.get().equals(MERGE) && isPlain(key)) {
                checkMerge(value.value(), key);
                merges.add(value);
            } else if (name.isPresent()) {
                put(entries, name.get(), value, keyPosition, key);
            }
            key = parser.next();
        }
        merges.forEach(merge -> merge(entries, merge.value(), merge.position()));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<PositionNode> positions = new ArrayList<>(entries.size());
        entries.forEach((name, node) -> {
            map.put(name, node.value());
            positions.add(node.position());
        });
        return new Node(map, PositionNode.of(line(start), column(start), List.copyOf(positions)));
    }

    private Optional<String> key(Event key, int depth) throws LimitException {
        if (key instanceof ScalarEvent scalar) {
            count(1, key);
            scalar.getTag().filter(t -> !t.equals(STRING_TAG) && !t.equals("!")).ifPresent(t -> tagFault(t, key));
            scalar.getAnchor()
                    .ifPresent(a ->
                            anchors.put(a.getValue(), new Anchored(new Node(scalar.getValue(), mark(key)), 1, 0)));
            return Optional.of(scalar.getValue());
        }
        node(key, depth + 1);
        fault(TextCode.KEY, key, "a key must be a string");
        return Optional.empty();
    }

    private static boolean isPlain(Event key) {
        return key instanceof ScalarEvent scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private void put(Map<String, Node> entries, String name, Node value, PositionNode keyPosition, Event key) {
        boolean collection = value.value() instanceof Map<?, ?> || value.value() instanceof List<?>;
        PositionNode position =
                collection ? value.position().at(keyPosition) : value.position().after(keyPosition);
        Node placed = new Node(value.value(), position);
        if (entries.putIfAbsent(name, placed) != null) {
            fault(TextCode.DUPLICATE_KEY, key, "the key " + UserText.show(name) + " occurs twice in one object");
        }
    }

    private void checkMerge(@Nullable Object value, Event key) {
        boolean objects =
                value instanceof List<?> list ? list.stream().allMatch(Map.class::isInstance) : value instanceof Map;
        if (!objects) {
            fault(TextCode.KEY, key, "only objects can be merged");
        }
    }

    /** The merge key of YAML 1.1, which Kubernetes reads: fields of its own win. */
    private static void merge(Map<String, Node> entries, @Nullable Object source, PositionNode position) {
        if (source instanceof Map<?, ?> map) {
            int place = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                PositionNode at = position.children().get(place++);
                entries.putIfAbsent((String) entry.getKey(), new Node(entry.getValue(), at));
            }
        } else if (source instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                merge(entries, list.get(i), position.children().get(i));
            }
        }
    }

    private Node sequence(SequenceStartEvent start, int depth) throws LimitException {
        List<@Nullable Object> list = new ArrayList<>();
        List<PositionNode> positions = new ArrayList<>();
        Event element = parser.next();
        while (!(element instanceof SequenceEndEvent)) {
            Node node = node(element, depth + 1);
            list.add(node.value());
            positions.add(node.position());
            element = parser.next();
        }
        return new Node(list, PositionNode.of(line(start), column(start), List.copyOf(positions)));
    }

    private void checkCollectionTag(Optional<String> tag, Event event) {
        tag.filter(t -> !COLLECTION_TAGS.contains(t)).ifPresent(t -> tagFault(t, event));
    }

    private void tagFault(String tag, Event event) {
        fault(TextCode.TAG, event, "the tag " + UserText.show(tag) + " is not accepted");
    }

    private void fault(TextCode code, Event event, String message) {
        faults.add(Diagnostic.builder(code)
                .position(Optional.of(position(event)))
                .message(message)
                .build());
    }

    private SourcePosition position(Event event) {
        return SourcePosition.of(source, line(event), column(event));
    }

    private PositionNode mark(Event event) {
        return PositionNode.of(line(event), column(event), List.of());
    }

    private int line(Event event) {
        return lineOffset + event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    /** A document exceeds a limit; the rest of it is skipped. */
    static final class LimitException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient SourcePosition position;

        LimitException(SourcePosition position, String message) {
            super(message);
            this.position = position;
        }

        SourcePosition position() {
            return position;
        }
    }
}
