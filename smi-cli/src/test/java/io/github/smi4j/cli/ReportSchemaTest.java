package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports for machines are as their schemas say: that of OASIS for SARIF 2.1.0, and our own. */
class ReportSchemaTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String HOSTILE = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: "\\u202e${x}\\"\\u0007"
              labels: {"%2F<b>": "\\U0001F600"}
            spec:
              service: web
              backends: [{service: web-v1, weight: -5}]
            --- [
            """;

    private static Schema sarif() throws IOException {
        try (InputStream schema = ReportSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(MAPPER.readTree(Objects.requireNonNull(schema)));
        }
    }

    private static Schema own() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(Files.readString(Path.of("docs/report.schema.json"))));
    }

    private static List<String> faults(Schema schema, String report) {
        return schema.validate(MAPPER.readTree(report)).stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/examples/broken", "docs/examples/shop", "docs/examples"})
    void validate_asSarif_isAcceptedByTheSchema(String path) throws IOException {
        String report = RunResult.of("validate", "-o", "sarif", path).out();

        assertThat(faults(sarif(), report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/examples/broken", "docs/examples/shop", "docs/examples"})
    void validate_asJson_isAcceptedByTheSchema(String path) throws IOException {
        String report = RunResult.of("validate", "-o", "json", path).out();

        assertThat(faults(own(), report)).isEmpty();
    }

    @Test
    void translate_reports_areAcceptedByTheSchemas() throws IOException {
        String sarif = RunResult.of("translate", "--to", "istio", "--report", "sarif", "docs/examples/broken")
                .err();
        String json = RunResult.of("translate", "--to", "istio", "--report", "json", "docs/examples/broken")
                .err();

        assertThat(faults(sarif(), sarif)).isEmpty();
        assertThat(faults(own(), json)).isEmpty();
        assertThat(MAPPER.readTree(json).path("diagnostics").size()).isPositive();
    }

    @Test
    void hostileText_isAcceptedByTheSchemas_andReadBackAsItWas() throws IOException {
        String sarif =
                RunResult.withInput(HOSTILE, "validate", "-o", "sarif", "-").out();
        String json =
                RunResult.withInput(HOSTILE, "validate", "-o", "json", "-").out();

        assertThat(faults(sarif(), sarif)).isEmpty();
        assertThat(faults(own(), json)).isEmpty();
        assertThat(MAPPER.readTree(json).path("diagnostics").valueStream())
                .extracting(finding -> finding.path("code").asString())
                .contains("SMI1001", "SMI2008", "SMI2014", "SMI2104");
    }

    @Test
    void sarif_fileWithAColon_isNoScheme(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("a:b.yaml");
        Files.writeString(file, HOSTILE);
        String report = RunResult.withInput(HOSTILE, "validate", "-o", "sarif", file.toString())
                .out();

        assertThat(faults(sarif(), report)).isEmpty();
        assertThat(SarifReport.uri("a:b.yaml")).isEqualTo("./a:b.yaml");
        assertThat(SarifReport.uri(":b.yaml")).isEqualTo("./:b.yaml");
        assertThat(SarifReport.uri("x/a:b.yaml")).isEqualTo("x/a:b.yaml");
        assertThat(SarifReport.uri("-")).isEqualTo("stdin");
    }

    @Test
    void sarif_messageWithALink_isEscaped() {
        String input = HOSTILE.replace("service: web\n", "service: \"[click](https://example.com)\"\n");

        assertThat(RunResult.withInput(input, "validate", "-o", "sarif", "-").out())
                .contains("[click\\\\](https://example.com)")
                .doesNotContain("[click](");
    }

    @Test
    void schemas_ofAWrongReport_refuseIt() throws IOException {
        assertThat(faults(sarif(), "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {}}]}"))
                .isNotEmpty();
        assertThat(faults(own(), "{\"formatVersion\": 2, \"diagnostics\": []}")).isNotEmpty();
    }

    @Test
    void sarif_results_nameTheirRules() {
        JsonNode run = MAPPER.readTree(RunResult.of("validate", "-o", "sarif", "docs/examples/broken")
                        .out())
                .path("runs")
                .path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");

        assertThat(run.path("results").valueStream())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(
                                rules.path(result.path("ruleIndex").asInt()).path("id"))
                        .isEqualTo(result.path("ruleId")));
        assertThat(rules.valueStream())
                .allSatisfy(rule -> assertThat(rule.path("helpUri").asString())
                        .endsWith("docs/diagnostics.md#"
                                + rule.path("id").asString().toLowerCase(Locale.ROOT)));
    }
}
