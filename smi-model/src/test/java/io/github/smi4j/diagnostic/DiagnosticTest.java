package io.github.smi4j.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticTest {
    private static final ResourceRef CANARY =
            new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("shop"), "canary");
    private static final SourceText TEXT = SourceText.of("shop.yaml", "a\r\nb\n\nc");

    private static Diagnostic.Builder weight() {
        return Diagnostic.builder(TextCode.TYPE)
                .resource(CANARY)
                .path(FieldPath.of("spec", "backends").index(0).field("weight"))
                .message("must be a whole number");
    }

    private static Diagnostic.Builder at(String file, int line, int column) {
        return weight().position(Optional.of(SourcePosition.of(SourceText.of(file, ""), line, column)));
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments(
                        at("shop.yaml", 14, 15).build(),
                        "ERROR SMI1106 shop.yaml:14:15 TrafficSplit shop/canary spec.backends[0].weight: must be a whole number"),
                arguments(
                        weight().severity(Severity.WARNING).build(),
                        "WARNING SMI1106 TrafficSplit shop/canary spec.backends[0].weight: must be a whole number"),
                arguments(Diagnostic.builder(TextCode.ENCODING).build(), "ERROR SMI1002: The text is not UTF-8"),
                arguments(
                        Diagnostic.builder(TextCode.OCTAL)
                                .resource(new ResourceRef("", "Service", Optional.empty(), "web"))
                                .build(),
                        "WARNING SMI1009 Service web: A number with a leading zero was read as octal, as Kubernetes does"),
                arguments(
                        Diagnostic.builder(TextCode.KIND_MISSING)
                                .resource(new ResourceRef("", "", Optional.empty(), ""))
                                .message("m")
                                .build(),
                        "ERROR SMI1101: m"),
                arguments(
                        Diagnostic.builder(TextCode.TYPE)
                                .resource(new ResourceRef("", "K", Optional.of("n\u202e"), "\u001b[31mx\nERROR"))
                                .path(FieldPath.of("metadata", "labels").key("a\tb"))
                                .message("\u2028\udb40\udc41\ud800")
                                .build(),
                        "ERROR SMI1106 K n\\u202e/\\u001b[31mx\\u000aERROR metadata.labels[a\\u0009b]: \\u2028\\udb40\\udc41\\ud800"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("lines")
    void toString_isOneLine(Diagnostic diagnostic, String line) {
        assertThat(diagnostic).hasToString(line);
    }

    @Test
    void builder_withoutMessage_saysTheSummaryAndHelpOfTheCode() {
        Diagnostic diagnostic = Diagnostic.builder(TextCode.PORT).build();

        assertThat(diagnostic.message()).isEqualTo(TextCode.PORT.summary());
        assertThat(diagnostic.help()).isEqualTo(TextCode.PORT.help());
        assertThat(diagnostic.effect()).isEqualTo(Effect.DROPPED);
    }

    @Test
    void toBuilder_unchanged_isEqual() {
        Diagnostic diagnostic = at("f", 1, 2).help("h").severity(Severity.INFO).build();

        assertThat(diagnostic.toBuilder().build()).isEqualTo(diagnostic).hasSameHashCodeAs(diagnostic);
    }

    @Test
    void compareTo_isByResourceThenPositionThenPath() {
        Diagnostic none = Diagnostic.builder(TextCode.SYNTAX).build();
        Diagnostic otherName = weight().resource(
                        new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("shop"), "a"))
                .build();
        Diagnostic noNamespace = weight().resource(
                        new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.empty(), "z"))
                .build();
        Diagnostic unplaced = weight().build();
        Diagnostic unplacedLater =
                weight().path(FieldPath.of("spec", "backends").index(10)).build();
        Diagnostic line2 = at("f", 2, 9).build();
        Diagnostic line10 = at("f", 10, 1).build();
        Diagnostic otherFile = at("g", 1, 1).build();
        List<Diagnostic> ordered =
                List.of(none, noNamespace, otherName, unplaced, unplacedLater, line2, line10, otherFile);
        List<Diagnostic> shuffled =
                List.of(line10, otherFile, unplacedLater, otherName, none, line2, unplaced, noNamespace);

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
    }

    static Stream<Arguments> shown() {
        return Stream.of(
                arguments("text", "web", "\"web\""),
                arguments("quotes", "a\"b", "\"a\\\"b\""),
                arguments("control characters", "a\u001b\n\u0085", "\"a\\u001b\\u000a\\u0085\""),
                arguments("format characters", "\u200b\u202e\ufeff", "\"\\u200b\\u202e\\ufeff\""),
                arguments("tag characters beyond the base plane", "a\udb40\udc41", "\"a\\udb40\\udc41\""),
                arguments("emoji", "\ud83d\ude00", "\"\ud83d\ude00\""),
                arguments("lone surrogate", "\ud83d", "\"\\ud83d\""),
                arguments("80 characters", "x".repeat(80), "\"" + "x".repeat(80) + "\""),
                arguments("81 characters", "x".repeat(81), "\"" + "x".repeat(80) + "…\""),
                arguments("a pair at the cut", "x".repeat(79) + "\ud83d\ude00", "\"" + "x".repeat(79) + "…\""),
                arguments("number", 1.5, "1.5"),
                arguments("long number", new java.math.BigInteger("9".repeat(90)), "9".repeat(80) + "…"),
                arguments("boolean", true, "true"),
                arguments("map", Map.of("a", 1), "an object"),
                arguments("list", List.of(1), "a list"),
                arguments("array", new Object[] {1}, "a list"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void userText_show(String name, Object value, String text) {
        assertThat(UserText.show(value)).isEqualTo(text);
    }

    @Test
    void sourceText_line_isWithoutItsEnd() {
        assertThat(List.of(1, 2, 3, 4, 5).stream().map(TEXT::line))
                .containsExactly(
                        Optional.of("a"), Optional.of("b"), Optional.of(""), Optional.of("c"), Optional.empty());
    }

    @Test
    void sourcePosition_lineFromZero_isRefused() {
        assertThatThrownBy(() -> SourcePosition.of(TEXT, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line must be >= 1, was 0");
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                arguments(FieldPath.root(), ""),
                arguments(FieldPath.of("spec", "backends").index(1).field("weight"), "spec.backends[1].weight"),
                arguments(
                        FieldPath.of("metadata", "labels").key("example.com/team"),
                        "metadata.labels[example.com/team]"),
                arguments(FieldPath.root().index(0).field("a"), "[0].a"),
                arguments(FieldPath.of("headers").index(0).key("x"), "headers[0][x]"));
    }

    @ParameterizedTest(name = "[{1}]")
    @MethodSource("paths")
    void fieldPath_isInTheNotationOfKubernetes(FieldPath path, String text) {
        assertThat(path).hasToString(text);
    }

    @Test
    void fieldPath_order_isByNumberAndParentFirst() {
        FieldPath list = FieldPath.of("a");
        List<FieldPath> ordered = List.of(
                FieldPath.root(), list, list.index(2), list.index(2).field("z"), list.index(10), FieldPath.of("b"));

        assertThat(Stream.of(5, 4, 3, 2, 1, 0).map(ordered::get).sorted()).containsExactlyElementsOf(ordered);
    }

    @Test
    void fieldPath_ofItsSteps_isEqual() {
        FieldPath path = FieldPath.of("a").index(1).key("b");

        assertThat(FieldPath.of(path.steps())).isEqualTo(path).hasSameHashCodeAs(path);
    }

    @Test
    void fieldPath_negativeIndex_isRefused() {
        assertThatThrownBy(() -> FieldPath.root().index(-1)).hasMessage("index must be >= 0, was -1");
    }

    @Test
    void textCodes_haveIdsOfTheirOwn() {
        assertThat(Arrays.stream(TextCode.values()).map(TextCode::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(TextCode.class)
    void textCode_isComplete(TextCode code) {
        assertThat(code.id()).matches("SMI1\\d{3}");
        assertThat(code.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(code.help()).endsWith(".");
        assertThat(code.severity() == Severity.ERROR)
                .as("what is dropped is an error, unless it was never ours")
                .isEqualTo(code.effect() == Effect.DROPPED && code != TextCode.GROUP_FOREIGN);
    }

    /** A report shows a line for each finding; going through the text for each would take minutes. */
    @Test
    void sourceLine_ofEachLineOfALongText_isFoundSoon() {
        int lines = 100_000;
        SourceText text = SourceText.of("a.yaml", "a line of some length, as they are\r\n".repeat(lines) + "last");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int line = 1; line <= lines; line++) {
                assertThat(text.line(line)).contains("a line of some length, as they are");
            }
        });
        assertThat(text.line(lines + 1)).contains("last");
        assertThat(text.line(lines + 2)).isEmpty();
        assertThat(text.line(0)).isEmpty();
    }
}
