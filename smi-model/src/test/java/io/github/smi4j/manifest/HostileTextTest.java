package io.github.smi4j.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TCPRoute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts that are made to exhaust or break a reader. Each must end in the time that its case says, in findings, and in a heap of
 * 64 MiB: the build runs what is tagged so with {@code -Xmx64m}. The times are far above need.
 */
@Tag("hostile")
class HostileTextTest {
    private static final int SECOND = 1;
    private static final int FEW_SECONDS = 10;
    private static final int LARGE = 15_000_000;
    private static final String BEFORE = "{kind: Good, metadata: {name: before}}\n---\n";
    private static final String AFTER = "\n---\n{kind: Good, metadata: {name: after}}\n";
    private static final String TOO_LONG = "what follows is longer than 1048576 characters";
    private static final String TOO_MANY_NODES = "the document has more than 400000 nodes";
    private static final String TOO_DEEP = "is nested deeper than 98 levels";

    /** Some bytes over and over, without holding them; counts how many were asked for. */
    private static final class Repeated extends InputStream {
        private final List<byte[]> parts;
        private final List<Long> ends = new ArrayList<>();
        private long given;

        /** A head, a unit so many times, and a tail. */
        Repeated(String head, String unit, int times, String tail) {
            parts = List.of(head.getBytes(UTF_8), unit.getBytes(UTF_8), tail.getBytes(UTF_8));
            ends.add((long) parts.get(0).length);
            ends.add(ends.get(0) + (long) parts.get(1).length * times);
            ends.add(ends.get(1) + parts.get(2).length);
        }

        @Override
        public int read() {
            if (given >= ends.get(2)) {
                return -1;
            }
            int part = given < ends.get(0) ? 0 : given < ends.get(1) ? 1 : 2;
            long within = given - (part == 0 ? 0 : ends.get(part - 1));
            given++;
            return parts.get(part)[(int) (within % parts.get(part).length)] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = 0;
            for (int next = -2; count < length && (next = read()) >= 0; count++) {
                into[offset + count] = (byte) next;
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    private static <T> T within(int seconds, ThrowingSupplier<T> work) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(seconds), work);
    }

    private static ResourceSet read(int seconds, String text) {
        return within(seconds, () -> ManifestReader.create().read(text, "a.yaml"));
    }

    private static ResourceSet read(int seconds, InputStream in) {
        return within(seconds, () -> ManifestReader.create().read(in, "a.yaml"));
    }

    /** The text between two good documents, both of which must be read. */
    private static List<Diagnostic> between(int seconds, String text) {
        ResourceSet set = read(seconds, BEFORE + text + AFTER);

        assertGoodOnesAreRead(set);
        return set.diagnostics();
    }

    private static List<Diagnostic> between(int seconds, String head, String unit, int times, String tail) {
        ResourceSet set = read(seconds, new Repeated(BEFORE + head, unit, times, tail + AFTER));

        assertGoodOnesAreRead(set);
        return set.diagnostics();
    }

    private static void assertGoodOnesAreRead(ResourceSet set) {
        assertThat(names(set)).contains("before", "after");
    }

    private static List<String> names(ResourceSet set) {
        return set.entries().stream()
                .map(e -> e.ref().name())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static void assertLimit(List<Diagnostic> findings, String message) {
        assertThat(findings)
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo(TextCode.LIMIT))
                .satisfies(d -> assertThat(d.position()).isPresent())
                .satisfies(d -> assertThat(d.message()).isEqualTo(message));
    }

    private static List<String> codes(List<Diagnostic> findings) {
        return findings.stream().map(d -> d.code().id()).distinct().sorted().toList();
    }

    private static String joined(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    // Depth and aliases

    @Test
    void read_billionLaughs_isALimit() {
        String text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + joined(30, i -> "a%d: &a%d [%s]\n".formatted(i + 1, i + 1, ("*a" + i + ", ").repeat(9)));

        assertLimit(between(SECOND, text), "aliases stand for more than 100000 nodes");
    }

    @Test
    void read_billionLaughsByMerges_isALimit() {
        String text = "a0: &a0 {x: 1}\n"
                + joined(
                        30,
                        i -> "a%d: &a%d {b: *a%d, c: *a%d, <<: [*a%d, *a%d]}\n".formatted(i + 1, i + 1, i, i, i, i));

        assertLimit(between(SECOND, text), "aliases stand for more than 100000 nodes");
    }

    static Stream<Arguments> deepTexts() {
        return Stream.of(
                arguments("flow lists", "a: " + "[".repeat(5000) + "]".repeat(5000)),
                arguments("flow objects", "{a: ".repeat(5000) + "1" + "}".repeat(5000)),
                arguments("block objects", joined(500, i -> " ".repeat(i) + "a:\n")),
                arguments("block lists", "- ".repeat(5000) + "x"),
                arguments("complex keys", "? ".repeat(1000) + "x"),
                // Each alias is one level deeper than its anchor although the text itself is flat.
                arguments(
                        "aliases",
                        "a0: &a0 [x]\n" + joined(150, i -> "a%d: &a%d [*a%d]\n".formatted(i + 1, i + 1, i))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deepTexts")
    void read_deepText_isALimit(String name, String text) {
        assertLimit(between(FEW_SECONDS, text), TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "{a: [", "- [", "\"", "'", "? ["})
    void read_unclosed_isASyntaxErrorOrALimit(String open) {
        assertThat(codes(between(FEW_SECONDS, open.repeat(20_000)))).isSubsetOf("SMI1001", "SMI1003", "SMI1008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&a [*a]", "&a {b: *a}", "x: &a [*a]", "x: &a {b: {c: [*a]}}", "&a {<<: *a}"})
    void read_cyclicAnchor_hasNoAnchorBeforeIt(String text) {
        assertThat(codes(between(SECOND, text)))
                .contains("SMI1006")
                .isSubsetOf("SMI1006", "SMI1007", "SMI1008", "SMI1101");
    }

    /** The height of an anchored node is found by a walk, and anchors may stand in each other. */
    @Test
    void read_anchorsInEachOther_areReadInTime() {
        String text = "kind: X\na:\n" + joined(90, i -> " ".repeat(i + 1) + "a: &a" + i + "\n") + " ".repeat(95)
                + "b: [" + "x, ".repeat(50_000) + "]\n";

        assertThat(between(FEW_SECONDS, text)).isEmpty();
    }

    // Size

    @Test
    void read_100MegabytesOnOneLine_areRefusedUnread() {
        Repeated in = new Repeated("a: ", "x", 100_000_000, "\n");

        assertLimit(read(FEW_SECONDS, in).diagnostics(), "is larger than 16777216 bytes");
        assertThat(in.given).isBetween(16L << 20, (16L << 20) + 8192);
    }

    static Stream<Arguments> longTexts() {
        return Stream.of(
                arguments("plain", "a: ", "x", ""),
                arguments("plain, of words", "a: ", "xxx ", ""),
                arguments("plain, of digits", "a: ", "9", ""),
                arguments("double quoted", "a: \"", "x", "\""),
                arguments("double quoted, escapes", "a: \"", "\\u0041", "\""),
                arguments("single quoted", "a: '", "x", "'"),
                arguments("single quoted, quotes", "a: '", "''", "'"),
                arguments("literal", "a: |\n  ", "x", "\n"),
                arguments("literal of lines", "a: |\n", "  x\n", "\n"),
                arguments("folded", "a: >\n  ", "x", "\n"),
                arguments("comment", "a: 1 # ", "x", "\n"),
                arguments("comments", "a: 1\n", "# x\n", "\n"),
                arguments("blanks", "a: ", " ", "1\n"),
                arguments("line ends", "a: 1\n", "\n", "b: 1\n"),
                arguments("key", "", "k", ": 1\n"),
                arguments("quoted key", "\"", "k", "\": 1\n"),
                arguments("announced key", "? ", "k", "\n: 1\n"),
                arguments("anchor", "a: &", "k", " 1\n"),
                arguments("alias", "a: *", "k", "\n"),
                arguments("tag", "a: !", "k", " 1\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longTexts")
    void read_15MegabytesOfOneScalarOrGap_areALimit(String name, String head, String unit, String tail) {
        assertLimit(between(FEW_SECONDS, head, unit, LARGE / unit.length(), tail), TOO_LONG);
    }

    /** Each just short enough; the parser must not copy what it holds of one over and over. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "9", "x "})
    void read_6ScalarsOfAMegabyte_areReadInTime(String unit) {
        String scalar = unit.repeat(1_000_000 / unit.length());
        String text = "kind: X\n" + joined(6, i -> "a" + i + ": " + scalar.replace("\n", "\n  ") + "\n");

        assertThat(between(FEW_SECONDS, text)).isEmpty();
    }

    /** A string of 15 MB is taken in as it is. */
    @Test
    void read_15MegabytesOfOneScalarInAString_areALimit() {
        assertLimit(read(FEW_SECONDS, "a: " + "x".repeat(LARGE)).diagnostics(), TOO_LONG);
    }

    /** Where a directive stands no event is made, and no document is there to keep. */
    @ParameterizedTest
    @ValueSource(strings = {"%YAML 1.", "%TAG !", "%X"})
    void read_15MegabytesOfADirective_areALimitOrASyntaxError(String directive) {
        ResourceSet set =
                read(FEW_SECONDS, new Repeated(BEFORE + "---\n...\n" + directive, "1", LARGE, " \n---\na: 1" + AFTER));

        assertThat(codes(set.diagnostics())).isSubsetOf("SMI1001", "SMI1003").isNotEmpty();
        assertGoodOnesAreRead(set);
    }

    static Stream<Arguments> manyNodes() {
        return Stream.of(
                arguments("numbers", "{\"a\": [", "1, ", "1]}"),
                arguments("texts", "{\"a\": [", "\"xy\", ", "1]}"),
                arguments("lists", "{\"a\": [", "[], ", "1]}"),
                arguments("objects", "{\"a\": [", "{\"b\": 1}, ", "1]}"),
                arguments("block items", "a:\n", "- 1\n", "\n"),
                arguments("block objects", "a:\n", "- b: yes\n", "\n"),
                arguments("anchors", "a:\n", "- &a 1\n", "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manyNodes")
    void read_15MegabytesOfSmallNodes_areALimit(String name, String head, String unit, String tail) {
        assertLimit(between(FEW_SECONDS, head, unit, LARGE / unit.length(), tail), TOO_MANY_NODES);
    }

    /** The most that one document may hold, as many strings of their own; and where one of them stands. */
    @Test
    void read_asManyDistinctStringsAsAllowed_areReadWithPositions() {
        String text = "kind: Good\nmetadata: {name: full}\nx: [" + joined(399_980, i -> "s%06d, ".formatted(i)) + "]\n";

        ResourceSet set = read(FEW_SECONDS, text);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(names(set)).containsExactly("full");
        assertThat(within(
                        FEW_SECONDS,
                        () -> set.entries().get(0).position(FieldPath.of("x").index(2))))
                .hasToString("Optional[a.yaml:3:23]");
    }

    @Test
    void read_asManyDistinctStringsAsAllowedWithAnAnchor_areRead() {
        String text =
                "kind: &a Good\nmetadata: {name: full}\nx: [" + joined(399_980, i -> "s%06d, ".formatted(i)) + "]\n";

        assertThat(names(read(FEW_SECONDS, text))).containsExactly("full");
    }

    // Maps

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments("distinct", (IntFunction<String>) i -> "key" + i),
                arguments("of equal hashes", (IntFunction<String>) HostileTextTest::collision));
    }

    /** Strings of one hash: "Aa" and "BB" have the same, and so has everything made of as many of them. */
    private static String collision(int number) {
        return joined(17, bit -> (number >> bit & 1) == 0 ? "Aa" : "BB");
    }

    @Test
    void collision_hasOneHash() {
        assertThat(IntStream.range(0, 1000).mapToObj(HostileTextTest::collision).distinct())
                .hasSize(1000)
                .extracting(String::hashCode)
                .containsOnly(collision(0).hashCode());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void read_100000Keys_areReadInTime(String name, IntFunction<String> key) {
        String text = "kind: X\nmetadata: {name: x}\n" + joined(100_000, i -> key.apply(i) + ": 1\n");

        assertThat(between(FEW_SECONDS, text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void read_50000Labels_areReadInTime(String name, IntFunction<String> key) {
        String text = "apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata:\n  name: x\n  labels:\n"
                + joined(50_000, i -> "    " + key.apply(i) + ": v\n");

        ResourceSet set = read(FEW_SECONDS, text);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(set.resources(TCPRoute.class).get(0).metadata().labels()).hasSize(50_000);
    }

    /** Each finding asks where its key stands. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void read_40000LabelsThatAreNumbers_areAThousandFindings(String name, IntFunction<String> key) {
        String text = "apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata:\n  name: x\n  labels:\n"
                + joined(40_000, i -> "    " + key.apply(i) + ": 1\n");

        List<Diagnostic> findings = between(FEW_SECONDS, text);

        assertThat(findings.size()).isEqualTo(1001);
        assertThat(codes(findings)).containsExactly("SMI1003", "SMI1106");
    }

    @Test
    void read_oneKeyOverAndOver_isAThousandFindings() {
        assertFaultsAreLimited(between(FEW_SECONDS, "kind: X\n" + "a: 1\n".repeat(100_000)), "SMI1004");
    }

    // Documents

    @Test
    void read_moreDocumentsThanAllowed_isALimit() {
        ResourceSet set = read(FEW_SECONDS, "---\n{kind: X}\n".repeat(50_001));

        assertLimit(set.diagnostics(), "the text has more than 50000 documents");
        assertThat(set.entries().size()).isEqualTo(50_000);
    }

    @Test
    void read_moreDocumentsThanAllowedPartedByLoneReturns_isALimit() {
        ResourceSet set = read(FEW_SECONDS, "--- {kind: X}\r".repeat(50_001));

        assertLimit(set.diagnostics(), "the text has more than 50000 documents");
        assertThat(set.entries().size()).isEqualTo(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\n...\n", "--- ~\n...\n", "~\n...\n", "...\n", "---\n", "--- # x\n"})
    void read_2000000EmptyDocuments_areALimitAtMost(String document) {
        ResourceSet set =
                read(FEW_SECONDS, new Repeated(BEFORE, document, Math.min(2_000_000, LARGE / document.length()), ""));

        assertThat(names(set)).containsExactly("before");
        assertThat(set.diagnostics().size()).isLessThanOrEqualTo(1);
        assertThat(codes(set.diagnostics())).isSubsetOf("SMI1001", "SMI1003");
    }

    static Stream<String> brokenDocuments() {
        return Stream.of("---\n\"\n", "---\na: [\n", "--- 1\n", "---\n%\n", "---\na: \u0007\n", "# c\n\n---\n*a\n");
    }

    /** Each broken document is left at the next one; that must not cost the whole text each time. */
    @ParameterizedTest
    @MethodSource("brokenDocuments")
    void read_manyBrokenDocuments_takesLinearTime(String document) {
        long single = millis(document, 5_000);
        long twice = millis(document, 10_000);

        assertThat((double) twice / Math.max(single, 100)).isLessThan(4);
    }

    private static long millis(String document, int times) {
        String text = document.repeat(times);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            assertThat(read(FEW_SECONDS, text).diagnostics().size()).isEqualTo(times);
            best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        }
        return best;
    }

    @Test
    void read_manyBrokenDocuments_saysWhereEachIs() {
        List<Diagnostic> findings =
                read(FEW_SECONDS, "---\n\"\n".repeat(20_000)).diagnostics();

        assertThat(findings.size()).isEqualTo(20_000);
        assertThat(findings.get(19_999).position().orElseThrow().line()).isEqualTo(40_001);
    }

    @Test
    void read_linesThatLookLikeStarts_takeLinearTime() {
        assertThat(codes(between(FEW_SECONDS, "%A\n# c\n\n", "---x\n", 200_000, "")))
                .isSubsetOf("SMI1001", "SMI1008");
    }

    // Faults

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("SMI1005", "kind: X\na:\n", "- !x 1\n"),
                arguments("SMI1006", "kind: X\na:\n", "- *a\n"),
                arguments("SMI1106", "kind: X\na:\n", "- .inf\n"),
                arguments("SMI1007", "kind: X\na:\n", "- ~: 1\n"),
                arguments("SMI1005", "kind: List\nitems:\n", "- !x {}\n"),
                arguments("SMI1005", "kind: List\na: &a 1\nitems:\n", "- !x {}\n"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("faults")
    void read_100000Faults_areAThousandFindings(String code, String head, String fault) {
        assertFaultsAreLimited(between(FEW_SECONDS, head + fault.repeat(100_000)), code);
    }

    private static void assertFaultsAreLimited(List<Diagnostic> findings, String code) {
        assertThat(findings.size()).isBetween(2, 1002);
        assertThat(codes(findings)).contains("SMI1003").isSubsetOf(code, "SMI1003", "SMI1101");
    }

    @Test
    void read_40000DisputedLabels_areAThousandFindings() {
        String text = "apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata:\n  name: x\n  labels:\n"
                + joined(40_000, i -> "    k" + i + ": on\n");

        List<Diagnostic> findings = between(FEW_SECONDS, text);

        assertThat(findings.size()).isBetween(2, 2002);
        assertThat(codes(findings)).contains("SMI1003").isSubsetOf("SMI1003", "SMI1010", "SMI1106");
    }

    /** Nothing has to be said of what is not SMI's, however much of it there is. */
    @Test
    void read_100000DisputedScalarsOfAnotherObject_areRead() {
        ResourceSet set =
                read(FEW_SECONDS, "kind: X\nmetadata: {name: x}\nmodes:\n" + "- 0644\n- yes\n".repeat(50_000));

        assertThat(set.diagnostics()).isEmpty();
        assertThat(names(set)).containsExactly("x");
    }

    /** An item of it that is SMI may have some of those that were left out. */
    @Test
    void read_listOfManyOtherObjectsWithDisputedScalars_isRead() {
        ResourceSet set = read(
                FEW_SECONDS, "kind: List\nitems:\n" + "- {kind: X, metadata: {name: x}, mode: 0644}\n".repeat(20_000));

        assertThat(codes(set.diagnostics())).containsExactly("SMI1003");
        assertThat(set.diagnostics()).allMatch(d -> d.severity() == Severity.WARNING);
        assertThat(set.entries().size()).isEqualTo(20_000);
    }

    /** One fault in a text with aliases may be in any item. */
    @Test
    void read_manyFaultyItemsWithAliases_areReportedInTime() {
        List<Diagnostic> findings =
                between(FEW_SECONDS, "kind: List\na: &a 1\nitems:\n" + "- {kind: TCPRoute, x: !y 1}\n".repeat(500));

        assertThat(codes(findings)).contains("SMI1005");
        assertThat(findings.size()).isLessThan(20_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['http://x/']]]]",
                "!!python/object/apply:os.system ['true']",
                "!ruby/object:Gem::Installer {i: x}",
                "!!java.lang.Runtime x",
                "!<tag:yaml.org,2002:java.io.File> /etc/passwd",
                "!!binary aGk=",
                "!!set {a, b}",
                "!!merge x",
                "!!timestamp 2001-01-01"
            })
    void read_tagThatAsksForAnObject_isRefused(String value) {
        assertThat(codes(between(SECOND, "kind: X\nx: " + value))).containsExactly("SMI1005");
        assertThat(codes(between(SECOND, "kind: X\n? " + value + "\n: 1")))
                .contains("SMI1005")
                .isSubsetOf("SMI1005", "SMI1007");
    }

    // Characters

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x80, 0x9F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF})
    void read_characterThatIsNotAllowed_isASyntaxErrorAtItsPlace(int character) {
        List<Diagnostic> findings = between(SECOND, "kind: X\nx: a" + (char) character + "b");

        assertThat(codes(findings)).containsExactly("SMI1001");
        assertThat(findings.get(0).position()).hasToString("Optional[a.yaml:4:5]");
        assertThat(findings.get(0).message()).endsWith("the character U+%04X is not allowed".formatted(character));
    }

    @Test
    void read_escapedSurrogates_areReadWithoutException() {
        assertThat(codes(between(SECOND, "kind: X\nx: \"\\ud83d\\ude00\""))).isEmpty();
        for (String text : List.of(
                "\\ud800",
                "\\udc00",
                "\\udc00\\ud800",
                "\\ud800x",
                "\\U0000d800",
                "\\U00110000",
                "\\UFFFFFFFF",
                "\\x",
                "\\u12",
                "\\u-123",
                "\\x00",
                "\\ud800\\U0000dc00")) {
            assertThat(codes(between(SECOND, "kind: X\nx: \"" + text + "\""))).isSubsetOf("SMI1001");
            assertThat(codes(between(SECOND, "kind: X\n\"" + text + "\": 1"))).isSubsetOf("SMI1001");
        }
    }

    /** What was read of them can be written. */
    @Test
    void read_escapedSurrogatesOfAResource_areWrittenAndReadAgain() {
        ResourceSet set =
                read(SECOND, "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: \"\\ud800\"}}");
        String text = ManifestWriter.yaml().write(set.manifests());

        assertThat(read(SECOND, text).resources()).isEqualTo(set.resources());
    }

    @Test
    void read_byteOrderMark_isNoPartOfTheText() throws IOException {
        for (String text : List.of(
                "{kind: Good, metadata: {name: a}}",
                "%YAML 1.2\n---\n{kind: Good, metadata: {name: a}}",
                "---\n{kind: Good, metadata: {name: a}}",
                "# c\n---\n{kind: Good, metadata: {name: a}}")) {
            ResourceSet ofBytes =
                    ManifestReader.create().read(new ByteArrayInputStream(("\uFEFF" + text).getBytes(UTF_8)), "a.yaml");
            ResourceSet ofText = read(SECOND, "\uFEFF" + text);

            assertThat(ofBytes.diagnostics()).as(text).isEmpty();
            assertThat(names(ofBytes)).containsExactly("a");
            assertThat(ofText).as(text).isEqualTo(ofBytes);
            assertThat(ofText.entries().get(0).position(FieldPath.of("kind")))
                    .isEqualTo(ofBytes.entries().get(0).position(FieldPath.of("kind")));
        }
    }

    /** Files that were put one behind the other. */
    @Test
    void read_byteOrderMarkInTheMiddle_costsNoOtherDocument() {
        ResourceSet set =
                read(SECOND, BEFORE + "{kind: A}\n\uFEFF---\n{kind: B}\n\uFEFF\n---\n\uFEFF{kind: C}" + AFTER);

        assertGoodOnesAreRead(set);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-16LE",
                "UTF-16BE",
                "UTF-16",
                "UTF-32LE",
                "UTF-32BE",
                "x-UTF-16LE-BOM",
                "X-UTF-32LE-BOM",
                "X-UTF-32BE-BOM"
            })
    void read_otherEncoding_isOneFinding(String charset) {
        ResourceSet set =
                read(SECOND, new ByteArrayInputStream((BEFORE + "kind: A" + AFTER).getBytes(Charset.forName(charset))));

        assertThat(set.entries()).isEmpty();
        assertThat(codes(set.diagnostics())).hasSize(1).isSubsetOf("SMI1001", "SMI1002");
        assertThat(set.diagnostics()).allMatch(d -> d.position().isPresent());
    }

    /** Text that is mostly ASCII takes twice its bytes as soon as one character is not. */
    @Test
    void read_8MegabytesThatAreNotLatin_areRead() {
        ResourceSet set =
                read(FEW_SECONDS, new Repeated("# \u20ac\n" + BEFORE, "# \u20ac xxxxxxxx\n---\n", 400_000, AFTER));

        assertThat(names(set)).contains("before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void read_lineEnds_areAllTheSame(String lineEnd) {
        String text = (BEFORE + "kind: X\nmetadata:\n  name: x\n  a: |\n    b\n    c\n" + AFTER).replace("\n", lineEnd);

        ResourceSet set = read(SECOND, text);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(names(set)).containsExactly("before", "x", "after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:\n\tb: c", "\ta: b", "a: b\n\tc: d", "- a\n\t- b", "a:\n  - b\n\t- c"})
    void read_tabsAsIndentation_areASyntaxError(String text) {
        assertThat(codes(between(SECOND, text)))
                .isSubsetOf("SMI1001", "SMI1008", "SMI1101")
                .isNotEmpty();
    }

    @Test
    void read_tabsInJson_areBlanks() {
        assertThat(between(SECOND, "{\n\t\"kind\":\t\"X\",\n\t\"a\":\t[\n\t\t1,\n\t\t2\n\t]\n}"))
                .isEmpty();
    }

    // Several notations at once

    @Test
    void read_jsonAndYamlInOneFile_areRead() {
        ResourceSet set = read(SECOND, """
                {"kind": "A", "metadata": {"name": "a"}}
                ---
                kind: B
                metadata: {name: b}
                ---
                {"kind": "C",
                  "metadata": {"name": "c"}}
                ...
                ---
                kind: D
                metadata: {name: d}
                --- {"kind": "E", "metadata": {"name": "e"}}
                """);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(names(set)).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void read_jsonObjectsOneAfterTheOther_areASyntaxErrorBehindTheFirst() {
        List<Diagnostic> findings = between(SECOND, "{\"kind\": \"A\"}\n{\"kind\": \"B\"}");

        assertThat(codes(findings)).containsExactly("SMI1001");
        assertThat(findings.get(0).position()).hasToString("Optional[a.yaml:4:1]");
    }

    @Test
    void read_directives_belongToTheDocumentBehindThem() {
        ResourceSet set = read(SECOND, """
                %YAML 1.2
                # a comment
                %TAG !k! tag:yaml.org,2002:

                ---
                kind: A
                metadata: {name: !k!str a}
                ...
                %YAML 1.1
                %TAG ! tag:yaml.org,2002:
                ---
                kind: B
                metadata: {name: !str b}
                ---
                kind: C
                metadata: {name: !str c}
                ...
                # nothing here
                %UNKNOWN x
                ---
                kind: D
                metadata: {name: d}
                """);

        assertThat(names(set)).containsExactly("a", "b", "c", "d");
        assertThat(set.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("ERROR SMI1005 a.yaml:16:18: the tag \"!str\" is not accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%YAML 9.9",
                "%YAML",
                "%TAG",
                "%TAG a b",
                "%YAML 1.2\n%YAML 1.2",
                "%TAG ! a:\n%TAG ! b:",
                "%",
                "% ",
                "%YAML 1.99999999999999999999"
            })
    void read_brokenDirective_costsItsDocumentAlone(String directive) {
        assertThat(codes(between(SECOND, "---\n...\n" + directive + "\n---\nkind: A")))
                .isSubsetOf("SMI1001");
    }

    @Test
    void read_dashesInScalars_areNoDocuments() {
        ResourceSet set = read(SECOND, """
                kind: A
                metadata:
                  name: a
                a: "x
                  --- y"
                b: 'x
                 ---
                 y'
                c: |
                  ---
                  kind: B
                d: >-
                  ---
                e: x
                 --- y
                f: [a,
                  ---b, "---"]
                ---
                kind: C
                metadata: {name: c}
                """);

        assertThat(set.diagnostics()).isEmpty();
        assertThat(names(set)).containsExactly("a", "c");
        assertThat(set.entries().get(0).tree())
                .containsEntry("a", "x --- y")
                .containsEntry("b", "x --- y")
                .containsEntry("c", "---\nkind: B\n")
                .containsEntry("d", "---")
                .containsEntry("e", "x --- y");
    }

    /** The first line of a quoted scalar or a block may not be a start, which YAML refuses there. */
    @ParameterizedTest
    @ValueSource(strings = {"a: \"x\n---\ny\"", "a: 'x\n---\ny'", "a: [x,\n---\ny]", "a: {x: 1,\n--- y}"})
    void read_dashesThatEndADocument_areASyntaxError(String text) {
        assertThat(codes(between(SECOND, text))).contains("SMI1001");
    }

    // Values

    @Test
    void read_hugeNumber_isNotExpanded() {
        ResourceSet set = read(SECOND, """
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: a}
                spec: {service: a, backends: [{service: a, weight: 1e999999}, {service: b, weight: 1e-999999}]}
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata: {name: a}
                spec: {matches: {ports: [1e999999, 1e-999999]}}
                """);

        assertThat(set.diagnostics())
                .extracting(d -> d.code())
                .containsExactly(TextCode.PORT, TextCode.PORT, TextCode.TYPE, TextCode.TYPE);
    }

    static Stream<String> hugeQuantities() {
        String digits = "9".repeat(10_000);
        return Stream.of(
                digits,
                "'" + digits + "'",
                "'" + digits + "m'",
                "'0." + digits + "'",
                "'1e" + digits + "'",
                "'-" + digits + "Ei'",
                "'1" + "0".repeat(9_999) + "'",
                "'0." + "0".repeat(9_997) + "1'",
                "'" + "0".repeat(10_000) + "'",
                "0x" + "f".repeat(9_998),
                "0" + "7".repeat(9_999),
                "0b" + "1".repeat(9_998),
                "'" + "+".repeat(10_000) + "'",
                "1_".repeat(5_000) + "1",
                "'1" + "E".repeat(9_999) + "'");
    }

    @ParameterizedTest
    @MethodSource("hugeQuantities")
    void read_quantityOf10000Characters_isReadOrRefusedInTime(String weight) {
        List<Diagnostic> findings = between(
                SECOND,
                "apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: a}\n"
                        + "spec: {service: a, backends: [" + "{service: a, weight: " + weight + "}]}");

        assertThat(codes(findings)).isSubsetOf("SMI1106");
        assertThat(findings).allMatch(d -> d.message().length() < 1000);
    }

    // What a text of the largest size may hold

    /** Document by document, so that what was read is not kept. */
    @Test
    void forEach_15MegabytesOfResources_areRead() {
        String split =
                "apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: web, labels: {a: b}}\n"
                        + "spec: {service: web, backends: [{service: v1, weight: 1}, {service: v2, weight: 2}], x: ["
                        + "x, ".repeat(200) + "]}\n---\n";
        int times = LARGE / split.length();
        int[] seen = new int[1];

        within(2 * FEW_SECONDS, () -> {
            ManifestReader.create()
                    .forEach(
                            new Repeated("", split, times, ""),
                            "a.yaml",
                            set -> seen[0] += set.resources().size());
            return seen;
        });

        assertThat(seen[0]).isEqualTo(times);
    }

    @Test
    void testRuns_withTheHeapThatIsPromised() {
        // Without the build, from an IDE, nothing is said of memory.
        org.junit.jupiter.api.Assumptions.assumeTrue(Boolean.getBoolean("smi4j.hostile"));

        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(64L << 20);
    }

    @Test
    void repeated_isHeadUnitsAndTail() throws IOException {
        assertThat(new String(new Repeated("a", "bc", 2, "d").readAllBytes(), US_ASCII))
                .isEqualTo("abcbcd");
    }
}
