package io.github.smi4j.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.model.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The matrix of docs/conversion.md is made of the cases; {@code -Dsmi4j.update=true} writes it anew. */
class ConversionMatrixTest {
    private static final Path PAGE = Path.of(System.getProperty("smi4j.root"), "docs/conversion.md");
    private static final String START = "<!-- matrix -->\n";
    private static final String END = "<!-- end of matrix -->";

    @Test
    void page_matrix_isThatOfTheCases() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(START) + START.length());
        String after = page.substring(page.indexOf(END));

        String expected = before + matrix() + after;

        if (Boolean.getBoolean("smi4j.update")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String matrix() {
        StringBuilder text = new StringBuilder();
        for (ResourceKind kind : ResourceKind.values()) {
            if (kind.versions().size() > 1) {
                table(kind.kind(), kind.versions(), text);
            }
        }
        table("TrafficMetrics", List.of("v1alpha1", "v1alpha2"), text);
        Set<String> codes = new TreeSet<>();
        ConversionCase.all().forEach(example -> codes.addAll(codes(example)));
        text.append("| Code | Effect | |\n|---|---|---|\n");
        Arrays.stream(ConversionCode.values())
                .filter(code -> codes.contains(code.id()))
                .forEach(code -> text.append("| ")
                        .append(code.id())
                        .append(" | ")
                        .append(code.effect())
                        .append(" | ")
                        .append(code.summary())
                        .append(" |\n"));
        return text.append('\n').toString();
    }

    private static void table(String kind, List<String> versions, StringBuilder text) {
        text.append("**").append(kind).append("**\n\n| from | ");
        text.append(String.join(" | ", versions.stream().map(v -> "to " + v).toList()));
        text.append(" |\n").append("|---".repeat(versions.size() + 1)).append("|\n");
        for (String from : versions) {
            List<String> cells = new ArrayList<>(List.of(from));
            versions.forEach(to -> cells.add(from.equals(to) ? "" : cell(kind, from + "-to-" + to)));
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        text.append('\n');
    }

    private static String cell(String kind, String way) {
        Set<String> codes = new TreeSet<>();
        ConversionCase.all().stream()
                .filter(example -> example.topic().equals(kind))
                .filter(example -> example.name().equals(way) || example.name().startsWith(way + "-"))
                .forEach(example -> codes.addAll(codes(example)));
        return codes.isEmpty() ? "exact" : String.join(", ", codes);
    }

    private static Set<String> codes(ConversionCase example) {
        Set<String> codes = new TreeSet<>();
        example.lines("expected.diagnostics").stream()
                .map(line -> line.split(" ")[1])
                .filter(code -> code.startsWith("SMI7"))
                .forEach(codes::add);
        return codes;
    }
}
