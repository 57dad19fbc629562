package io.github.smi4j.it.output;

import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.corpus.CorpusFile;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Something to translate.
 *
 * @param name where it comes from
 */
public record TranslationInput(String name, ResourceSet set) {
    private static final List<Path> CASES = List.of(
            ProjectFiles.of("smi-translate-istio/src/test/resources/cases"),
            ProjectFiles.of("smi-translate-linkerd/src/test/resources/cases"),
            ProjectFiles.of("smi-translate-consul/src/test/resources/cases"));
    private static final Path ALL_PROTOCOLS = ProjectFiles.of("smi-it/src/test/fixtures/output/ports-and-matches.yaml");
    private static final Path ALL_OF_ACCESS = ProjectFiles.of("smi-it/src/test/fixtures/output/access.yaml");
    private static final Path ALL_OF_CONSUL =
            ProjectFiles.of("smi-it/src/test/fixtures/output/one-service-for-each-pod.yaml");
    private static final Path EXAMPLES = ProjectFiles.of("docs/examples");

    /**
     * Real manifests with a split or a target, three that have all there is of each, the golden cases of all meshes, the
     * examples.
     */
    public static List<TranslationInput> all() throws IOException {
        List<TranslationInput> all = new ArrayList<>();
        for (CorpusFile file : CorpusFile.all()) {
            if (file.has("TrafficSplit") || file.has("TrafficTarget")) {
                all.add(read(file.path()));
            }
        }
        all.add(read(ALL_PROTOCOLS));
        all.add(read(ALL_OF_ACCESS));
        all.add(read(ALL_OF_CONSUL));
        all.addAll(golden());
        all.addAll(examples());
        return all;
    }

    private static List<TranslationInput> golden() throws IOException {
        List<TranslationInput> golden = new ArrayList<>();
        for (Path cases : CASES) {
            for (Path file : files(cases)) {
                if (file.endsWith("input.yaml")) {
                    golden.add(read(file));
                }
            }
        }
        return golden;
    }

    /** Each file of the examples by itself, and each folder as a whole. */
    private static List<TranslationInput> examples() throws IOException {
        Set<Path> inputs = new TreeSet<>();
        for (Path file : files(EXAMPLES)) {
            boolean generated = EXAMPLES.relativize(file).toString().matches("(.*/)?target/.*");
            if (!generated && file.toString().matches(".*\\.(yaml|yml|json)")) {
                inputs.add(file);
                inputs.add(file.getParent());
            }
        }
        List<TranslationInput> examples = new ArrayList<>();
        for (Path input : inputs) {
            examples.add(read(input));
        }
        return examples;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static TranslationInput read(Path path) throws IOException {
        return new TranslationInput(path.toString(), ManifestReader.create().read(path));
    }

    @Override
    public String toString() {
        return name;
    }
}
