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
    private static final List<String> MESHES = List.of("istio", "linkerd", "consul");
    private static final int ONE_OF = 8;
    private static final Path ALL_PROTOCOLS = ProjectFiles.of("smi-it/src/test/fixtures/output/ports-and-matches.yaml");
    private static final Path ALL_OF_ACCESS = ProjectFiles.of("smi-it/src/test/fixtures/output/access.yaml");
    private static final Path ALL_OF_CONSUL =
            ProjectFiles.of("smi-it/src/test/fixtures/output/one-service-for-each-pod.yaml");
    private static final Path EXAMPLES = ProjectFiles.of("docs/examples");

    /**
     * Real manifests with a split or a target, three that have all there is of each, the golden cases of a mesh, one of eight
     * of the others, or all with {@code -Pproof}, and the examples.
     */
    public static List<TranslationInput> of(String mesh) throws IOException {
        List<TranslationInput> all = new ArrayList<>();
        for (CorpusFile file : CorpusFile.all()) {
            if (file.has("TrafficSplit") || file.has("TrafficTarget")) {
                all.add(read(file.path()));
            }
        }
        all.add(read(ALL_PROTOCOLS));
        all.add(read(ALL_OF_ACCESS));
        all.add(read(ALL_OF_CONSUL));
        for (String other : MESHES) {
            all.addAll(golden(other, other.equals(mesh) || Boolean.getBoolean("smi4j.proof") ? 1 : ONE_OF));
        }
        all.addAll(examples());
        return all;
    }

    private static List<TranslationInput> golden(String mesh, int step) throws IOException {
        List<Path> inputs = files(ProjectFiles.of("smi-translate-" + mesh + "/src/test/resources/cases")).stream()
                .filter(file -> file.endsWith("input.yaml"))
                .toList();
        List<TranslationInput> golden = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i += step) {
            golden.add(read(inputs.get(i)));
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
