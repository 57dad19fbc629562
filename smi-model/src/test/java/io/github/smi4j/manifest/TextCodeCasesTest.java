package io.github.smi4j.manifest;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.TextCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smallest manifest that raises each code, and nothing else. */
class TextCodeCasesTest {
    private static final String TCP = "apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: a}";
    private static final String GROUP =
            "apiVersion: specs.smi-spec.io/v1alpha4, kind: HTTPRouteGroup, metadata: {name: a}";
    private static final String SPLIT =
            "apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: a}";

    private static final Map<TextCode, String> CASES = Map.ofEntries(
            entry(TextCode.SYNTAX, "{"),
            entry(TextCode.ENCODING, "\u00e4"),
            entry(TextCode.LIMIT, "[".repeat(200) + "]".repeat(200)),
            entry(TextCode.DUPLICATE_KEY, "{kind: A, kind: B}"),
            entry(TextCode.TAG, "{kind: !a B}"),
            entry(TextCode.ALIAS, "{kind: A, b: *c}"),
            entry(TextCode.KEY, "{kind: A, [b]: c}"),
            entry(TextCode.NOT_AN_OBJECT, "[]"),
            entry(TextCode.OCTAL, "{" + TCP + ", spec: {matches: {ports: [0120]}}}"),
            entry(TextCode.YAML_1_1, "{" + TCP + ", spec: {matches: {ports: [0b1]}}}"),
            entry(TextCode.KIND_MISSING, "{a: b}"),
            entry(TextCode.KIND_UNKNOWN, "{apiVersion: split.smi-spec.io/v1alpha4, kind: Split}"),
            entry(TextCode.VERSION_UNKNOWN, "{apiVersion: split.smi-spec.io/v1, kind: TrafficSplit}"),
            entry(TextCode.VERSION_INFERRED, "{kind: UDPRoute, metadata: {name: a}}"),
            entry(TextCode.VERSION_AMBIGUOUS, "{kind: TrafficTarget}"),
            entry(TextCode.TYPE, "{" + TCP + ", spec: []}"),
            entry(TextCode.FIELD_MISSING, "{" + GROUP + "}"),
            entry(TextCode.FIELD_OF_OTHER_VERSION, "{" + SPLIT + ", spec: {service: a, matches: [], backends: []}}"),
            entry(TextCode.FIELD_MISPLACED, "{" + GROUP + ", matches: []}"),
            entry(TextCode.HEADER_TWICE, "{" + GROUP + ", spec: {matches: [{name: a, headers: {a: b, A: b}}]}}"),
            entry(TextCode.WEIGHT_MISSING, "{" + SPLIT + ", spec: {service: a, backends: [{service: b}]}}"),
            entry(TextCode.METADATA_NULL, "{" + TCP.replace("name: a", "name: a, labels: ") + "}"),
            entry(TextCode.PORT, "{" + TCP + ", spec: {matches: {ports: [0]}}}"),
            entry(TextCode.GROUP_FOREIGN, "{apiVersion: mesh.example/v1, kind: TrafficSplit}"));

    @ParameterizedTest
    @EnumSource(TextCode.class)
    void code_isRaisedByItsCase(TextCode code) throws IOException {
        byte[] bytes = CASES.get(code).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ManifestReader.create()
                        .read(new ByteArrayInputStream(bytes), "a")
                        .diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo(code))
                .satisfies(d -> assertThat(d.position()).isPresent())
                .extracting(Diagnostic::severity)
                .isEqualTo(code.severity());
    }
}
