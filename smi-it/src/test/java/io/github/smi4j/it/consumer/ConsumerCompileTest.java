package io.github.smi4j.it.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.constraint.SmiConstraintValidator;
import io.github.smi4j.constraint.ValidSmi;
import io.github.smi4j.it.publication.PublicTypes;
import io.github.smi4j.it.publication.PublishedLibrary;
import io.github.smi4j.model.SmiResource;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users compile against our jars alone, with all warnings on, and see none; nothing optional needs to be there. */
class ConsumerCompileTest {
    @TempDir
    private static Path generated;

    @TempDir
    private Path classes;

    private static List<Path> sources;
    private static Path ofJakarta;

    @BeforeAll
    static void generate() throws Exception {
        List<Class<?>> types = PublicTypes.all();
        assertThat(types).hasSizeGreaterThan(60);
        // Whoever writes the constraint needs what it is a constraint of.
        assertThat(types).contains(ValidSmi.class);
        ofJakarta = source("Constrained", List.of(ValidSmi.class, SmiConstraintValidator.class, SmiResource.class));
        Path everything = source(
                "EveryType",
                types.stream().filter(type -> type != ValidSmi.class).toList());
        sources = Fixtures.and(Compilation.sources(Fixtures.folder("usage")), everything);
    }

    @Test
    void compile_classPath_warnsOfNothing() throws IOException {
        assertThat(Compilation.onClassPath(sources, PublishedLibrary.jars(), classes))
                .isEmpty();
    }

    @Test
    void compile_modulePath_warnsOfNothing() throws IOException {
        assertThat(Compilation.onModulePath(sources, PublishedLibrary.jars(), classes))
                .isEmpty();
    }

    @Test
    void compile_withJakartaValidation_warnsOfNothing() throws IOException {
        assertThat(Compilation.onClassPath(
                        Fixtures.and(sources, ofJakarta), Fixtures.jarsWith(Constraint.class), classes))
                .isEmpty();
    }

    @Test
    void compile_wrongCode_isNotSilent() throws IOException {
        Path wrong = generated.resolve("Wrong.java");
        Files.writeString(wrong, "class Wrong { java.util.List<String> raw = new java.util.ArrayList(); }");

        assertThat(Compilation.onClassPath(List.of(wrong), PublishedLibrary.jars(), classes))
                .anyMatch(said -> said.contains("unchecked"));
    }

    private static Path source(String name, List<Class<?>> types) throws IOException {
        return Files.writeString(generated.resolve(name + ".java"), PublicTypes.source(name, types));
    }
}
