package io.github.smi4j.it.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.constraint.ValidSmi;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.validation.SmiValidator;
import io.github.smi4j.validation.spi.Rule;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate Validator, without an expression language, reports the errors of SmiValidator, each at its path. */
class HibernateValidatorTest {
    private static ValidatorFactory factory;
    private static Validator validator;

    @TempDir
    private java.nio.file.Path services;

    /** A bean that holds resources in each way. */
    @SuppressWarnings("unused") // read by Hibernate Validator
    private static final class Mesh {
        private List<@Valid SmiResource> all = List.of();
        private Map<String, @Valid SmiResource> named = Map.of();

        @Valid
        private SmiResource one;

        @ValidSmi
        private SmiResource marked;
    }

    private record Release(@ValidSmi TrafficSplit split) {}

    private static final class Deployer {
        @SuppressWarnings("unused") // the subject of validation
        void deploy(@ValidSmi SmiResource resource) {}
    }

    static List<FaultyResource> faulty() {
        return FaultyResource.all();
    }

    @BeforeAll
    static void open() {
        factory = factory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void paths_faultyResource_areThoseOfSmiValidator(FaultyResource faulty) {
        List<Diagnostic> errors =
                SmiValidator.create().validate(faulty.resource()).errors();

        assertThat(errors).extracting(error -> error.path().toString()).isEqualTo(faulty.paths());
        assertThat(validator.validate(faulty.resource()))
                .extracting(HibernateValidatorTest::line)
                .containsExactlyInAnyOrderElementsOf(
                        errors.stream().map(HibernateValidatorTest::line).toList());
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void paths_faultyResourceInBean_beginWithField(FaultyResource faulty) {
        SmiResource valid = FaultyResource.weights(1);
        SmiResource it = faulty.resource();

        assertPaths(violations(mesh -> mesh.all = List.of(valid, it)), "all[1].", faulty);
        assertPaths(violations(mesh -> mesh.named = Map.of("valid", valid, "it", it)), "named[it].", faulty);
        assertPaths(violations(mesh -> mesh.one = it), "one.", faulty);
        assertPaths(violations(mesh -> mesh.marked = it), "marked.", faulty);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void paths_faultyParameter_beginWithMethod(FaultyResource faulty) throws Exception {
        assertPaths(deploy(faulty.resource()), "deploy.arg0.", faulty);
    }

    @Test
    void paths_faultyComponentOfRecord_beginWithComponent() {
        assertThat(validator.validate(new Release(FaultyResource.weights(90, -5))))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly("split.spec.backends[1].weight");
    }

    @Test
    void nodes_ofElement_carryIndexes() {
        List<SmiResource> resources = List.of(FaultyResource.weights(1), FaultyResource.weights(3, 2, -5));

        assertThat(nodes(violations(mesh -> mesh.all = resources)))
                .containsExactly("all", "spec in index 1", "backends", "weight in index 2");
    }

    @Test
    void nodes_ofEntry_carryKeys() {
        SmiResource split = FaultyResource.labels(Map.of("bad key!", "web"));

        assertThat(nodes(violations(mesh -> mesh.named = Map.of("it", split))))
                .containsExactly("named", "metadata in key it", "labels", "null in key bad key!");
    }

    @Test
    void path_errorOfWholeResource_isThatOfHolder() throws Exception {
        SmiResource forbidden = TrafficSplit.builder()
                .name(WholeResourceRule.NAME)
                .service("web")
                .addBackend("web", 1)
                .build();
        Mesh mesh = new Mesh();
        mesh.all = List.of(forbidden);
        mesh.one = forbidden;

        withRule(WholeResourceRule.class, other -> {
            assertThat(other.validate(forbidden))
                    .extracting(HibernateValidatorTest::line)
                    .containsExactly("|is not wanted (TEST0002)");
            assertThat(other.validate(mesh))
                    .extracting(violation -> violation.getPropertyPath().toString())
                    .containsExactlyInAnyOrder("all[0]", "one");
        });
    }

    @Test
    void validate_null_isValid() throws Exception {
        assertThat(validator.validate(new Mesh())).isEmpty();
        assertThat(validator.validate(new Release(null))).isEmpty();
        assertThat(deploy(null)).isEmpty();
    }

    @Test
    void validate_warningsAndInfos_areNoViolations() throws Exception {
        TrafficSplit split = FaultyResource.repeatingWithUnknownField();
        assertThat(SmiValidator.create().validate(split).all())
                .extracting(Diagnostic::severity)
                .contains(Severity.WARNING, Severity.INFO)
                .doesNotContain(Severity.ERROR);

        assertThat(validator.validate(split)).isEmpty();
        assertThat(validator.validate(new Release(split))).isEmpty();
        assertThat(deploy(split)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${1+1}",
                "{jakarta.validation.constraints.NotNull.message}",
                "\\${1+1} \\{value}",
                // Not balanced, so that even a template with it would stay as it is.
                "${1+1} {jakarta.validation.constraints.NotNull.message} \\ $ {"
            })
    void message_textThatLooksLikeExpression_isLiteral(String text) {
        SmiResource split = FaultyResource.labels(Map.of("team", text));

        assertThat(validator.validate(split))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("\"" + text + "\" is not the value of a label (SMI2008)");
    }

    @Test
    void message_anyTextOfCharactersOfTemplates_isLiteral() {
        Map<String, String> labels = new HashMap<>();
        for (String text : textsOf("\\{}$1", 4)) {
            labels.put("label" + labels.size(), " " + text);
        }
        SmiResource split = FaultyResource.labels(labels);

        assertThat(validator.validate(split))
                .hasSize(labels.size())
                .extracting(HibernateValidatorTest::line)
                .containsExactlyInAnyOrderElementsOf(SmiValidator.create().validate(split).errors().stream()
                        .map(HibernateValidatorTest::line)
                        .toList());
    }

    /** Uses another validator while a rule is installed where the class loader of the thread finds it. */
    private void withRule(Class<? extends Rule> rule, Consumer<Validator> use) throws IOException {
        java.nio.file.Path folder = Files.createDirectories(services.resolve("META-INF/services"));
        Files.writeString(folder.resolve(Rule.class.getName()), rule.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {services.toUri().toURL()}, before);
                ValidatorFactory other = factory()) {
            thread.setContextClassLoader(loader);
            use.accept(other.getValidator());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Set<ConstraintViolation<Mesh>> violations(Consumer<Mesh> change) {
        Mesh mesh = new Mesh();
        change.accept(mesh);
        return validator.validate(mesh);
    }

    private static ValidatorFactory factory() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }

    private static Set<ConstraintViolation<Deployer>> deploy(SmiResource resource) throws Exception {
        return validator
                .forExecutables()
                .validateParameters(
                        new Deployer(),
                        Deployer.class.getDeclaredMethod("deploy", SmiResource.class),
                        new Object[] {resource});
    }

    private static <T> void assertPaths(Set<ConstraintViolation<T>> violations, String prefix, FaultyResource faulty) {
        assertThat(violations)
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrderElementsOf(
                        faulty.paths().stream().map(prefix::concat).toList());
    }

    private static String line(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + "|" + violation.getMessage();
    }

    private static String line(Diagnostic error) {
        return error.path() + "|" + error.message() + " (" + error.code().id() + ")";
    }

    /** The nodes of the path of the only violation. */
    private static Stream<String> nodes(Set<ConstraintViolation<Mesh>> violations) {
        assertThat(violations).hasSize(1);
        return StreamSupport.stream(
                        violations.iterator().next().getPropertyPath().spliterator(), false)
                .map(HibernateValidatorTest::text);
    }

    private static String text(Path.Node node) {
        String place = node.getKey() == null ? "index " + node.getIndex() : "key " + node.getKey();
        return node.getName() + (node.isInIterable() ? " in " + place : "");
    }

    /** All texts of at most so many of the characters. */
    private static List<String> textsOf(String characters, int length) {
        List<String> texts = new ArrayList<>(List.of(""));
        int from = 0;
        for (int i = 0; i < length; i++) {
            int to = texts.size();
            for (String shorter : List.copyOf(texts.subList(from, to))) {
                Arrays.stream(characters.split("")).map(shorter::concat).forEach(texts::add);
            }
            from = to;
        }
        return texts;
    }
}
