package io.github.smi4j.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.convert.Conversion;
import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ResourceSet;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real manifest becomes one of every version, or says what does not. */
class ConversionCorpusTest {
    private static final String METRICS = "metrics.smi-spec.io";

    /** The files with errors of reading: they are those of {@link CorpusTest}. */
    private static final List<String> WITH_ERRORS = List.of(
            "layer5io-learn-layer5__conformance-traffic-spec-03-install.yaml",
            "openservicemesh-osm-docs__docs-demos-tcp_traffic_routing-01.yaml");

    private static final Map<CorpusFile, ResourceSet> READ = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        ManifestReader reader = ManifestReader.create();
        for (CorpusFile file : CorpusFile.all()) {
            READ.put(file, reader.read(file.path()));
        }
    }

    /** One group at a time, and all at once. */
    static Stream<List<String>> versions() {
        Stream<List<String>> alone = Stream.of("split.smi-spec.io", "access.smi-spec.io", "specs.smi-spec.io", METRICS)
                .flatMap(group -> IntStream.rangeClosed(1, group.equals(METRICS) ? 2 : 4)
                        .mapToObj(version -> List.of(group + "/v1alpha" + version)));
        return Stream.concat(alone, IntStream.rangeClosed(1, 4).mapToObj(ConversionCorpusTest::all));
    }

    private static List<String> all(int version) {
        String name = "/v1alpha" + version;
        return List.of(
                "split.smi-spec.io" + name,
                "access.smi-spec.io" + name,
                "specs.smi-spec.io" + name,
                METRICS + "/v1alpha" + Math.min(version, 2));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void convert_everyFile_isReadableInTheVersionOrSaysWhatIsNot(List<String> versions) {
        SmiConverter converter = SmiConverter.to(versions);
        Map<String, String> asked =
                versions.stream().collect(Collectors.toMap(v -> v.substring(0, v.indexOf('/')), v -> v));
        SoftAssertions.assertSoftly(softly -> READ.forEach((file, set) -> {
            Conversion conversion = converter.convert(set);
            ResourceSet again =
                    ManifestReader.create().read(ManifestWriter.yaml().write(conversion.resources()), file.name());

            softly.assertThat(trees(again.manifests())).as(file.name()).isEqualTo(trees(conversion.resources()));
            softly.assertThat(again.diagnostics()).as(file.name()).noneMatch(fault -> isOfAsked(fault, asked.keySet()));
            again.entries()
                    .forEach(entry -> Optional.ofNullable(asked.get(entry.ref().group()))
                            .ifPresent(version -> softly.assertThat(entry.tree().get("apiVersion"))
                                    .as(file.name() + " " + entry)
                                    .isEqualTo(version)));
            softly.assertThat(missing(set, again, conversion)).as(file.name()).isEmpty();
        }));
    }

    private static List<Map<String, Object>> trees(List<Manifest> manifests) {
        return manifests.stream().map(Manifest::toTree).toList();
    }

    private static boolean isOfAsked(Diagnostic fault, Set<String> groups) {
        return fault.resource().filter(ref -> groups.contains(ref.group())).isPresent();
    }

    /** What is neither in the output nor named by an error, nor became a port again. */
    private static List<ResourceRef> missing(ResourceSet set, ResourceSet again, Conversion conversion) {
        Set<ResourceRef> accounted =
                again.entries().stream().map(ResourceSet.Entry::ref).collect(Collectors.toSet());
        conversion.errors().forEach(error -> error.resource().ifPresent(accounted::add));
        return set.entries().stream()
                .map(ResourceSet.Entry::ref)
                .filter(ref -> !accounted.contains(ref))
                .filter(ref -> !accounted.contains(
                        new ResourceRef(METRICS, ref.kind(), ref.namespace(), ref.name()))) // read without a version
                .toList();
    }

    @Test
    void convert_everythingToTheNewest_failsOnlyWhereReadingDid() {
        SmiConverter newest = SmiConverter.to(all(4));
        Map<String, List<Diagnostic>> errors = new LinkedHashMap<>();
        READ.forEach((file, set) -> {
            List<Diagnostic> found = newest.convert(set).errors();
            if (!found.isEmpty()) {
                errors.put(file.name(), found);
                assertThat(set.diagnostics()).as(file.name()).containsAll(found);
            }
        });

        assertThat(errors.keySet()).containsExactlyInAnyOrderElementsOf(WITH_ERRORS);
    }

    @Test
    void convert_everyFile_isTheSameFromBackToFront() {
        SmiConverter newest = SmiConverter.to(all(4));
        SoftAssertions.assertSoftly(softly -> READ.forEach((file, set) -> {
            ResourceSet.Builder reversed = ResourceSet.builder();
            for (int i = set.entries().size() - 1; i >= 0; i--) {
                reversed.add(set.entries().get(i));
            }
            softly.assertThat(texts(newest.convert(reversed.build())))
                    .as(file.name())
                    .isEqualTo(texts(newest.convert(set)));
        }));
    }

    private static List<String> texts(Conversion conversion) {
        return conversion.resources().stream()
                .map(ManifestWriter.yaml()::write)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
