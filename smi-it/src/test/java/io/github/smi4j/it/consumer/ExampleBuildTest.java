package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.publication.Pom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example builds are strangers to ours and depend on what a user needs; the invoker runs them. */
class ExampleBuildTest {
    private static final Pom PARENT = Pom.read(ProjectFiles.of("pom.xml"));

    private static Pom example(String name) {
        return Pom.read(ProjectFiles.of("docs/examples").resolve(name).resolve("pom.xml"));
    }

    @Test
    void dependencies_ofConsumer_areTranslatorParserAndJUnit() {
        assertThat(example("consumer").all("dependencies", "dependency"))
                .extracting(Pom::coordinates)
                .containsExactly(
                        "io.github.smi4j:smi-translate-istio",
                        "org.snakeyaml:snakeyaml-engine",
                        "org.junit.jupiter:junit-jupiter");
    }

    @Test
    void dependencies_ofPlugin_areContractTestkitAndJUnit() {
        List<Pom> dependencies = example("plugin").all("dependencies", "dependency");

        assertThat(dependencies)
                .extracting(Pom::coordinates)
                .containsExactly(
                        "io.github.smi4j:smi-translate",
                        "io.github.smi4j:smi-testkit",
                        "org.junit.jupiter:junit-jupiter");
        assertThat(dependencies)
                .extracting(dependency -> dependency.text("scope").orElse("compile"))
                .containsExactly("compile", "test", "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "plugin"})
    void build_each_isAStrangersWithOurBom(String name) {
        Pom example = example(name);

        assertThat(example.all("parent")).isEmpty();
        assertThat(example.text("groupId").orElseThrow()).doesNotStartWith("io.github.smi4j");
        assertThat(example.all("dependencyManagement", "dependencies", "dependency"))
                .extracting(Pom::coordinates)
                .containsExactly("io.github.smi4j:smi-bom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"consumer", "plugin"})
    void versions_all_areThoseOfOurBuild(String name) {
        Pom example = example(name);

        assertThat(example.text("properties", "smi4j.version")).contains(ProjectFiles.version());
        for (String property : List.of("junit.version", "maven.compiler.release")) {
            assertThat(example.text("properties", property)).as(property).isPresent();
        }
        for (String property : List.of("junit.version", "snakeyaml-engine.version", "maven.compiler.release")) {
            example.text("properties", property)
                    .ifPresent(version -> assertThat(Optional.of(version))
                            .as(property)
                            .isEqualTo(PARENT.text("properties", property)));
        }
        Map<String, Optional<String>> ours = new HashMap<>();
        PARENT.all("build", "pluginManagement", "plugins", "plugin")
                .forEach(plugin -> ours.put(plugin.coordinates(), plugin.text("version")));
        assertThat(example.all("build", "plugins", "plugin"))
                .isNotEmpty()
                .allSatisfy(plugin -> assertThat(plugin.text("version")).isEqualTo(ours.get(plugin.coordinates())));
    }
}
