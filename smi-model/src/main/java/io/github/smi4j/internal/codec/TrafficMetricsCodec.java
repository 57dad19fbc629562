package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.internal.tree.PlainTrees;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.Edge;
import io.github.smi4j.model.Metric;
import io.github.smi4j.model.MetricsBackend;
import io.github.smi4j.model.ObjectReference;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.PodLabelSelector;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.TrafficMetrics;
import io.github.smi4j.model.TrafficMetricsList;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@link TrafficMetrics} and {@link TrafficMetricsList}, metrics v1alpha1 and v1alpha2, which are one shape. The Go SDK
 * writes null for what is absent, so a null is absent here.
 */
public final class TrafficMetricsCodec {
    /** The newest {@code group/version}: what builders start with. */
    public static final String NEWEST = MetricsDocuments.NEWEST;

    private static final String KIND = "TrafficMetrics";
    private static final String LIST_KIND = "TrafficMetricsList";
    private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private TrafficMetricsCodec() {}

    /** Decodes TrafficMetrics from a tree that any parser made; any other kind is a finding. */
    public static Decoded<TrafficMetrics> decode(Map<String, ?> tree) {
        return MetricsDocuments.decode(tree, KIND, TrafficMetricsCodec::metrics);
    }

    /** Decodes a TrafficMetricsList from a tree that any parser made; any other kind is a finding. */
    public static Decoded<TrafficMetricsList> decodeList(Map<String, ?> tree) {
        return MetricsDocuments.decode(tree, LIST_KIND, TrafficMetricsCodec::list);
    }

    private static Optional<TrafficMetrics> metrics(String apiVersion, ObjectReader document) {
        int errorsBefore = document.findings().errors();
        ObjectReference resource = reference(document);
        Optional<Edge> edge = object(document, "edge").map(TrafficMetricsCodec::edge);
        Optional<MetricsBackend> backend = object(document, "backend").flatMap(TrafficMetricsCodec::backend);
        // Without one of these the numbers would stand for other traffic.
        boolean otherTraffic = document.findings().errors() > errorsBefore;
        Optional<Instant> timestamp =
                parsed(document, "timestamp", "a time such as 2019-04-08T22:25:55Z", TrafficMetricsCodec::timestamp);
        Optional<Duration> window = parsed(document, "window", "a duration such as 30s", GoDuration::parse);
        List<Metric> metrics = each(document, "metrics", TrafficMetricsCodec::metric);
        OtherFields metadata = metadata(document);
        return otherTraffic
                ? Optional.empty()
                : Optional.of(new TrafficMetrics(
                        apiVersion, metadata, resource, edge, backend, timestamp, window, metrics, document.others()));
    }

    private static Optional<TrafficMetricsList> list(String apiVersion, ObjectReader document) {
        int errorsBefore = document.findings().errors();
        ObjectReference resource = reference(document);
        Optional<PodLabelSelector> selector = object(document, "selector").map(TrafficMetricsCodec::selector);
        // Without one of its labels a selector means more.
        boolean meansMore = document.findings().errors() > errorsBefore;
        List<TrafficMetrics> items = each(document, "items", item -> item(apiVersion, item));
        OtherFields metadata = metadata(document);
        return meansMore
                ? Optional.empty()
                : Optional.of(
                        new TrafficMetricsList(apiVersion, metadata, resource, selector, items, document.others()));
    }

    /** An item that does not say its kind and version has those of the list, as everywhere in Kubernetes. */
    private static Optional<TrafficMetrics> item(String listVersion, ObjectReader item) {
        if (!MetricsDocuments.isKind(item, KIND)) {
            return Optional.empty();
        }
        Optional<String> version =
                item.has("apiVersion") ? MetricsDocuments.apiVersion(item, KIND) : Optional.of(listVersion);
        return version.isPresent() ? metrics(version.get(), item) : Optional.empty();
    }

    private static PodLabelSelector selector(ObjectReader selector) {
        Optional<ObjectReader> labels = object(selector, "matchLabels");
        return PodLabelSelector.builder()
                .matchLabels(labels.isPresent() ? labels.get().stringEntries() : Map.of())
                .other(selector.others())
                .build();
    }

    private static ObjectReference reference(ObjectReader document) {
        Optional<ObjectReader> given = object(document, "resource");
        if (given.isEmpty()) {
            return ObjectReference.empty();
        }
        ObjectReader reference = given.get();
        return new ObjectReference(
                string(reference, "kind"),
                string(reference, "namespace"),
                string(reference, "name"),
                string(reference, "uid"),
                string(reference, "apiVersion"),
                string(reference, "resourceVersion"),
                string(reference, "fieldPath"),
                reference.others());
    }

    private static Edge edge(ObjectReader edge) {
        return new Edge(
                word(edge, "direction", Edge.Direction.values()),
                word(edge, "side", Edge.Side.values()),
                reference(edge),
                edge.others());
    }

    /** The Go SDK writes an empty word where it knows none. */
    private static <E extends Enum<E>> Optional<E> word(ObjectReader edge, String field, E[] words) {
        Object given = edge.value(field);
        for (E word : words) {
            if (word.toString().equals(given)) {
                return Optional.of(word);
            }
        }
        if (given != null && !given.equals("")) {
            edge.findings().wrongType(edge.path(field), "\"" + words[0] + "\" or \"" + words[1] + '"', given);
        }
        return Optional.empty();
    }

    private static Optional<MetricsBackend> backend(ObjectReader backend) {
        Optional<String> apex = backend.requiredString("apex");
        Optional<String> name = backend.requiredString("name");
        Optional<Quantity> weight = backend.quantity("weight");
        if (!backend.has("weight")) {
            backend.findings().report(TextCode.WEIGHT_MISSING, backend.path("weight"), "is missing: read as 0");
        }
        return apex.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new MetricsBackend(apex.get(), name.get(), weight.orElse(Quantity.ZERO), backend.others()));
    }

    private static Optional<Metric> metric(ObjectReader metric) {
        Optional<String> name = metric.requiredString("name");
        Optional<String> unit = string(metric, "unit");
        Optional<Quantity> value = metric.quantity("value");
        if (!metric.has("value")) {
            metric.findings().missing(metric.path("value"), "a number or a quantity such as 500m");
        }
        return name.isEmpty() || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Metric(name.get(), unit, value.get(), metric.others()));
    }

    /** RFC 3339 as Go reads it: four digits of the year, a T, and seconds. */
    private static Optional<Instant> timestamp(String text) {
        boolean shaped = text.length() >= 20
                && text.length() <= 35
                && text.charAt(4) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(16) == ':';
        try {
            return shaped
                    ? Optional.of(OffsetDateTime.parse(text).toInstant()).filter(TrafficMetricsCodec::isInRange)
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isInRange(Instant time) {
        return !time.isBefore(FIRST_TIME) && !time.isAfter(LAST_TIME);
    }

    private static Optional<String> string(ObjectReader object, String field) {
        return object.value(field) == null ? Optional.empty() : object.string(field);
    }

    private static Optional<ObjectReader> object(ObjectReader object, String field) {
        return object.value(field) == null ? Optional.empty() : object.object(field);
    }

    private static <T> List<T> each(ObjectReader object, String field, Function<ObjectReader, Optional<T>> decode) {
        return object.value(field) == null ? List.of() : object.each(field, decode);
    }

    /** A text that stands for a value; any other is reported. */
    private static <T> Optional<T> parsed(
            ObjectReader object, String field, String expected, Function<String, Optional<T>> parse) {
        Object given = object.value(field);
        Optional<T> value = given instanceof String text ? parse.apply(text) : Optional.empty();
        if (given != null && value.isEmpty()) {
            object.findings().wrongType(object.path(field), expected, given);
        }
        return value;
    }

    private static OtherFields metadata(ObjectReader document) {
        Optional<ObjectReader> metadata = object(document, "metadata");
        document.ignore("apiVersion", "kind");
        return metadata.isPresent() ? metadata.get().others() : OtherFields.none();
    }

    /** An unmodifiable copy; a null list or element is refused by its name. */
    public static <T> List<T> copy(List<T> list, String name) {
        for (T element : Objects.requireNonNull(list, name)) {
            Objects.requireNonNull(element, name + " element");
        }
        return List.copyOf(list);
    }

    /** Refuses what could not be written and read again. */
    public static void check(
            String apiVersion, Optional<Instant> timestamp, Optional<Duration> window, OtherFields other) {
        check(apiVersion, other, "edge", "backend", "timestamp", "window", "metrics");
        if (timestamp.isPresent() && !isInRange(timestamp.get())) {
            throw new IllegalStateException("timestamp must be of the years 0000 to 9999, was " + timestamp.get());
        }
        if (window.isPresent() && !GoDuration.isInRange(window.get())) {
            throw new IllegalStateException("window must be within 292 years, was " + window.get());
        }
    }

    /** Refuses an apiVersion that the group does not have, and other fields that the model knows. */
    public static void check(String apiVersion, OtherFields other, String... known) {
        if (!MetricsDocuments.isKnown(apiVersion)) {
            throw new IllegalStateException(
                    MetricsDocuments.GROUP + " has no apiVersion \"" + apiVersion + "\"; it has v1alpha1 and v1alpha2");
        }
        refuse(other, "apiVersion", "kind", "metadata", "resource");
        refuse(other, known);
    }

    /** A field that the model has must not be given past it: the document could say two things. */
    public static void refuse(OtherFields other, String... known) {
        for (String name : known) {
            if (other.names().contains(name)) {
                throw new IllegalStateException(
                        "other has the field " + name + ", which the model knows: set it by its own method");
            }
        }
    }

    /** The document of a value, in the version that it says. */
    public static Map<String, Object> encode(TrafficMetrics value) {
        Map<String, Object> document = document(KIND, value.apiVersion(), value.metadata(), value.resource());
        if (value.edge().isPresent()) {
            document.put("edge", encode(value.edge().get()));
        }
        if (value.backend().isPresent()) {
            document.put("backend", encode(value.backend().get()));
        }
        put(document, "timestamp", value.timestamp());
        put(document, "window", value.window().map(GoDuration::write));
        List<Object> metrics = new ArrayList<>();
        for (Metric metric : value.metrics()) {
            metrics.add(encode(metric));
        }
        document.put("metrics", metrics);
        document.putAll(value.other().asMap());
        return PlainTrees.freeze(document);
    }

    /** The document of a value, in the version that it says. */
    public static Map<String, Object> encode(TrafficMetricsList value) {
        Map<String, Object> document = document(LIST_KIND, value.apiVersion(), value.metadata(), value.resource());
        if (value.selector().isPresent()) {
            PodLabelSelector selector = value.selector().get();
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("matchLabels", selector.matchLabels());
            tree.putAll(selector.other().asMap());
            document.put("selector", tree);
        }
        List<Object> items = new ArrayList<>();
        for (TrafficMetrics item : value.items()) {
            items.add(encode(item));
        }
        document.put("items", items);
        document.putAll(value.other().asMap());
        return PlainTrees.freeze(document);
    }

    private static Map<String, Object> document(
            String kind, String apiVersion, OtherFields metadata, ObjectReference resource) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", apiVersion);
        document.put("kind", kind);
        if (!metadata.isEmpty()) {
            document.put("metadata", metadata.asMap());
        }
        if (!resource.isEmpty()) {
            document.put("resource", encode(resource));
        }
        return document;
    }

    private static Map<String, Object> encode(ObjectReference reference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "kind", reference.kind());
        put(tree, "namespace", reference.namespace());
        put(tree, "name", reference.name());
        put(tree, "uid", reference.uid());
        put(tree, "apiVersion", reference.apiVersion());
        put(tree, "resourceVersion", reference.resourceVersion());
        put(tree, "fieldPath", reference.fieldPath());
        tree.putAll(reference.other().asMap());
        return tree;
    }

    private static Map<String, Object> encode(Edge edge) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "direction", edge.direction());
        put(tree, "side", edge.side());
        // Written even where empty: that says "any" in the specification.
        tree.put("resource", encode(edge.resource()));
        tree.putAll(edge.other().asMap());
        return tree;
    }

    private static Map<String, Object> encode(MetricsBackend backend) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apex", backend.apex());
        tree.put("name", backend.name());
        Quantity weight = backend.weight();
        tree.put("weight", weight.isWhole() ? weight.value().toBigIntegerExact() : weight.toString());
        tree.putAll(backend.other().asMap());
        return tree;
    }

    private static Map<String, Object> encode(Metric metric) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", metric.name());
        put(tree, "unit", metric.unit());
        tree.put("value", metric.value().toString());
        tree.putAll(metric.other().asMap());
        return tree;
    }

    private static void put(Map<String, Object> tree, String field, Optional<?> value) {
        if (value.isPresent()) {
            tree.put(field, value.get().toString());
        }
    }
}
