package io.github.smi4j.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every real manifest is read as it is meant, and comes back whole after it was written. */
class CorpusTest {
    private static final String NOT_YAML = "openservicemesh-osm-docs__docs-demos-tcp_traffic_routing-01.yaml";

    /** Its HTTPRouteGroup has matches where an older version had them, and its TrafficTarget a port in quotes. */
    private static final String MISPLACED = "layer5io-learn-layer5__conformance-traffic-spec-03-install.yaml";

    private static final Map<CorpusFile, ResourceSet> READ = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        ManifestReader reader = ManifestReader.create();
        for (CorpusFile file : CorpusFile.all()) {
            READ.put(file, reader.read(file.path()));
        }
    }

    @Test
    void index_allFiles_areListed() throws IOException {
        Path folder = READ.keySet().iterator().next().path().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(READ.keySet().stream().map(CorpusFile::name))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void read_filesThatParse_haveTheKindsAndVersionsOfTheIndex() {
        SoftAssertions.assertSoftly(softly -> READ.forEach((file, set) -> {
            if (file.parseError().isEmpty()) {
                softly.assertThat(kinds(set)).as(file.name()).isEqualTo(file.kinds());
            }
        }));
    }

    @Test
    void read_filesThatDoNotParse_tellWhere() {
        assertThat(READ.keySet().stream().filter(file -> !file.parseError().isEmpty()))
                .extracting(CorpusFile::name)
                .containsExactly(NOT_YAML);
        READ.forEach((file, set) -> {
            if (!file.parseError().isEmpty()) {
                assertThat(errors(set))
                        .isNotEmpty()
                        .allMatch(error -> error.position().isPresent());
            }
        });
    }

    @Test
    void read_filesWithErrors_areTheseTwo() {
        assertThat(READ.entrySet().stream()
                        .filter(read -> !errors(read.getValue()).isEmpty())
                        .map(Entry::getKey))
                .extracting(CorpusFile::name)
                .containsExactlyInAnyOrder(MISPLACED, NOT_YAML);
    }

    @Test
    void writeYaml_whatWasRead_isReadTheSame() {
        SoftAssertions.assertSoftly(softly -> READ.forEach((file, set) -> {
            assertSame(softly, file, set, ManifestWriter.yaml().write(set.manifests()));
        }));
    }

    @Test
    void writeJson_whatWasRead_isReadTheSame() {
        SoftAssertions.assertSoftly(softly -> READ.forEach((file, set) -> {
            assertSame(softly, file, set, ManifestWriter.json().write(set.manifests()));
        }));
    }

    private static void assertSame(SoftAssertions softly, CorpusFile file, ResourceSet set, String written) {
        ResourceSet again = ManifestReader.create().read(written, file.name());
        softly.assertThat(again.resources()).as(file.name()).isEqualTo(set.resources());
        softly.assertThat(again.manifests()).as(file.name()).isEqualTo(set.manifests());
        softly.assertThat(again.otherResources()).as(file.name()).isEqualTo(set.otherResources());
    }

    private static List<String> kinds(ResourceSet set) {
        return set.entries().stream()
                .filter(entry -> isSmi(entry.ref().kind()))
                .map(entry -> entry.ref().kind() + "@" + version(entry))
                .sorted()
                .toList();
    }

    private static boolean isSmi(String kind) {
        return ResourceKind.of(kind).isPresent() || kind.equals("TrafficMetricsList");
    }

    /** The version as it was read: what is written for the entry may be another. */
    private static String version(ResourceSet.Entry entry) {
        Object given = entry.tree().getOrDefault("apiVersion", "-");
        return given.toString().substring(given.toString().indexOf('/') + 1);
    }

    private static List<Diagnostic> errors(ResourceSet set) {
        return set.diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
