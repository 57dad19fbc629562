package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.validation.spi.Rule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are found as services, and what is wrong with some. */
class InstalledRulesTest {
    private static final String OF_RESOURCE = "io.github.smi4j.validation.TestRules$OfResource";
    private static final String OF_SET = "io.github.smi4j.validation.TestRules$OfSet";

    @TempDir
    private Path folder;

    private URLClassLoader loader(String... rules) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve("io.github.smi4j.validation.spi.Rule"), List.of(rules));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static List<String> found(SmiValidator validator) {
        return validator.rules().stream()
                .map(rule -> rule.code().id())
                .filter(code -> code.startsWith("TEST"))
                .toList();
    }

    private static <T> T underContextLoader(ClassLoader loader, Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void of_aLoader_findsRulesOfBothSortsByName() throws IOException {
        try (URLClassLoader loader = loader(OF_SET, OF_RESOURCE)) {
            SmiValidator validator = SmiValidator.builder().rulesOf(loader).build();
            assertThat(found(validator)).containsExactly("TEST0001", "TEST0002");
            assertThat(validator.rules()).hasSize(SmiValidator.create().rules().size() + 2);
            assertThat(Manifests.lines(validator, Manifests.read("""
                    apiVersion: split.smi-spec.io/v1alpha4
                    kind: TrafficSplit
                    metadata: {name: canary, namespace: shop}
                    spec: {service: web, backends: [{service: v1, weight: 1}]}
                    """)))
                    .containsExactly(
                            "WARNING TEST0001 input.yaml:1:1 TrafficSplit shop/canary: is a resource",
                            "ERROR TEST0002 input.yaml:4:17 TrafficSplit shop/canary spec.service: is a split's");
        }
    }

    @Test
    void all_underTheLoaderOfTheThread_findsItsRulesToo() throws IOException {
        try (URLClassLoader loader = loader(OF_RESOURCE)) {
            assertThat(found(underContextLoader(loader, SmiValidator::create))).containsExactly("TEST0001");
            assertThat(found(SmiValidator.create())).isEmpty();
        }
    }

    @Test
    void all_withoutLoaderOfTheThread_hasOurOwn() {
        assertThat(underContextLoader(null, SmiValidator::create).rules())
                .hasSameSizeAs(SmiValidator.create().rules());
    }

    @Test
    void rulesOf_aLoader_doesNotAskThatOfTheThread() throws IOException {
        try (URLClassLoader loader = loader(OF_RESOURCE)) {
            SmiValidator validator = underContextLoader(
                    loader,
                    () -> SmiValidator.builder()
                            .rulesOf(getClass().getClassLoader())
                            .build());
            assertThat(found(validator)).isEmpty();
        }
    }

    @Test
    void of_aRuleThatThereIsNot_saysSo() throws IOException {
        assertRefused("io.github.smi4j.validation.Nowhere", "io.github.smi4j.validation.Nowhere not found");
    }

    @Test
    void of_aRuleThatCannotBeMade_saysSo() throws IOException {
        assertRefused("io.github.smi4j.validation.TestRules$Failing", "TestRules$Failing could not be instantiated");
    }

    @Test
    void of_whatIsNoRule_saysSo() throws IOException {
        assertRefused("io.github.smi4j.validation.Manifests", "Manifests not a subtype");
    }

    @Test
    void of_aClassThatIsBroken_saysSo() throws IOException {
        Files.write(folder.resolve("Broken.class"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertRefused("Broken", "Broken");
    }

    private void assertRefused(String rule, String reason) throws IOException {
        try (URLClassLoader loader = loader(rule)) {
            SmiValidator.Builder builder = SmiValidator.builder().rulesOf(loader);
            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("a rule cannot be loaded: ")
                    .hasMessageContaining(reason)
                    .hasCauseInstanceOf(Error.class);
        }
    }

    @Test
    void distinct_twoRulesOfOneCode_areRefused() {
        Rule own = new TestRules.Each(ValidationCode.LABEL, (resource, out) -> {});
        SmiValidator.Builder builder = SmiValidator.builder().addRule(own);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two rules have the code SMI2008: io.github.smi4j.validation.rules.LabelRule and"
                        + " io.github.smi4j.validation.TestRules$Each; give each its own");
    }

    @Test
    void distinct_aServiceOfOneCodeWithAnAddedRule_isRefused() throws IOException {
        try (URLClassLoader loader = loader(OF_RESOURCE)) {
            SmiValidator.Builder builder = SmiValidator.builder()
                    .rulesOf(loader)
                    .addRule(new TestRules.Each(TestCode.FIRST, (resource, out) -> {}));
            assertThatThrownBy(builder::build).hasMessageContaining("two rules have the code TEST0001: " + OF_RESOURCE);
        }
    }

    @Test
    void distinct_twoCodesOfOneRule_areTaken() {
        assertThat(found(SmiValidator.builder()
                        .addRule(new TestRules.Each(TestCode.FIRST, (resource, out) -> {}))
                        .addRule(new TestRules.Each(TestCode.SECOND, (resource, out) -> {}))
                        .build()))
                .containsExactly("TEST0001", "TEST0002");
    }
}
