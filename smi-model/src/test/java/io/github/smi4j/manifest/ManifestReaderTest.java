package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
    private static final String SPLIT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: canary
              labels: {app: web}
            spec:
              service: web
              backends:
              - service: v1
                weight: 90
            """;

    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    private static ResourceSet read(byte[] bytes) throws IOException {
        return ManifestReader.create().read(new ByteArrayInputStream(bytes), "a.yaml");
    }

    private static List<String> lines(ResourceSet set) {
        return set.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private static List<String> names(ResourceSet set) {
        return set.entries().stream().map(e -> e.ref().name()).toList();
    }

    private static String route(String name) {
        return "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: " + name + "}}\n";
    }

    @Test
    void read_documents_areEntriesInOrder() {
        ResourceSet set =
                read(SPLIT + "---\n" + route("r") + "---\n{apiVersion: v1, kind: Service, metadata: {name: s}}\n");

        assertThat(names(set)).containsExactly("canary", "r", "s");
        assertThat(set.resources(TrafficSplit.class)).hasSize(1);
        assertThat(set.otherResources()).hasSize(1);
        assertThat(set.diagnostics()).isEmpty();
    }

    @Test
    void read_json_isRead() {
        ResourceSet set = read(
                "{\"apiVersion\":\"specs.smi-spec.io/v1alpha4\",\n\t\"kind\":\"TCPRoute\",\"metadata\":{\"name\":\"r\\u0031\"}}");

        assertThat(set.resources())
                .containsExactly(TCPRoute.builder().name("r1").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "# only a comment\n", "---\n", "---\n---\n# x\n---\n...\n", "--- ~\n", "--- null\n"})
    void read_emptyDocuments_areSkipped(String text) {
        ResourceSet set = read(text);

        assertThat(set.entries()).isEmpty();
        assertThat(set.diagnostics()).isEmpty();
    }

    static Stream<Arguments> positions() {
        return Stream.of(
                arguments("scalar: its value", FieldPath.of("spec", "service"), 7, 12),
                arguments("object: its key", FieldPath.of("spec"), 6, 1),
                arguments("list: its key", FieldPath.of("spec", "backends"), 8, 3),
                arguments("object in a list", FieldPath.of("spec", "backends").index(0), 9, 5),
                arguments(
                        "scalar in a list",
                        FieldPath.of("spec", "backends").index(0).field("weight"),
                        10,
                        13),
                arguments("entry of a map", FieldPath.of("metadata", "labels").key("app"), 5, 17),
                arguments(
                        "missing: the nearest parent",
                        FieldPath.of("spec", "matches").index(3),
                        6,
                        1),
                arguments("the document", FieldPath.root(), 1, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("positions")
    void position_ofAField(String name, FieldPath path, int line, int column) {
        SourcePosition position = read(SPLIT).entries().get(0).position(path).orElseThrow();

        assertThat(position).hasToString("a.yaml:" + line + ":" + column);
    }

    @Test
    void position_secondDocument_countsFromTheTopOfTheFile() {
        ResourceSet set = read("# comment\n---\n" + route("a") + "---\n\n" + SPLIT.replace("90", "ninety"));

        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1106 a.yaml:15:13 TrafficSplit canary spec.backends[0].weight: must be a number"
                                + " or a quantity such as 500m, was \"ninety\"");
        assertThat(set.diagnostics().get(0).position().flatMap(SourcePosition::sourceLine))
                .contains("    weight: ninety");
        assertThat(set.entries().get(1).origin().map(o -> o.document())).contains(1);
    }

    @Test
    void position_windowsLineEnds_areOneLineEach() {
        ResourceSet set = read(SPLIT.replace("90", "ninety").replace("\n", "\r\n"));

        assertThat(set.diagnostics().get(0).position()).hasToString("Optional[a.yaml:10:13]");
        assertThat(set.diagnostics().get(0).position().flatMap(SourcePosition::sourceLine))
                .contains("    weight: ninety");
    }

    @Test
    void read_byteOrderMark_isNoPartOfTheText() throws IOException {
        ResourceSet set = read(("\uFEFF" + SPLIT).getBytes(StandardCharsets.UTF_8));

        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.entries().get(0).position(FieldPath.of("apiVersion"))).hasToString("Optional[a.yaml:1:13]");
    }

    @Test
    void read_byteOrderMarkInAString_isNoPartOfTheText() {
        ResourceSet set = read("\uFEFF" + SPLIT);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.entries().get(0).position(FieldPath.of("apiVersion"))).hasToString("Optional[a.yaml:1:13]");
    }

    static Stream<Arguments> brokenMiddles() {
        return Stream.of(
                arguments("unterminated quote", "a: \"x\nb: c\n", "4:1"),
                arguments("unterminated bracket", "a: [1, 2\n", "4:1"),
                arguments("tab indentation", "a:\n\tb: c\n", "4:1"),
                arguments("two values", "a: b: c\n", "3:5"),
                arguments("bad indentation", "a: 1\n  b: 2\n", "4:4"),
                arguments("unknown escape", "a: \"\\q\"\n", "3:6"),
                arguments("control character", "a: 1\nb: \u0007\n", "4:4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenMiddles")
    void read_syntaxErrorInTheMiddle_keepsTheOthersAndTheirPositions(String name, String middle, String at) {
        ResourceSet set = read(route("a") + "---\n" + middle + "---\n" + route("b"));

        assertThat(names(set)).containsExactly("a", "b");
        assertThat(set.diagnostics()).hasSize(1);
        assertThat(lines(set).get(0)).startsWith("ERROR SMI1001 a.yaml:").contains(": not YAML or JSON: ");
        int line = set.diagnostics().get(0).position().orElseThrow().line();
        assertThat(line).isBetween(3, 3 + (int) middle.lines().count());
        assertThat(set.entries().get(1).position(FieldPath.of("metadata", "name")))
                .hasToString("Optional[a.yaml:" + (4 + middle.lines().count()) + ":75]");
    }

    @Test
    void read_twoValuesOnALine_saysWhere() {
        assertThat(lines(read("a: b: c\n")))
                .containsExactly("ERROR SMI1001 a.yaml:1:5: not YAML or JSON: mapping values are not allowed here");
    }

    @Test
    void read_controlCharacter_saysWhere() {
        assertThat(read("a: 1\nb: x\u0007\n").diagnostics().get(0).position()).hasToString("Optional[a.yaml:2:5]");
    }

    /** An unterminated quote swallows the text after it up to the next document at most. */
    @Test
    void read_severalBrokenDocuments_reportsEachOnce() {
        ResourceSet set = read("a: [\n---\na: 'x\n---\n" + route("a") + "---\na: }\n");

        assertThat(set.diagnostics())
                .extracting(d -> d.code().id())
                .containsOnly("SMI1001")
                .hasSize(3);
        assertThat(names(set)).containsExactly("a");
    }

    @Test
    void read_duplicateKey_hasNoValueButItsTree() {
        ResourceSet set = read(SPLIT + "  service: other\n");

        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1004 a.yaml:11:3 TrafficSplit canary: the key \"service\" occurs twice in one object");
        assertThat(set.resources()).isEmpty();
        assertThat(set.entries().get(0).isFaulty()).isTrue();
        assertThat(set.entries().get(0).remainder()).isEmpty();
        assertThat(set.entries().get(0).tree()).containsEntry("kind", "TrafficSplit");
    }

    static Stream<Arguments> textFaults() {
        return Stream.of(
                arguments("string tag", "x: !!str 5", "5", null),
                arguments("number tag", "x: !!int '5'", 5, null),
                arguments("plain tag", "x: !!map {}", Map.of(), null),
                arguments(
                        "python",
                        "x: !!python/object:os.system {}",
                        Map.of(),
                        "1:4: the tag \"tag:yaml.org,2002:python/object:os.system\" is not accepted"),
                arguments(
                        "java",
                        "x: !!javax.script.ScriptEngineManager []",
                        List.of(),
                        "1:4: the tag \"tag:yaml.org,2002:javax.script.ScriptEngineManager\" is not accepted"),
                arguments(
                        "binary",
                        "x: !!binary aGk=",
                        "aGk=",
                        "1:4: the tag \"tag:yaml.org,2002:binary\" is not accepted"),
                arguments("own tag", "x: !secret y", "y", "1:4: the tag \"!secret\" is not accepted"),
                arguments("unknown alias", "x: *a", null, "1:4: the alias \"a\" has no anchor before it"),
                arguments(
                        "cyclic alias",
                        "x: &a [*a]",
                        Arrays.asList((Object) null),
                        "1:8: the alias \"a\" has no anchor before it"),
                arguments("alias", "y: &a {b: 1}\nx: *a", Map.of("b", 1), null),
                arguments("anchored key", "y: {&k a: 1}\nx: *k", "a", null),
                arguments(
                        "key that is a list",
                        "x: {[a]: b}",
                        Map.of(),
                        "1:5: a key must be a string, was an object or a list; a template such as {{ .Values }} must be rendered first"),
                arguments("number as key", "x: {8080: b}", Map.of("8080", "b"), null),
                arguments("merge key", "y: &a {b: 1, c: 1}\nx: {<<: *a, c: 2}", Map.of("b", 1, "c", 2), null),
                arguments(
                        "merge key, first wins",
                        "y: &a {b: 1}\nz: &c {b: 2, d: 3}\nx: {<<: [*a, *c]}",
                        Map.of("b", 1, "d", 3),
                        null),
                arguments("quoted merge key", "x: {'<<': {b: 1}}", Map.of("<<", Map.of("b", 1)), null),
                arguments(
                        "merge of a number",
                        "x: {<<: 5}",
                        Map.of(),
                        "1:5: << takes in the fields of an object, and its value is none"),
                arguments("quoted yes is text", "x: 'yes'", "yes", null),
                arguments("yes is true", "x: yes", true, null),
                arguments("null", "x: ~", null, null),
                arguments("true", "x: True", true, null),
                arguments("quoted number", "x: '5'", "5", null),
                arguments(
                        "big number",
                        "x: 99999999999999999999",
                        new java.math.BigInteger("99999999999999999999"),
                        null),
                arguments("exponent", "x: 1e3", new java.math.BigDecimal("1e3"), null),
                arguments("number too long to be one", "x: " + "9".repeat(101), "9".repeat(101), null));
    }

    /** Read as a Kubernetes object that is not SMI, so that the plain tree shows. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("textFaults")
    void read_yaml_isPlainTree(String name, String text, Object value, String fault) {
        ResourceSet set = read(text + "\nkind: Other\n");

        assertThat(set.entries().get(0).tree().get("x")).isEqualTo(value);
        assertThat(set.diagnostics())
                .extracting(d -> d.position().orElseThrow() + ": " + d.message())
                .isEqualTo(fault == null ? List.of() : List.of("a.yaml:" + fault));
    }

    /** What is wrong with the text is why the value is wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*name | SMI1006",
                "{{ .Values.name }} | SMI1007",
                "[{ [a]: b }] | SMI1007",
                "!secret a | SMI1005",
                "{a: b, c: *d} | SMI1106 SMI1006"
            })
    void read_faultOfTheTextInAValue_isOneFinding(String name, String codes) {
        assertThat(read(route(name)).diagnostics())
                .extracting(d -> d.code().id())
                .containsExactlyInAnyOrder(codes.split(" "));
    }

    @Test
    void read_tagOnAnSmiField_leavesNoValue() {
        ResourceSet set = read(route("!secret a"));

        assertThat(set.resources()).isEmpty();
        assertThat(lines(set))
                .containsExactly("ERROR SMI1005 a.yaml:1:75 TCPRoute a: the tag \"!secret\" is not accepted");
    }

    @Test
    void read_octalWeight_isReadAsKubernetesDoes() {
        ResourceSet set = read(SPLIT.replace("90", "010"));

        assertThat(lines(set))
                .containsExactly(
                        "WARNING SMI1009 a.yaml:10:13 TrafficSplit canary: 010 was read as the octal number 8");
        assertThat(set.resources(TrafficSplit.class).get(0).backends().get(0).weight())
                .hasToString("8");
    }

    @Test
    void read_octalInAnotherObject_isNotReported() {
        assertThat(lines(read("{apiVersion: v1, kind: ConfigMap, defaultMode: 0644}")))
                .isEmpty();
    }

    @Test
    void read_list_isItsItems() {
        ResourceSet set = read("apiVersion: v1\nkind: List\nitems:\n- " + route("a") + "- " + route("b")
                + "- {apiVersion: v1, kind: Service}\n");

        assertThat(set.resources(TCPRoute.class)).hasSize(2);
        assertThat(set.otherResources()).hasSize(1);
        assertThat(set.entries().get(1).position(FieldPath.of("metadata", "name")))
                .hasToString("Optional[a.yaml:5:77]");
    }

    @Test
    void read_typedList_itemsInherit() {
        ResourceSet set = read("""
                apiVersion: split.smi-spec.io/v1alpha2
                kind: TrafficSplitList
                items:
                - metadata: {name: a}
                  spec: {service: web, backends: []}
                - apiVersion: split.smi-spec.io/v1alpha1
                  kind: TrafficSplit
                  metadata: {name: b}
                  spec: {service: 5}
                """);

        assertThat(set.resources())
                .containsExactly(TrafficSplit.builder()
                        .apiVersion("split.smi-spec.io/v1alpha2")
                        .name("a")
                        .service("web")
                        .build());
        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1107 a.yaml:9:3 TrafficSplit b spec.backends: is missing: expected a list of backends",
                        "ERROR SMI1106 a.yaml:9:19 TrafficSplit b spec.service: must be a string, was 5");
    }

    @Test
    void read_listInAList_isFlattened() {
        assertThat(names(read("{kind: List, items: [{kind: List, items: [" + route("a") + "]}, " + route("b") + "]}")))
                .containsExactly("a", "b");
    }

    @Test
    void read_listItemThatIsNoObject_isReportedAtItsPlace() {
        ResourceSet set = read("kind: List\nitems:\n- x\n- null\n- " + route("a"));

        assertThat(lines(set))
                .containsExactly(
                        "ERROR SMI1008 a.yaml:3:3: must be an object with apiVersion, kind and metadata, was \"x\"",
                        "ERROR SMI1008 a.yaml:4:3: must be an object with apiVersion, kind and metadata, was null");
        assertThat(names(set)).containsExactly("a");
    }

    @Test
    void read_faultInAnEmptyList_isNotSilent() {
        assertThat(lines(read("kind: List\nitems: []\nitems: [1]\n"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "5", "[a, b]", "true"})
    void read_documentThatIsNoObject_isReported(String text) {
        ResourceSet set = read("--- " + text + "\n---\n" + route("a"));

        assertThat(set.diagnostics()).extracting(Diagnostic::code).containsExactly(TextCode.NOT_AN_OBJECT);
        assertThat(names(set)).containsExactly("a");
    }

    @Test
    void read_noKind_isReported() {
        assertThat(lines(read("apiVersion: v1\nmetadata: {name: a}\n")))
                .containsExactly("ERROR SMI1101 a.yaml:1:1 a: kind is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access.smi-spec.io", "v1x", "v1"})
    void read_kindThatOnlySmiHasWithoutAGroup_isReadAsSmi(String apiVersion) {
        ResourceSet set = read("{apiVersion: " + apiVersion + ", kind: TrafficTarget, metadata: {name: a}}");

        assertThat(lines(set))
                .containsExactly("ERROR SMI1103 a.yaml:1:14 TrafficTarget a apiVersion: TrafficTarget has no version \""
                        + apiVersion + "\"");
        assertThat(set.otherResources()).isEmpty();
    }

    @Test
    void read_smiKindOfAForeignGroup_isReportedAndKept() {
        ResourceSet set = read("{apiVersion: example.com/v1, kind: TrafficSplit, metadata: {name: a}}");

        assertThat(lines(set))
                .containsExactly("WARNING SMI1114 a.yaml:1:14 TrafficSplit a apiVersion: TrafficSplit is SMI's, the API"
                        + " group of \"example.com/v1\" is not: not read as SMI");
        assertThat(set.otherResources()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: gateway.networking.k8s.io/v1alpha2, kind: TCPRoute, metadata: {name: a}}",
                "{apiVersion: gateway.networking.k8s.io/v1alpha2, kind: UDPRoute, metadata: {name: a}}",
                "{apiVersion: metrics.smi-spec.io/v1alpha1, kind: TrafficMetrics, metadata: {name: a}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}}"
            })
    void read_otherObject_isKeptWithoutFindings(String text) {
        ResourceSet set = read(text);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.otherResources()).hasSize(1);
    }

    @Test
    void read_unknownKindOfAnSmiGroup_isReported() {
        assertThat(lines(read("{apiVersion: split.smi-spec.io/v1alpha4, kind: Split, metadata: {name: a}}")))
                .containsExactly("ERROR SMI1102 a.yaml:1:48 Split a kind: no SMI resource has the kind \"Split\"");
    }

    @Test
    void read_hostileName_cannotForgeOutput() {
        assertThat(lines(read("{kind: TrafficSplit, metadata: {name: \"a\\e[31m\\u202e\\nERROR SMI9999\"}}")))
                .containsExactly("ERROR SMI1105 a.yaml:1:1 TrafficSplit a\\u001b[31m\\u202e\\u000aERROR SMI9999"
                        + " apiVersion: is missing, and the shape does not tell which version is meant");
    }

    @Test
    void read_bytesThatAreNotUtf8_areReportedAtTheirPlace() throws IOException {
        ResourceSet set = read("a: b\nc: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(lines(set)).containsExactly("ERROR SMI1002 a.yaml:2:4: the byte 0xE4 is not UTF-8");
        assertThat(set.entries()).isEmpty();
    }

    @Test
    void read_truncatedCharacterAtTheEnd_isReported() throws IOException {
        assertThat(lines(read(new byte[] {'a', (byte) 0xE2, (byte) 0x82})))
                .containsExactly("ERROR SMI1002 a.yaml:1:2: the byte 0xE2 is not UTF-8");
    }

    @Test
    void read_largerThan16MiB_isRefused() throws IOException {
        byte[] bytes = new byte[16 * 1024 * 1024 + 1];
        Arrays.fill(bytes, (byte) '\n');

        assertThat(lines(read(bytes))).containsExactly("ERROR SMI1003 a.yaml:1:1: is larger than 16777216 bytes");
    }

    @Test
    void read_exactly16MiB_isRead() throws IOException {
        byte[] bytes = new byte[16 * 1024 * 1024];
        Arrays.fill(bytes, (byte) '\n');
        for (int i = 0; i < bytes.length; i += 1024 * 1024) {
            System.arraycopy("---".getBytes(StandardCharsets.UTF_8), 0, bytes, i, 3);
        }

        assertThat(read(bytes).diagnostics()).isEmpty();
    }

    private static final class FailingStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken pipe");
        }
    }

    @Test
    void read_failingStream_throws() {
        assertThatThrownBy(() -> ManifestReader.create().read(new FailingStream(), "-"))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
    }

    @Test
    void read_missingFile_throws(@TempDir Path folder) {
        assertThatThrownBy(() -> ManifestReader.create().read(folder.resolve("no.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void read_directory_isSortedAndRecursive(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("b/deep"));
        Files.writeString(folder.resolve("c.json"), "{\"kind\":\"X\",\"metadata\":{\"name\":\"c\"}}");
        Files.writeString(folder.resolve("b/deep/x.YML"), "{kind: X, metadata: {name: b}}");
        Files.writeString(folder.resolve("a.yaml"), "{kind: X, metadata: {name: a}}");
        Files.writeString(folder.resolve("notes.txt"), "not: [yaml");

        ResourceSet set = ManifestReader.create().read(folder);

        assertThat(names(set)).containsExactly("a", "b", "c");
        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.entries().get(1).origin().map(o -> o.file()))
                .contains(folder.resolve("b/deep/x.YML").toString());
    }

    @Test
    void read_fileOfAnotherSuffix_isReadWhenNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("routes.txt"), route("a"));

        assertThat(names(ManifestReader.create().read(file))).containsExactly("a");
    }

    @Test
    void forEach_handsOverDocumentByDocument() throws IOException {
        List<List<String>> seen = new ArrayList<>();
        String text = route("a") + "---\na: [\n---\n{kind: List, items: [" + route("b") + ", " + route("c") + "]}\n";

        ManifestReader.create()
                .forEach(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "-",
                        set -> seen.add(
                                set.entries().isEmpty()
                                        ? List.of(
                                                set.diagnostics().get(0).code().id())
                                        : names(set)));

        assertThat(seen).containsExactly(List.of("a"), List.of("SMI1001"), List.of("b", "c"));
    }

    @Test
    void forEach_earlierDocumentsAreHandedOverBeforeABreak() {
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> ManifestReader.create()
                        .forEach(
                                new ByteArrayInputStream(route("a")
                                        .repeat(1)
                                        .concat("---\n" + route("b"))
                                        .getBytes(StandardCharsets.UTF_8)),
                                "-",
                                set -> {
                                    seen.addAll(names(set));
                                    throw new IllegalStateException("stop");
                                }))
                .hasMessage("stop");
        assertThat(seen).containsExactly("a");
    }

    @Test
    void read_headersInTheListForm_areRead() {
        HTTPRouteGroup group = read("""
                        apiVersion: specs.smi-spec.io/v1alpha4
                        kind: HTTPRouteGroup
                        metadata: {name: g}
                        spec:
                          matches:
                          - name: m
                            headers:
                            - user-agent: ".*Android.*"
                        """).resources(HTTPRouteGroup.class).get(0);

        assertThat(group.matches().get(0).headers()).containsExactly(Map.entry("user-agent", ".*Android.*"));
    }

    @Test
    void equals_sameTextUnderAnotherName_isEqual() {
        assertThat(ManifestReader.create().read(SPLIT, "b.yaml")).isEqualTo(read("# moved\n" + SPLIT));
    }
}
