package io.github.smi4j.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.docs.DiagnosticsCatalogue.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code is documented, has its place among the ranges, and is raised by a case. */
class DiagnosticsCatalogueTest {
    private static final Path CATALOGUE = ProjectFiles.of("docs/diagnostics.md");

    @Test
    void catalogue_committed_isWhatTheCodesSay() throws IOException {
        if (Boolean.getBoolean("smi4j.update")) {
            Files.writeString(CATALOGUE, DiagnosticsCatalogue.text());
        }
        assertThat(CATALOGUE).hasContent(DiagnosticsCatalogue.text());
    }

    @Test
    void ids_all_areUniqueAndInTheRangeOfTheirSubject() {
        for (Subject subject : DiagnosticsCatalogue.SUBJECTS) {
            assertThat(subject.codes())
                    .extracting(DiagnosticCode::id)
                    .allMatch(id -> id.matches(subject.range() + "[0-9]{3}"));
        }
        assertThat(codes()).extracting(DiagnosticCode::id).doesNotHaveDuplicates();
    }

    @Test
    void texts_all_areSentences() {
        assertThat(codes()).allSatisfy(code -> {
            assertThat(code.summary()).matches("[^\\n]+[^.\\s]");
            assertThat(code.help()).matches("\\p{Lu}[^\\n]+\\.");
        });
    }

    @Test
    void codes_all_areRaisedByACase() throws IOException {
        List<String> cases = new ArrayList<>();
        for (Path file : testFiles()) {
            cases.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        assertThat(codes())
                .as("codes whose id or constant is in no file under src/test")
                .filteredOn(code -> cases.stream().noneMatch(text -> mentions(text, code)))
                .isEmpty();
    }

    private static boolean mentions(String text, DiagnosticCode code) {
        return text.contains(code.id()) || text.contains(code.getClass().getSimpleName() + "." + code);
    }

    private static List<DiagnosticCode> codes() {
        return DiagnosticsCatalogue.SUBJECTS.stream()
                .flatMap(subject -> subject.codes().stream())
                .toList();
    }

    private static List<Path> testFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : modules()) {
            Path tests = ProjectFiles.of(module).resolve("src/test");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> found = Files.walk(tests)) {
                    found.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ProjectFiles.of(""))) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}
