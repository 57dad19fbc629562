package io.github.smi4j.it.cases;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.it.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A manifest that raises a code, with all findings, and one just inside the rule that does not. The file {@code command}
 * says how they are found where that is not {@code validate} without any option.
 *
 * @param folder the folder, named as the code
 */
public record DiagnosticCase(Path folder) {
    /** What raises the code. */
    public static final String INPUT = "input.yaml";

    /** What just does not. */
    public static final String INSIDE = "inside.yaml";

    /** All findings of the input, those of the code first. */
    public static final String EXPECTED = "expected.diagnostics";

    static final String EXPECTED_INSIDE = "inside.diagnostics";
    static final String COMMAND = "command";

    private static final Path ROOT = ProjectFiles.of("smi-it/src/test/resources/cases");

    /** All of them, by code. */
    public static List<DiagnosticCase> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(DiagnosticCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The case of a code, whether it is there or not. */
    public static DiagnosticCase of(String code) {
        return new DiagnosticCase(ROOT.resolve(code));
    }

    /** The code that it raises. */
    public String code() {
        return folder.getFileName().toString();
    }

    /** Whether there is such a file. */
    public boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** The text of a file; a byte that is no text becomes a replacement character. */
    public String text(String file) {
        try {
            return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the findings are found. */
    public String command() {
        return has(COMMAND) ? text(COMMAND).strip() : "validate";
    }

    /** The findings of a file: those of the code first, then the others, each in the order of a report. */
    List<Diagnostic> findings(String file) {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return CaseCommand.parse(command()).run(in, file).stream()
                    .sorted(Comparator.comparing(
                            (Diagnostic finding) -> !finding.code().id().equals(code())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<Diagnostic> findings) {
        return findings.stream()
                .map(finding -> finding + "\n  help: " + finding.help() + "\n")
                .collect(Collectors.joining());
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code. */
    @Override
    public String toString() {
        return code();
    }
}
