package io.github.smi4j.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.TextCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReaderLimitsTest {
    private static final ReaderLimits DEFAULTS = ReaderLimits.defaults();

    private record Limit(
            String name,
            BiFunction<ReaderLimits, Integer, ReaderLimits> wither,
            ToIntFunction<ReaderLimits> getter,
            int standard,
            int least,
            int greatest) {}

    private static final List<Limit> ALL = List.of(
            new Limit("maxBytes", ReaderLimits::maxBytes, ReaderLimits::maxBytes, 16 << 20, 1, Integer.MAX_VALUE - 16),
            new Limit(
                    "maxDocuments",
                    ReaderLimits::maxDocuments,
                    ReaderLimits::maxDocuments,
                    50_000,
                    1,
                    Integer.MAX_VALUE),
            new Limit("maxDepth", ReaderLimits::maxDepth, ReaderLimits::maxDepth, 98, 1, 98),
            new Limit("maxNodes", ReaderLimits::maxNodes, ReaderLimits::maxNodes, 400_000, 1, Integer.MAX_VALUE / 2),
            new Limit(
                    "maxAliasedNodes",
                    ReaderLimits::maxAliasedNodes,
                    ReaderLimits::maxAliasedNodes,
                    100_000,
                    0,
                    Integer.MAX_VALUE / 2),
            new Limit(
                    "maxScalarLength",
                    ReaderLimits::maxScalarLength,
                    ReaderLimits::maxScalarLength,
                    1 << 20,
                    1,
                    Integer.MAX_VALUE / 2));

    static Stream<Arguments> limits() {
        return ALL.stream().map(limit -> arguments(limit.name(), limit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void defaults_areThoseOfTheDocumentation(String name, Limit limit) {
        assertThat(limit.getter().applyAsInt(DEFAULTS)).isEqualTo(limit.standard());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void wither_changesItsOwnLimitAlone(String name, Limit limit) {
        ReaderLimits changed = limit.wither().apply(DEFAULTS, 17);

        for (Limit other : ALL) {
            int expected = other == limit ? 17 : other.standard();
            assertThat(other.getter().applyAsInt(changed)).as(other.name()).isEqualTo(expected);
        }
        assertThat(limit.getter().applyAsInt(DEFAULTS)).isEqualTo(limit.standard());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void wither_takesItsBoundsAndRefusesWhatIsBeyondByName(String name, Limit limit) {
        for (int value : new int[] {limit.least(), limit.greatest()}) {
            assertThat(limit.getter().applyAsInt(limit.wither().apply(DEFAULTS, value)))
                    .isEqualTo(value);
        }
        assertRefused(limit, limit.least() - 1);
        assertRefused(limit, Integer.MIN_VALUE);
        if (limit.greatest() < Integer.MAX_VALUE) {
            assertRefused(limit, limit.greatest() + 1);
        }
    }

    private static void assertRefused(Limit limit, int value) {
        assertThatThrownBy(() -> limit.wither().apply(DEFAULTS, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(limit.name() + " must be from ")
                .hasMessageEndingWith(", was " + value);
    }

    static Stream<Arguments> texts() {
        String good = "{kind: X, a: [1, {b: 2}]}";
        return Stream.of(
                arguments("bytes", DEFAULTS.maxBytes(25), good, good + "\n", "1:1"),
                arguments(
                        "documents",
                        DEFAULTS.maxDocuments(2),
                        "--- {kind: X}\n--- {kind: X}",
                        "--- {kind: X}\n--- {kind: X}\n---\n{kind: X}",
                        "3:1"),
                arguments("empty documents", DEFAULTS.maxDocuments(2), "---\n---\n", "---\n---\n---\n", "3:1"),
                arguments(
                        "documents in one section",
                        DEFAULTS.maxDocuments(2),
                        "--- {kind: X}\n--- {kind: X}",
                        "--- {kind: X}\n--- {kind: X}\r--- {kind: X}",
                        "3:1"),
                arguments(
                        "documents in the first section",
                        DEFAULTS.maxDocuments(2),
                        "--- {kind: X}\r--- {kind: X}",
                        "--- {kind: X}\r--- {kind: X}\r--- {kind: X}",
                        "3:1"),
                arguments(
                        "documents with findings",
                        DEFAULTS.maxDocuments(2),
                        "--- {kind: &a X}\n--- {kind: &a X}",
                        "--- {kind: &a X}\n--- {kind: &a X}\n--- {kind: X}",
                        "3:1"),
                arguments("depth", DEFAULTS.maxDepth(3), good, "{kind: X, a: [1, {b: [2]}]}", "1:23"),
                arguments(
                        "depth with an anchor",
                        DEFAULTS.maxDepth(3),
                        "{kind: &a X, a: [1, {b: 2}]}",
                        "{kind: &a X, a: [1, {b: [2]}]}",
                        "1:26"),
                arguments(
                        "depth of an alias",
                        DEFAULTS.maxDepth(3),
                        "{kind: X, a: &a {b: 2}, c: [*a]}",
                        "{kind: X, a: &a {b: 2}, c: [[*a]]}",
                        "1:30"),
                arguments("nodes", DEFAULTS.maxNodes(9), good, "{kind: X, a: [1, {b: 2}, 3]}", "1:26"),
                arguments("nodes, a key", DEFAULTS.maxNodes(9), good, "{kind: X, a: [1, {b: 2}], c: 1}", "1:27"),
                arguments(
                        "nodes with an anchor",
                        DEFAULTS.maxNodes(9),
                        "{kind: &a X, a: [1, {b: 2}]}",
                        "{kind: &a X, a: [1, {b: 2}, 3]}",
                        "1:29"),
                arguments(
                        "aliased nodes",
                        DEFAULTS.maxAliasedNodes(4),
                        "{kind: X, a: &a [1], b: [*a, *a]}",
                        "{kind: X, a: &a [1], b: [*a, *a, *a]}",
                        "1:34"),
                arguments(
                        "no aliased nodes",
                        DEFAULTS.maxAliasedNodes(0),
                        "{kind: X, a: &a 1}",
                        "{kind: X, a: &a 1, b: *a}",
                        "1:23"),
                arguments(
                        "scalar",
                        DEFAULTS.maxScalarLength(20_000),
                        "kind: X\na: " + "x".repeat(20_000),
                        "kind: X\na: " + "x".repeat(40_000),
                        "1:1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void read_atALimit_passesAndBeyondItIsAFinding(
            String name, ReaderLimits limits, String good, String bad, String position) throws IOException {
        assertThat(read(limits, good)).isEmpty();
        assertThat(read(limits, bad))
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo(TextCode.LIMIT))
                .satisfies(d -> assertThat(d.position()).hasToString("Optional[a.yaml:" + position + "]"));
    }

    private static List<Diagnostic> read(ReaderLimits limits, String text) throws IOException {
        return ManifestReader.create(limits)
                .read(new ByteArrayInputStream(text.getBytes(UTF_8)), "a.yaml")
                .diagnostics();
    }

    @Test
    void read_textBeyondMaxBytesInAString_isNotCounted() {
        assertThat(ManifestReader.create(DEFAULTS.maxBytes(1))
                        .read("{kind: X}", "a.yaml")
                        .diagnostics())
                .isEmpty();
    }
}
