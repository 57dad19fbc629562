package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.validation.spi.Rule;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that throw cost their own findings and no others. */
class RuleRunTest {
    private static final String EACH = "the rule io.github.smi4j.validation.TestRules$Each for TEST0001 failed with ";
    private static final ResourceSet ONE = Manifests.read(Manifests.route("TCPRoute", "a", "80, 80"));
    private static final ResourceSet THREE = ONE.plus(Manifests.read(
            Manifests.route("TCPRoute", "b", "80"), Manifests.route("UDPRoute", "c", "80"), Manifests.CLUSTER));

    private static Rule each(Supplier<? extends Throwable> thrown) {
        return new TestRules.Each(TestCode.FIRST, (resource, out) -> raise(thrown.get()));
    }

    @SuppressWarnings("unchecked") // the cast is none at run time, which is the point
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static List<String> failures(Rule rule, ResourceSet set) {
        SmiValidator validator = SmiValidator.builder().addRule(rule).build();
        return Manifests.lines(validator, set).stream()
                .filter(line -> line.contains("SMI2013") || line.contains("TEST0"))
                .toList();
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IllegalStateException("no"),
                new StackOverflowError("no"),
                new NoClassDefFoundError("no"),
                new ExceptionInInitializerError("no"),
                new AssertionError("no"),
                new ServiceConfigurationError("no"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void run_aRuleThatThrows_isToldWithTheResource(Throwable fault) {
        assertThat(failures(each(() -> fault), ONE))
                .containsExactly("ERROR SMI2013 input.yaml:2:1 TCPRoute shop/a: " + EACH
                        + fault.getClass().getSimpleName() + ": \"no\"");
    }

    @Test
    void run_aRuleThatOverflowsTheStack_isTold() {
        assertThat(failures(new TestRules.Each(TestCode.FIRST, (resource, out) -> endless(0)), ONE))
                .containsExactly("ERROR SMI2013 input.yaml:2:1 TCPRoute shop/a: " + EACH + "StackOverflowError");
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void run_aRuleThatThrowsOnSeveral_isToldOnceWithTheirNumber() {
        assertThat(failures(each(NullPointerException::new), THREE))
                .containsExactly("ERROR SMI2013 input.yaml:2:1 TCPRoute shop/a: " + EACH
                        + "NullPointerException; it also failed on 2 other resources");
        assertThat(failures(each(NullPointerException::new), ONE.plus(ONE)))
                .containsExactly("ERROR SMI2013 input.yaml:2:1 TCPRoute shop/a: " + EACH
                        + "NullPointerException; it also failed on 1 other resource");
    }

    @Test
    void run_aRuleThatThrowsOnOne_stillFindsTheOthers() {
        Rule rule = new TestRules.Each(TestCode.FIRST, (resource, out) -> {
            if (resource.metadata().name().equals(java.util.Optional.of("b"))) {
                throw new IllegalStateException("b");
            }
            out.report(FieldPath.root(), "is seen");
        });
        assertThat(failures(rule, THREE))
                .containsExactly(
                        "WARNING TEST0001 input.yaml:2:1 TCPRoute shop/a: is seen",
                        "ERROR SMI2013 input.yaml:2:1 TCPRoute shop/b: " + EACH + "IllegalStateException: \"b\"",
                        "WARNING TEST0001 input.yaml:7:1 UDPRoute shop/c: is seen");
    }

    @Test
    void run_aRuleOfASetThatThrows_isToldWithoutResource() {
        Rule rule = new TestRules.Whole(TestCode.SECOND, (in, out) -> raise(new LinkageError()));
        assertThat(failures(rule, THREE))
                .containsExactly(
                        "ERROR SMI2013: the rule io.github.smi4j.validation.TestRules$Whole for TEST0002 failed"
                                + " with LinkageError");
    }

    @Test
    void run_aMessageThatForgesOutput_isShownHarmless() {
        assertThat(failures(each(() -> new IllegalStateException("out of\ntune")), ONE))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("IllegalStateException: \"out of\\u000atune\"");
    }

    @Test
    void run_theOtherRules_findWhatTheyFind() {
        SmiValidator validator = SmiValidator.builder()
                .addRule(each(IllegalStateException::new))
                .addRule(new TestRules.Whole(TestCode.SECOND, (in, out) -> raise(new LinkageError())))
                .build();
        List<String> without = Manifests.lines(SmiValidator.create(), THREE);
        assertThat(without).anyMatch(line -> line.contains("SMI2012"));
        assertThat(Manifests.lines(validator, THREE)).containsAll(without).hasSize(without.size() + 2);
    }

    @Test
    void run_whatNoRuleCanHelp_isThrown() {
        SmiValidator validator = SmiValidator.builder()
                .addRule(each(() -> new OutOfMemoryError("none")))
                .build();
        assertThatThrownBy(() -> validator.validate(ONE)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void run_oneResource_isToldToo() {
        SmiValidator validator =
                SmiValidator.builder().addRule(each(StackOverflowError::new)).build();
        assertThat(validator.validate(ONE.resources().get(0)).all())
                .extracting(Object::toString)
                .anyMatch(line -> line.endsWith(EACH + "StackOverflowError"));
    }
}
