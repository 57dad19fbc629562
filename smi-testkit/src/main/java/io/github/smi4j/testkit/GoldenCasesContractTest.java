package io.github.smi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the {@linkplain GoldenCase golden cases} of a translator: extend it, and tell it the translator. With
 * {@code -Dsmi4j.update=true} what is expected is written instead of compared.
 */
public abstract class GoldenCasesContractTest {
    private static final long SEED = 20260822;

    /** For test classes, which JUnit creates. */
    protected GoldenCasesContractTest() {}

    /** The translator. */
    protected abstract MeshTranslator translator();

    /** The folder of the cases; {@code src/test/resources/cases} unless overridden. */
    protected Path root() {
        return Path.of("src", "test", "resources", "cases");
    }

    /** In how many other orders each input is translated: the reverse, and more in a full proof. */
    protected int shuffles() {
        return Boolean.getBoolean("smi4j.proof") ? 10 : 2;
    }

    private Translator installed() {
        return MeshTranslators.of(translator()).get(translator().meshName());
    }

    private Stream<DynamicTest> each(Consumer<GoldenCase> test) {
        return GoldenCase.in(root()).stream()
                .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> test.accept(golden)));
    }

    /** Resources and findings are those that are expected. */
    @TestFactory
    public final Stream<DynamicTest> translate_ofEachCase_givesWhatIsExpected() {
        return each(golden -> {
            Translation translation = golden.translate(installed());
            compare(golden, GoldenCase.RESOURCES, GoldenCase.resources(translation));
            compare(golden, GoldenCase.DIAGNOSTICS, GoldenCase.diagnostics(translation));
        });
    }

    private static void compare(GoldenCase golden, String file, String actual) {
        if (Boolean.getBoolean("smi4j.update")) {
            golden.write(file, actual);
        }
        assertThat(actual).as(file).isEqualTo(golden.text(file));
    }

    /** The order of documents does not matter. Tagged {@code orders}, since it repeats every case. */
    @Tag("orders")
    @TestFactory
    public final Stream<DynamicTest> translate_ofShuffledDocuments_givesTheSame() {
        return each(golden -> {
            Translation expected = golden.translate(installed());
            List<String> documents = golden.documents();
            Random random = new Random(SEED);
            for (int i = 0; i < shuffles(); i++) {
                if (i == 0) {
                    Collections.reverse(documents);
                } else {
                    Collections.shuffle(documents, random);
                }
                String input = String.join("---\n", documents);
                Translation actual = golden.translate(installed(), input);
                assertThat(GoldenCase.resources(actual)).as(input).isEqualTo(GoldenCase.resources(expected));
                assertThat(GoldenCase.placeless(actual)).as(input).isEqualTo(GoldenCase.placeless(expected));
            }
        });
    }

    /** There are cases, each folder holds the files of one, and no file lies elsewhere. */
    @Test
    public final void folders_all_holdCasesOnly() throws IOException {
        List<GoldenCase> cases = GoldenCase.in(root());
        assertThat(cases).isNotEmpty();
        for (GoldenCase golden : cases) {
            assertThat(golden.fileNames())
                    .as(golden.name())
                    .contains(GoldenCase.INPUT, GoldenCase.RESOURCES, GoldenCase.DIAGNOSTICS)
                    .isSubsetOf(GoldenCase.INPUT, GoldenCase.RESOURCES, GoldenCase.DIAGNOSTICS, GoldenCase.OPTIONS);
        }
        Set<Path> folders = cases.stream().map(GoldenCase::folder).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(root())) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getParent)).allMatch(folders::contains);
        }
    }
}
