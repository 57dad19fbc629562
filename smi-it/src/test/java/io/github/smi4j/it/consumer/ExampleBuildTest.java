package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.publication.Pom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example build is a stranger to ours and depends on what a user needs; the invoker runs it. */
class ExampleBuildTest {
    private static final Pom EXAMPLE = Pom.read(ProjectFiles.of("docs/examples/consumer/pom.xml"));
    private static final Pom PARENT = Pom.read(ProjectFiles.of("pom.xml"));

    @Test
    void dependencies_all_areTranslatorParserAndJUnit() {
        assertThat(EXAMPLE.all("parent")).isEmpty();
        assertThat(EXAMPLE.text("groupId").orElseThrow()).doesNotStartWith("io.github.smi4j");
        assertThat(EXAMPLE.all("dependencies", "dependency"))
                .extracting(Pom::coordinates)
                .containsExactly(
                        "io.github.smi4j:smi-translate-istio",
                        "org.snakeyaml:snakeyaml-engine",
                        "org.junit.jupiter:junit-jupiter");
        assertThat(EXAMPLE.all("dependencyManagement", "dependencies", "dependency"))
                .extracting(Pom::coordinates)
                .containsExactly("io.github.smi4j:smi-bom");
    }

    @Test
    void versions_all_areThoseOfOurBuild() {
        assertThat(EXAMPLE.text("properties", "smi4j.version")).contains(ProjectFiles.version());
        for (String property : List.of("junit.version", "snakeyaml-engine.version", "maven.compiler.release")) {
            assertThat(EXAMPLE.text("properties", property))
                    .as(property)
                    .isPresent()
                    .isEqualTo(PARENT.text("properties", property));
        }
        Map<String, Optional<String>> ours = new HashMap<>();
        PARENT.all("build", "pluginManagement", "plugins", "plugin")
                .forEach(plugin -> ours.put(plugin.coordinates(), plugin.text("version")));
        assertThat(EXAMPLE.all("build", "plugins", "plugin"))
                .isNotEmpty()
                .allSatisfy(plugin -> assertThat(plugin.text("version")).isEqualTo(ours.get(plugin.coordinates())));
    }
}
