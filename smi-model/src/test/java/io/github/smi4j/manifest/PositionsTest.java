package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.model.Origin;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where fields stand, whichever way the text was read and whatever became of the resource. */
class PositionsTest {
    private static final FieldPath WEIGHT =
            FieldPath.of("spec", "backends").index(0).field("weight");
    private static final FieldPath BACKENDS = FieldPath.of("spec", "backends");

    private static final String BLOCK = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: a
            spec:
              service: web
              backends:
              - service: v1
                weight: 90
            """;

    private static String flow(String kind) {
        return kind + "metadata: {name: a}, spec: {service: web, backends: [{service: v1, weight: 90}]}}";
    }

    private static final String HEADER = "{apiVersion: split.smi-spec.io/v1alpha4, kind: TrafficSplit, ";

    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("block", BLOCK),
                arguments("block, the full way", BLOCK.replace("web", "&w web")),
                arguments("block behind other documents", "{kind: X}\n---\n# c\n" + BLOCK),
                arguments("block behind directives", "{kind: X}\n...\n%YAML 1.2\n# c\n---\n" + BLOCK),
                arguments("flow", flow(HEADER)),
                arguments("flow with line ends", flow(HEADER).replace(", ", ",\r\n")),
                arguments("json", """
                        {
                          "apiVersion": "split.smi-spec.io/v1alpha4", "kind": "TrafficSplit",
                        \t"metadata": {"name": "a"},
                          "spec": {"service": "web", "backends": [
                            {"service": "v1",
                             "weight": 90}]}
                        }
                        """),
                arguments("item of a List", "kind: List\napiVersion: v1\nitems:\n- {kind: X}\n- " + flow(HEADER)),
                arguments(
                        "item of a List, the full way",
                        "kind: &l List\napiVersion: v1\nitems:\n- {kind: X}\n- " + flow(HEADER)),
                arguments(
                        "item of a TrafficSplitList",
                        "kind: TrafficSplitList\napiVersion: split.smi-spec.io/v1alpha4\nitems:\n- " + flow("{")),
                arguments(
                        "aliased object",
                        BLOCK.replace("  - service: v1\n    weight: 90\n", "  - *b\nx:\n  b: 1\n")
                                .replace("metadata:\n", "y: &b {service: v1, weight: 90}\nmetadata:\n")),
                arguments(
                        "merged fields",
                        BLOCK.replace("    weight: 90\n", "    <<: *b\n")
                                .replace("metadata:\n", "y: &b {service: v2, weight: 90}\nmetadata:\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void position_ofAFieldAndItsKey(String name, String text) {
        ResourceSet set = read(text);
        TrafficSplit split = set.resources(TrafficSplit.class).get(0);
        Origin origin = split.origin().orElseThrow();

        assertThat(shown(origin.position(WEIGHT))).isEqualTo(place(text, "90"));
        assertThat(shown(origin.keyPosition(WEIGHT))).isEqualTo(place(text, "weight"));
        assertThat(shown(origin.position(BACKENDS))).isEqualTo(place(text, "backends"));
        assertThat(shown(origin.keyPosition(BACKENDS))).isEqualTo(place(text, "backends"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void position_ofACopy_isThatOfWhatWasRead(String name, String text) {
        TrafficSplit split = read(text).resources(TrafficSplit.class).get(0);
        TrafficSplit copy = split.toBuilder().service("other").build();
        ResourceSet.Entry entry = ResourceSet.of(copy).entries().get(0);

        assertThat(copy.origin()).isEqualTo(split.origin());
        assertThat(shown(entry.position(WEIGHT))).isEqualTo(place(text, "90"));
        assertThat(shown(entry.keyPosition(WEIGHT))).isEqualTo(place(text, "weight"));
        assertThat(shown(entry.position(BACKENDS))).isEqualTo(place(text, "backends"));
    }

    /** Where a word stands that the text has once; its quotes are part of it. */
    private static String place(String text, String word) {
        int at = text.indexOf(word);
        assertThat(text.lastIndexOf(word)).isEqualTo(at);
        int start = text.charAt(at - 1) == '"' ? at - 1 : at;
        long line = text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        return line + ":" + (start - text.lastIndexOf('\n', start - 1));
    }

    private static String shown(Optional<SourcePosition> position) {
        return position.orElseThrow().line() + ":" + position.orElseThrow().column();
    }

    private static final String OLD_TARGET = """
            apiVersion: access.smi-spec.io/v1alpha1
            kind: TrafficTarget
            metadata: {name: a, namespace: shop}
            destination: {kind: ServiceAccount, name: d, namespace: shop}
            specs:
            - kind: HTTPRouteGroup
              name: routes
            sources: [{kind: ServiceAccount, name: s, namespace: shop}]
            """;

    private static final String NEW_TARGET = """
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: a, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: d, namespace: shop}
              rules:
              - kind: HTTPRouteGroup
                name: routes
              sources: [{kind: ServiceAccount, name: s, namespace: shop}]
            """;

    private static TrafficTarget converted(String text, String version) {
        return SmiConverter.to("access.smi-spec.io/" + version)
                .convert(read(text))
                .toSet()
                .resources(TrafficTarget.class)
                .get(0);
    }

    @Test
    void position_ofAConvertedTarget_isFoundInTheOlderText() {
        Origin origin = converted(OLD_TARGET, "v1alpha4").origin().orElseThrow();
        FieldPath rule = FieldPath.of("spec", "rules").index(0).field("name");

        assertThat(shown(origin.position(rule))).isEqualTo("7:9");
        assertThat(shown(origin.keyPosition(rule))).isEqualTo("7:3");
        assertThat(shown(origin.position(FieldPath.of("spec", "destination", "name"))))
                .isEqualTo("4:43");
    }

    @Test
    void position_ofAConvertedTarget_isFoundInTheNewerText() {
        Origin origin = converted(NEW_TARGET, "v1alpha1").origin().orElseThrow();
        FieldPath rule = FieldPath.of("specs").index(0).field("name");

        assertThat(shown(origin.position(rule))).isEqualTo("8:11");
        assertThat(shown(origin.keyPosition(rule))).isEqualTo("8:5");
        assertThat(shown(origin.position(FieldPath.of("destination", "name")))).isEqualTo("5:45");
    }

    @Test
    void position_askedFromTwoThreadsAtOnce_isTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 50; i++) {
                assertThat(atOnce(threads, read(BLOCK).entries().get(0))).containsExactly("9:13", "9:13");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> atOnce(ExecutorService threads, ResourceSet.Entry entry) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        Callable<String> ask = () -> {
            barrier.await();
            return shown(entry.position(WEIGHT));
        };
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : threads.invokeAll(List.of(ask, ask))) {
            answers.add(answer.get());
        }
        return answers;
    }

    @Test
    void positions_whenNobodyAsks_areNotParsed() throws ReflectiveOperationException {
        TextSection section = new TextSections(SourceText.of("a.yaml", BLOCK)).next();
        SectionPositions positions = new SectionPositions(section, ReaderLimits.defaults());
        Field documents = SectionPositions.class.getDeclaredField("documents");
        documents.setAccessible(true);

        assertThat(documents.get(positions)).isNull();
        positions.of(0);
        Object parsed = documents.get(positions);
        positions.of(0);
        assertThat(documents.get(positions)).isNotNull().isSameAs(parsed);
    }

    /** What a reader holds of a text without faults has not been asked. */
    @Test
    void read_ofATextWithoutFaults_leavesThePositionsUnparsed() throws ReflectiveOperationException {
        List<TextDocument> documents = new ArrayList<>();
        SourceText source = SourceText.of("a.yaml", BLOCK);
        new TextDocuments(source, ReaderLimits.defaults(), documents::add, f -> {}).read();
        new DocumentReader(source).read(documents.get(0));

        assertThat(parsedOf(documents.get(0))).isNull();
        documents.get(0).positions().get();
        assertThat(parsedOf(documents.get(0))).isNotNull();
    }

    private static Object parsedOf(TextDocument document) throws ReflectiveOperationException {
        Field documents = SectionPositions.class.getDeclaredField("documents");
        documents.setAccessible(true);
        return documents.get(document.positions());
    }
}
