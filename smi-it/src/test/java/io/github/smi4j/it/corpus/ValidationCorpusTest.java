package io.github.smi4j.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.validation.SmiValidator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All that is found in real manifests, each file by itself. Each error and warning was judged: {@code verdicts.tsv} says for
 * each file and code why it is right.
 */
class ValidationCorpusTest {
    private static final Path FOLDER = ProjectFiles.of("smi-it/src/test/resources/corpus");
    private static final Path FINDINGS = FOLDER.resolve("validation.diagnostics");
    private static final Path VERDICTS = FOLDER.resolve("verdicts.tsv");

    private static final Map<String, List<Diagnostic>> FOUND = new LinkedHashMap<>();

    @BeforeAll
    static void validate() throws IOException {
        SmiValidator validator = SmiValidator.create();
        for (CorpusFile file : CorpusFile.all()) {
            FOUND.put(file.name(), validator.validate(read(file)).all());
        }
    }

    /** Under its name alone, so that findings do not say where the corpus lies. */
    private static ResourceSet read(CorpusFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            return ManifestReader.create().read(in, file.name());
        }
    }

    @Test
    void findings_ofAllFiles_areThoseThatWereJudged() throws IOException {
        String text = FOUND.entrySet().stream()
                .map(entry -> "# " + entry.getKey() + "\n"
                        + entry.getValue().stream()
                                .map(finding -> finding + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
        if (Boolean.getBoolean("smi4j.update")) {
            Files.writeString(FINDINGS, text);
        }
        assertThat(text).isEqualTo(Files.readString(FINDINGS));
    }

    @Test
    void verdicts_ofErrorsAndWarnings_areThereForEach() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        FOUND.forEach((file, findings) -> findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(finding -> found.add(file + "\t" + finding.code().id())));
        List<String> judged = Files.readAllLines(VERDICTS);

        assertThat(judged).allMatch(line -> line.split("\t").length == 3);
        assertThat(judged.stream().map(line -> line.substring(0, line.lastIndexOf('\t'))))
                .containsExactlyElementsOf(found);
    }
}
