package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.internal.tree.PlainTrees;
import java.math.BigDecimal;
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

/** Builds the tree of one document from the events of the parser, and its positions in the same pass. */
final class TreeBuilder {
    /** How many findings of one sort a document may have: what is past them is not worth the memory. */
    private static final int MOST_FAULTS = 1000;

    private static final Object EMPTY_LIST = PlainTrees.list(List.of());
    private static final Object EMPTY_OBJECT = PlainTrees.object(List.of());
    private static final String MERGE = "<<";
    private static final String CORE_TAGS = "tag:yaml.org,2002:";
    private static final Set<String> COLLECTION_TAGS = Set.of(CORE_TAGS + "map", CORE_TAGS + "seq", "!");
    private static final String STRING_TAG = CORE_TAGS + "str";
    private static final Set<String> PLAIN_TAGS =
            Set.of(CORE_TAGS + "int", CORE_TAGS + "float", CORE_TAGS + "bool", CORE_TAGS + "null");

    private final GuardedParser parser;
    private final TextSection section;
    private final ReaderLimits limits;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private int errors;
    private int readings;
    private int nodes;
    private int aliasedNodes;
    private boolean aliased;
    private boolean positionsOnly;

    private record Node(@Nullable Object value, PositionNode position) {}

    private record Anchored(Node node, int size, int height) {}

    TreeBuilder(GuardedParser parser, TextSection section, ReaderLimits limits) {
        this.parser = parser;
        this.section = section;
        this.limits = limits;
    }

    /** The tree of the document whose first event is next. */
    TextDocument build() throws LimitException {
        Event first = parser.next();
        Node root = node(first, 0);
        if (readings > MOST_FAULTS) {
            faults.add(finding(
                            TextCode.LIMIT,
                            first,
                            "more than " + MOST_FAULTS
                                    + " texts were read as Kubernetes does, and YAML 1.2 reads something else; the others"
                                    + " are left out")
                    .severity(Severity.WARNING)
                    .help("Mend the first ones.")
                    .build());
        }
        return new TextDocument(root.value(), List.copyOf(faults), aliased, root::position);
    }

    /** Where the nodes of the next document stand, of which nothing has to be said; its values are not held again. */
    PositionNode positions() throws LimitException {
        positionsOnly = true;
        return node(parser.next(), 0).position();
    }

    private Node node(Event event, int depth) throws LimitException {
        checkDepth(depth, event);
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
        if (nodes > limits.maxNodes()) {
            throw new LimitException(position(event), "the document has more than " + limits.maxNodes() + " nodes");
        }
    }

    private void checkDepth(int depth, Event event) throws LimitException {
        if (depth > limits.maxDepth()) {
            throw new LimitException(position(event), "is nested deeper than " + limits.maxDepth() + " levels");
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
        aliasedNodes += anchored.size();
        if (aliasedNodes > limits.maxAliasedNodes()) {
            throw new LimitException(
                    position(alias), "aliases stand for more than " + limits.maxAliasedNodes() + " nodes");
        }
        count(anchored.size() - 1, alias);
        checkDepth(depth + anchored.height(), alias);
        return new Node(anchored.node().value(), anchored.node().position().at(mark(alias)));
    }

    private Node scalar(ScalarEvent scalar) throws LimitException {
        String text = scalar.getValue();
        PositionNode position = mark(scalar);
        if (positionsOnly) {
            return new Node(null, position);
        }
        Optional<String> tag = scalar.getTag();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (tag.isEmpty() ? plain : PLAIN_TAGS.contains(tag.get())) {
            return new Node(resolve(text, scalar), position);
        }
        if (tag.isEmpty()) {
            return new Node(text, position);
        }
        if (!tag.get().equals(STRING_TAG) && !tag.get().equals("!")) {
            tagFault(tag.get(), scalar);
        }
        return new Node(text, position);
    }

    private @Nullable Object resolve(String text, Event event) throws LimitException {
        Object value = PlainScalars.resolve(text);
        if (PlainScalars.isNotFinite(text)) {
            fault(TextCode.TYPE, event, text + " is not a number that JSON can write");
        } else if (PlainScalars.isOctal(text)) {
            reading(TextCode.OCTAL, event, text + " was read as the octal number " + value);
        } else if (PlainScalars.isDisputed(text)) {
            String read = value == null ? "null" : UserText.show(value);
            reading(TextCode.YAML_1_1, event, text + " was read as " + read + ", as Kubernetes does");
        }
        return value;
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
        List<@Nullable Object> fields = new ArrayList<>(2 * entries.size());
        List<PositionNode> positions = new ArrayList<>(entries.size());
        entries.forEach((name, node) -> {
            fields.add(name);
            fields.add(node.value());
            positions.add(node.position());
        });
        return new Node(
                fields.isEmpty() ? EMPTY_OBJECT : PlainTrees.object(fields),
                PositionNode.of(line(start), column(start), List.copyOf(positions)));
    }

    private Optional<String> key(Event key, int depth) throws LimitException {
        if (key instanceof ScalarEvent scalar) {
            count(1, key);
            Optional<String> tag = scalar.getTag().filter(t -> !t.equals(STRING_TAG) && !t.equals("!"));
            if (tag.isPresent()) {
                tagFault(tag.get(), key);
            }
            scalar.getAnchor()
                    .ifPresent(a ->
                            anchors.put(a.getValue(), new Anchored(new Node(scalar.getValue(), mark(key)), 1, 0)));
            return isPlain(key) && scalar.getTag().isEmpty() ? plainKey(scalar) : Optional.of(scalar.getValue());
        }
        node(key, depth + 1);
        fault(
                TextCode.KEY,
                key,
                "a key must be a string, was an object or a list; a template such as {{ .Values }} must be"
                        + " rendered first");
        return Optional.empty();
    }

    /** JSON has strings as keys alone: Kubernetes writes a word or whole number out as one. */
    private Optional<String> plainKey(ScalarEvent key) throws LimitException {
        String text = key.getValue();
        Object value = PlainScalars.resolve(text);
        if (value == null || value instanceof BigDecimal || PlainScalars.isNotFinite(text)) {
            fault(TextCode.KEY, key, "a key must be a string, was " + (value == null ? "null" : "the number " + text));
            return Optional.empty();
        }
        if (!value.toString().equals(text)) {
            reading(TextCode.YAML_1_1, key, "the key " + text + " was read as " + value + ", as Kubernetes does");
        }
        return Optional.of(value.toString());
    }

    private static boolean isPlain(Event key) {
        return key instanceof ScalarEvent scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    private void put(Map<String, Node> entries, String name, Node value, PositionNode keyPosition, Event key)
            throws LimitException {
        boolean collection = value.value() instanceof Map<?, ?> || value.value() instanceof List<?>;
        PositionNode position =
                collection ? value.position().at(keyPosition) : value.position().after(keyPosition);
        Node placed = new Node(value.value(), position);
        if (entries.putIfAbsent(name, placed) != null) {
            fault(TextCode.DUPLICATE_KEY, key, "the key " + UserText.show(name) + " occurs twice in one object");
        }
    }

    private void checkMerge(@Nullable Object value, Event key) throws LimitException {
        boolean objects =
                value instanceof List<?> list ? list.stream().allMatch(Map.class::isInstance) : value instanceof Map;
        if (!objects) {
            fault(TextCode.KEY, key, "<< takes in the fields of an object, and its value is none");
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
        return new Node(
                list.isEmpty() ? EMPTY_LIST : PlainTrees.list(list),
                PositionNode.of(line(start), column(start), List.copyOf(positions)));
    }

    private void checkCollectionTag(Optional<String> tag, Event event) throws LimitException {
        if (tag.isPresent() && !COLLECTION_TAGS.contains(tag.get())) {
            tagFault(tag.get(), event);
        }
    }

    private void tagFault(String tag, Event event) throws LimitException {
        fault(TextCode.TAG, event, "the tag " + UserText.show(tag) + " is not accepted");
    }

    private void fault(TextCode code, Event event, String message) throws LimitException {
        if (++errors > MOST_FAULTS) {
            throw new LimitException(position(event), "the document has more than " + MOST_FAULTS + " faults");
        }
        faults.add(finding(code, event, message).build());
    }

    /** How a scalar was read. Nothing is lost where this is left out, and it is nothing to say of most documents. */
    private void reading(TextCode code, Event event, String message) {
        readings++;
        if (readings <= MOST_FAULTS) {
            faults.add(finding(code, event, message).build());
        }
    }

    private Diagnostic.Builder finding(TextCode code, Event event, String message) {
        return Diagnostic.builder(code).position(Optional.of(position(event))).message(message);
    }

    /** What was found before a limit was exceeded; readings of a document that is not read are left out. */
    List<Diagnostic> faults() {
        return faults.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    private SourcePosition position(Event event) {
        return SourcePosition.of(section.source(), line(event), column(event));
    }

    private PositionNode mark(Event event) {
        return PositionNode.of(line(event), column(event), List.of());
    }

    private int line(Event event) {
        return section.firstLine() + event.getStartMark().map(Mark::getLine).orElse(0) + 1;
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
