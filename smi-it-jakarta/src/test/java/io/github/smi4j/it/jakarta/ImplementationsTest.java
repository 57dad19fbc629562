package io.github.smi4j.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.validation.SmiValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each implementation of Jakarta Validation reports the errors of SmiValidator, on the class path and on the module path. */
class ImplementationsTest {
    private static final Path FAULTY = Path.of("src/test/resources/faulty.yaml");
    private static final List<String> MODEL = List.of("smi4j", "engine");
    private static final List<String> OURS = List.of("smi4j", "smi4j-validation", "engine");
    private static final String ENGINE = "org.snakeyaml.engine";

    @TempDir
    private static Path shopClasses;

    @TempDir
    private static Path plainClasses;

    private static List<String> errors;
    private static Program shop;
    private static Program plain;

    static List<Implementation> hibernate() {
        return Implementation.hibernate();
    }

    static List<Implementation> all() {
        return Stream.concat(hibernate().stream(), Stream.of(Implementation.BVAL))
                .toList();
    }

    @BeforeAll
    static void compile() throws Exception {
        errors = lines(ManifestReader.create().read(FAULTY).resources());
        assertThat(errors).hasSizeGreaterThan(7).anyMatch(line -> line.contains("${1+1}"));
        shop = Program.compile("shop", "Violations", shopClasses, List.of("smi4j", "api30"));
        plain = Program.compile("plain", "Errors", plainClasses, OURS);
    }

    @ParameterizedTest
    @MethodSource("all")
    void violations_classPath_areTheErrors(Implementation implementation) {
        assertThat(shop.onClassPath(and(OURS, implementation.folders()), arguments(implementation)))
                .isEqualTo(errors);
    }

    @ParameterizedTest
    @MethodSource("hibernate")
    void violations_modulePath_areTheErrors(Implementation implementation) {
        assertThat(onModulePath(OURS, implementation)).isEqualTo(errors);
    }

    @ParameterizedTest
    @MethodSource("all")
    void violations_classPathWithoutRules_areNone(Implementation implementation) {
        assertThat(shop.onClassPath(and(MODEL, implementation.folders()), arguments(implementation)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hibernate")
    void violations_modulePathWithoutRules_areNone(Implementation implementation) {
        assertThat(onModulePath(MODEL, implementation)).isEmpty();
    }

    @Test
    void errors_withoutJakartaValidation_areTheSame() {
        List<String> arguments = List.of(FAULTY.toString());

        assertThat(plain.onClassPath(OURS, arguments)).isEqualTo(errors);
        assertThat(plain.onModulePath(OURS, List.of(ENGINE), arguments)).isEqualTo(errors);
    }

    private static List<String> onModulePath(List<String> ours, Implementation implementation) {
        return shop.onModulePath(
                and(ours, implementation.folders()),
                and(implementation.modules(), List.of(ENGINE)),
                arguments(implementation));
    }

    private static List<String> arguments(Implementation implementation) {
        return and(List.of(FAULTY.toString()), implementation.interpolator());
    }

    /** What a program is to write that holds the resources in a list called {@code all}, and the first as {@code first}. */
    private static List<String> lines(List<SmiResource> resources) {
        return Stream.concat(
                        IntStream.range(0, resources.size())
                                .boxed()
                                .flatMap(i -> lines("all[" + i + "].", resources.get(i))),
                        lines("first.", resources.get(0)))
                .sorted()
                .toList();
    }

    private static Stream<String> lines(String prefix, SmiResource resource) {
        return SmiValidator.create().validate(resource).errors().stream().map(error -> prefix + line(error));
    }

    private static String line(Diagnostic error) {
        return error.path() + "|" + error.message() + " (" + error.code().id() + ")";
    }

    private static List<String> and(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
