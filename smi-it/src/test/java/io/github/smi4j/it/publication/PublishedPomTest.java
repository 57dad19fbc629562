package io.github.smi4j.it.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The POMs that users get need nothing else of ours, and bring nothing but our own jars. */
class PublishedPomTest {
    /** Modules that are no library; a new module belongs here or to the published libraries. */
    private static final Set<String> OTHER_MODULES =
            Set.of("smi-bom", "smi-cli", "smi-it", "smi-it-fabric8", "smi-it-jakarta", "smi-benchmarks");

    private static final String GROUP = "io.github.smi4j";

    @SuppressWarnings("unused") // the parameters of tests
    private static final List<PublishedLibrary> LIBRARIES = PublishedLibrary.ALL;

    @SuppressWarnings("unused") // the parameters of tests
    private static final List<PublishedLibrary> PUBLISHED = Stream.concat(
                    LIBRARIES.stream(), Stream.of(PublishedLibrary.TESTKIT))
            .toList();

    /** What the testkit shows in its own types, or matches with. */
    private static final Set<String> OF_TESTS = Set.of(
            "org.junit.jupiter:junit-jupiter-api",
            "org.assertj:assertj-core",
            "net.jqwik:jqwik-api",
            "com.google.re2j:re2j");

    @Test
    void modules_all_arePublishedOrKnownNotToBe() {
        Set<String> modules = new TreeSet<>();
        Pom parent = Pom.read(ProjectFiles.of("pom.xml"));
        parent.all("modules", "module")
                .forEach(module -> modules.add(module.text().orElseThrow()));
        parent.all("profiles", "profile", "modules", "module")
                .forEach(module -> modules.add(module.text().orElseThrow()));
        modules.removeAll(OTHER_MODULES);

        assertThat(modules).containsExactlyInAnyOrderElementsOf(names());
    }

    @ParameterizedTest
    @FieldSource("PUBLISHED")
    void flattened_library_standsAlone(PublishedLibrary library) {
        Pom pom = Pom.read(library.pom());

        assertStandsAlone(pom, library.name());
        assertThat(pom.text("description")).isPresent();
        assertThat(pom.text("url"))
                .isEqualTo(Pom.read(ProjectFiles.of("pom.xml")).text("url"));
        assertThat(pom.text("scm", "url")).isEqualTo(pom.text("url"));
        assertThat(pom.all("licenses", "license")).isNotEmpty();
        assertThat(pom.all("developers", "developer")).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void flattened_library_bringsOwnJarsOnly(PublishedLibrary library) {
        assertThat(Pom.read(library.pom()).all("dependencies", "dependency"))
                .isNotEmpty()
                .allSatisfy(dependency -> {
                    Optional<String> scope = dependency.text("scope");
                    if (dependency.text("groupId").equals(Optional.of(GROUP))) {
                        assertThat(scope.orElse("compile")).isEqualTo("compile");
                        assertThat(dependency.text("version")).contains(ProjectFiles.version());
                        assertThat(dependency.text("optional").orElse("false")).isEqualTo("false");
                    } else {
                        assertThat(scope).contains("provided");
                        assertThat(dependency.text("optional")).contains("true");
                    }
                });
    }

    @Test
    void flattened_testkit_bringsLibrariesForTestsToo() {
        List<Pom> compile = Pom.read(PublishedLibrary.TESTKIT.pom()).all("dependencies", "dependency").stream()
                .filter(dependency -> dependency.text("scope").orElse("compile").equals("compile"))
                .toList();

        assertThat(compile)
                .extracting(Pom::coordinates)
                .filteredOn(name -> !name.startsWith(GROUP))
                .containsExactlyInAnyOrderElementsOf(OF_TESTS);
        assertThat(compile).extracting(Pom::coordinates).contains(GROUP + ":smi-translate");
    }

    @Test
    void flattened_bom_listsPublishedLibraries() {
        Pom bom = Pom.read(ProjectFiles.of("smi-bom/target/.flattened-pom.xml"));

        assertStandsAlone(bom, "smi-bom");
        assertThat(bom.all("dependencies")).isEmpty();
        assertThat(bom.all("dependencyManagement", "dependencies", "dependency"))
                .allSatisfy(managed -> assertThat(managed.text("version")).contains("${project.version}"))
                .extracting(Pom::coordinates)
                .containsExactlyInAnyOrderElementsOf(
                        names().stream().map(name -> GROUP + ":" + name).toList());
    }

    @Test
    void installed_forExampleBuild_areFlattened() {
        Path repository = ProjectFiles.of("smi-it/target/clean-repository/io/github/smi4j");
        for (String name : names()) {
            assertStandsAlone(Pom.read(installed(repository, name)), name);
        }
        assertStandsAlone(Pom.read(installed(repository, "smi-bom")), "smi-bom");
    }

    private static Path installed(Path repository, String name) {
        return repository
                .resolve(name)
                .resolve(ProjectFiles.version())
                .resolve(name + "-" + ProjectFiles.version() + ".pom");
    }

    private static void assertStandsAlone(Pom pom, String name) {
        assertThat(pom.coordinates()).isEqualTo(GROUP + ":" + name);
        assertThat(pom.text("version")).contains(ProjectFiles.version());
        assertThat(pom.all("parent")).isEmpty();
        assertThat(pom.all("properties")).isEmpty();
        assertThat(pom.all("build")).isEmpty();
        assertThat(pom.all("profiles")).isEmpty();
    }

    private static List<String> names() {
        return PUBLISHED.stream().map(PublishedLibrary::name).toList();
    }
}
