package io.github.smi4j.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.ResourceSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Texts that are made to exhaust or break a reader; each must end soon, in findings. The bounds are far above need. */
class HostileTextTest {
    private static final String GOOD = "---\n{kind: Good, metadata: {name: after}}\n";

    private static ResourceSet read(String text) {
        return Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ManifestReader.create().read(text, "a.yaml"));
    }

    private static void assertLimit(ResourceSet set, String message) {
        assertThat(set.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo(TextCode.LIMIT))
                .satisfies(d -> assertThat(d.message()).isEqualTo(message));
        assertThat(set.entries()).extracting(e -> e.ref().name()).containsExactly("after");
    }

    @Test
    void read_billionLaughs_isALimit() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(9))
                    .append("]\n");
        }

        assertLimit(read(text + GOOD), "the document has more than 1000000 nodes");
    }

    @Test
    void read_deepFlow_isALimit() {
        assertLimit(read("a: " + "[".repeat(5000) + "]".repeat(5000) + "\n" + GOOD), "is nested deeper than 98 levels");
    }

    @Test
    void read_deepBlock_isALimit() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }

        assertLimit(read(text + GOOD), "is nested deeper than 98 levels");
    }

    /** Each alias is one level deeper than its anchor although the text itself is flat. */
    @Test
    void read_deepAliases_areALimit() {
        StringBuilder text = new StringBuilder("kind: Bad\na0: &a0 [x]\n");
        for (int i = 1; i < 150; i++) {
            text.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }

        assertLimit(read(text + GOOD), "is nested deeper than 98 levels");
    }

    @Test
    void read_unclosedBrackets_isASyntaxError() {
        ResourceSet set = read("[".repeat(20000));

        assertThat(set.diagnostics()).isNotEmpty();
        assertThat(set.entries()).isEmpty();
    }

    /** Each broken document is left at the next one; that must not cost the whole text each time. */
    @Test
    void read_manyBrokenDocuments_areReportedInLinearTime() {
        ResourceSet set = read("---\n\"\n".repeat(50_000));

        assertThat(set.diagnostics()).hasSize(50_000);
        assertThat(set.diagnostics().get(49_999).position().orElseThrow().line())
                .isEqualTo(100_001);
    }

    @Test
    void read_aMillionDocuments_areRead() {
        assertThat(read("--- 1\n".repeat(100_000)).diagnostics()).hasSize(100_000);
    }

    @Test
    void read_hugeNumber_isNotExpanded() {
        ResourceSet set = read("""
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

    @Property
    void read_anyText_neverThrows(@ForAll("texts") String text) {
        assertThat(ManifestReader.create().read(text, "a.yaml")).isNotNull();
    }

    @Property
    void read_anyBytes_neverThrows(@ForAll byte[] bytes) throws IOException {
        assertThat(ManifestReader.create().read(new ByteArrayInputStream(bytes), "a"))
                .isNotNull();
    }

    /** A good document is read whatever stands before and after it, as long as those are documents of their own. */
    @Property
    void read_anyTextAround_keepsTheGoodDocument(@ForAll("texts") String before, @ForAll("texts") String after) {
        String text = before + "\n---\n{kind: Good, metadata: {name: good}}\n---\n" + after;

        assertThat(ManifestReader.create().read(text, "a.yaml").entries())
                .extracting(e -> e.ref().name())
                .contains("good");
    }

    @Property
    void read_bytesOfAText_areTheText(@ForAll("texts") String text) throws IOException {
        ResourceSet set = ManifestReader.create().read(text, "a.yaml");

        assertThat(ManifestReader.create().read(new ByteArrayInputStream(text.getBytes(UTF_8)), "a.yaml"))
                .isEqualTo(set);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "kind",
                        ": ",
                        ":",
                        "- ",
                        "\n",
                        "\n  ",
                        "\t",
                        "{",
                        "}",
                        "[",
                        "]",
                        ", ",
                        "\"",
                        "'",
                        "&a ",
                        "*a",
                        "!!str ",
                        "!x ",
                        "<<",
                        "? ",
                        "|",
                        ">",
                        "#",
                        "---",
                        "\n---\n",
                        "...\n",
                        "%YAML 1.1\n",
                        "%TAG",
                        "@",
                        "`",
                        "~",
                        "0",
                        "010",
                        "1e9",
                        "\r\n",
                        "\\",
                        "\\u",
                        "List",
                        "items: ",
                        "TrafficSplit",
                        "spec",
                        "\u00e4",
                        "\ud83d\ude00",
                        "\u0007",
                        "\u2028")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
