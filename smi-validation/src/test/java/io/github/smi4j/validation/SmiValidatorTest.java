package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.policy.PolicyOptions;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the validator reports of what reading, resolution and rules find, and under which settings. */
class SmiValidatorTest {
    private static final ResourceSet SET =
            Manifests.read(Manifests.route("TCPRoute", "ports", "80, 80"), Manifests.route("TCPRoute", "faulty", "0"));
    private static final String REPEATED =
            "SMI2012 input.yaml:5:30 TCPRoute shop/ports spec.matches.ports[1]: 80 is in" + " the list already";
    private static final String UNUSED =
            "SMI2007 input.yaml:2:1 TCPRoute shop/ports: no resource of the input refers to it";
    private static final String FAULT =
            "SMI1113 input.yaml:10:26 TCPRoute shop/faulty spec.matches.ports[0]: must be a port from 1 to 65535, was 0";

    private static List<String> lines(SmiValidator.Builder builder) {
        return Manifests.lines(builder.build(), SET);
    }

    private static SmiValidator.Builder validator() {
        return SmiValidator.builder();
    }

    @Test
    void validate_aSet_reportsReadingResolutionAndRulesInOrder() {
        assertThat(lines(validator())).containsExactly("ERROR " + FAULT, "INFO " + UNUSED, "INFO " + REPEATED);
    }

    @Test
    void rules_byDefault_areAllButHints() {
        assertThat(SmiValidator.create().rules())
                .extracting(rule -> rule.code().id())
                .containsExactly(
                        "SMI2014", "SMI2008", "SMI2009", "SMI2012", "SMI2010", "SMI2011", "SMI2317", "SMI2345",
                        "SMI2212", "SMI2346");
    }

    @Test
    void rules_ofHintsThatAreOn_areAmongThem() {
        assertThat(validator()
                        .on("SMI2210")
                        .on(ValidationCode.PATTERN_DOT)
                        .build()
                        .rules())
                .extracting(rule -> rule.code().id())
                .contains("SMI2210", "SMI2211")
                .hasSize(12);
    }

    @Test
    void off_typedAndByText_leavesFindingsOut() {
        assertThat(lines(validator().off(PolicyCode.UNUSED).off("SMI2012"))).containsExactly("ERROR " + FAULT);
        assertThat(lines(validator().off(TextCode.PORT))).containsExactly("INFO " + UNUSED, "INFO " + REPEATED);
    }

    @Test
    void off_aRule_doesNotRunIt() {
        assertThat(validator().off("SMI2012").build().rules())
                .noneMatch(rule -> rule.code() == ValidationCode.REPEATED);
    }

    @Test
    void on_afterOff_isOn() {
        assertThat(lines(validator().off("SMI2012").on("SMI2012"))).contains("INFO " + REPEATED);
        assertThat(lines(validator().on("SMI2012").off("SMI2012"))).doesNotContain("INFO " + REPEATED);
    }

    @Test
    void severity_typedAndByText_changesIt() {
        assertThat(lines(validator().severity(PolicyCode.UNUSED, Severity.ERROR).severity("SMI2012", Severity.WARNING)))
                .containsExactly("ERROR " + FAULT, "ERROR " + UNUSED, "WARNING " + REPEATED);
        assertThat(validator()
                        .severity(TextCode.PORT, Severity.WARNING)
                        .build()
                        .validate(SET)
                        .hasErrors())
                .isFalse();
    }

    @Test
    void severity_ofAHint_isOnToo() {
        SmiValidator validator = validator().severity("SMI2210", Severity.ERROR).build();
        assertThat(Manifests.lines(validator, Manifests.read(Manifests.group("api", "{name: a, pathRegex: /a}"))))
                .anyMatch(line -> line.startsWith("ERROR SMI2210 "));
    }

    @Test
    void severity_beforeAndAfterOff_theLastCounts() {
        assertThat(lines(validator().severity("SMI2012", Severity.ERROR).off("SMI2012")))
                .noneMatch(line -> line.contains("SMI2012"));
        assertThat(lines(validator().off("SMI2012").severity("SMI2012", Severity.ERROR)))
                .contains("ERROR " + REPEATED);
    }

    static Stream<BiConsumer<SmiValidator.Builder, String>> settings() {
        return Stream.of(
                SmiValidator.Builder::off,
                SmiValidator.Builder::on,
                (builder, code) -> builder.severity(code, Severity.ERROR));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void builder_aTextThatIsNoCode_isRefused(BiConsumer<SmiValidator.Builder, String> setting) {
        for (String text : List.of("smi2007", "SMI207", "SMI20070", "2007", "", "SMI 2007", "unused")) {
            assertThatThrownBy(() -> setting.accept(validator(), text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the code of a finding is capital letters and four digits, for example SMI2007, was \""
                            + text + "\"");
        }
    }

    @Test
    void builder_aCodeOfSomebodyElse_isTaken() {
        assertThat(lines(validator().off("ACME0001"))).hasSize(3);
    }

    @Test
    void build_twice_leavesTheFirstAsItWas() {
        SmiValidator.Builder builder = validator();
        SmiValidator first = builder.build();
        assertThat(lines(builder.off("SMI2012").severity("SMI2007", Severity.ERROR)))
                .hasSize(2);
        assertThat(Manifests.lines(first, SET)).contains("INFO " + REPEATED, "INFO " + UNUSED);
    }

    @Test
    void options_ofTheReading_count() {
        PolicyOptions options = PolicyOptions.builder()
                .set(PolicyOptions.DEFAULT_NAMESPACE, "dev")
                .build();
        TCPRoute route = TCPRoute.builder().name("Ports").build();
        assertThat(validator().options(options).build().validate(route).all())
                .extracting(Object::toString)
                .containsExactly(
                        "ERROR SMI2014 TCPRoute dev/Ports metadata.name: \"Ports\" is not the name of a resource");
    }

    @Test
    void addRule_ofAResourceAndOfASet_runs() {
        SmiValidator.Builder builder = validator()
                .addRule(new TestRules.Each(
                        TestCode.FIRST, (resource, out) -> out.report(FieldPath.of("kind"), "is seen", "Look.")))
                .addRule(new TestRules.Whole(
                        TestCode.SECOND,
                        (in, out) -> in.resources(TCPRoute.class)
                                .forEach(route -> out.of(route).reportName(FieldPath.of("kind"), "is found"))));
        List<Diagnostic> own = builder.build().validate(SET).all().stream()
                .filter(finding -> finding.code() instanceof TestCode)
                .toList();
        assertThat(own)
                .extracting(Object::toString)
                .containsExactly(
                        "ERROR TEST0002 input.yaml:3:1 TCPRoute shop/ports kind: is found",
                        "WARNING TEST0001 input.yaml:3:7 TCPRoute shop/ports kind: is seen");
        assertThat(own).extracting(Diagnostic::help).containsExactly("Do something.", "Look.");
    }

    @Test
    void validate_twoEqualFindingsOfARule_areOne() {
        TestRules.Each twice = new TestRules.Each(TestCode.FIRST, (resource, out) -> {
            out.report(FieldPath.root(), "is odd");
            out.report(FieldPath.root(), "is odd");
            out.report(FieldPath.root(), "is strange");
        });
        assertThat(lines(validator().addRule(twice)))
                .filteredOn(line -> line.contains("TEST0001"))
                .containsExactly(
                        "WARNING TEST0001 input.yaml:2:1 TCPRoute shop/ports: is odd",
                        "WARNING TEST0001 input.yaml:2:1 TCPRoute shop/ports: is strange");
    }

    @Test
    void validate_aNamespaceThatResolutionAndARuleFind_isOneFinding() {
        String target = Manifests.target("a", "{kind: TCPRoute, name: ports}")
                .replace("metadata: {name: a, namespace: shop}", "metadata: {name: a, namespace: Shop.dev}");
        assertThat(Manifests.lines(PolicyCode.NAME_INVALID, target))
                .containsExactly("ERROR SMI2003 input.yaml:4:32 TrafficTarget Shop.dev/a metadata.namespace:"
                        + " \"Shop.dev\" is not the name of a namespace");
    }

    @Test
    void validate_oneCauseAtOnePlaceInTwoDocuments_isTwoFindings() {
        String route = Manifests.route("TCPRoute", "Ports", "80");
        assertThat(Manifests.lines(ValidationCode.METADATA_NAME, route, route)).hasSize(2);
    }

    @Test
    void validate_withAnInventory_doesNotLookAtTheSet() {
        ResourceSet set = Manifests.read(
                Manifests.target("a", "{kind: TCPRoute, name: ports}"),
                Manifests.route("TCPRoute", "ports", "99"),
                Manifests.CLUSTER);
        assertThat(SmiValidator.create().validate(set).all())
                .anyMatch(finding -> finding.code().id().equals("SMI2327"));
        assertThat(SmiValidator.create().validate(set, Inventory.empty()).all())
                .noneMatch(finding -> finding.code().id().equals("SMI2327"));
    }

    @Test
    void validate_nothing_findsNothing() {
        ValidationResult result = SmiValidator.create().validate(ResourceSet.of());
        assertThat(result.all()).isEmpty();
        assertThat(result.visits()).isZero();
    }

    @Test
    void validate_aBuiltMatchWithAHeaderTwice_isOneFinding() {
        HTTPMatch match = HTTPMatch.builder()
                .name("twice")
                .putHeader("X-Team", "a")
                .putHeader("x-team", "b")
                .build();
        HTTPRouteGroup group =
                HTTPRouteGroup.builder().name("api").addMatch(match).build();
        assertThat(SmiValidator.create().validate(group).all())
                .extracting(Object::toString)
                .containsExactly(
                        "ERROR SMI2204 HTTPRouteGroup default/api spec.matches[0].headers[x-team]: the header is"
                                + " tested twice in this match");
    }

    @Test
    void validate_aBuiltResource_isReadAsItWouldBeWritten() {
        TrafficTarget target = TrafficTarget.builder()
                .name("a")
                .destination(Subject.identityBinding("web").inNamespace("default"))
                .destinationPort(80)
                .build();
        String expected = "WARNING SMI1108 TrafficTarget default/a spec.destination.port: ";
        assertThat(SmiValidator.create().validate(target).all())
                .extracting(Object::toString)
                .anyMatch(line -> line.startsWith(expected));
        assertThat(Manifests.lines(SmiValidator.create(), ResourceSet.of(target)))
                .anyMatch(line -> line.startsWith(expected));
    }

    @Test
    void validate_aFaultOfText_isToldOnce() {
        assertThat(lines(validator()).stream().filter(line -> line.contains("SMI1113")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrafficSplit", "Deployment"})
    void validate_whatIsNotReadable_isNotGivenToRules(String kind) {
        TestRules.Each never =
                new TestRules.Each(TestCode.FIRST, (resource, out) -> out.report(FieldPath.root(), "is"));
        ResourceSet set = Manifests.read("apiVersion: apps/v1\nkind: " + kind + "\nmetadata: {name: a}\nspec: 1\n");
        assertThat(Manifests.lines(validator().addRule(never).build(), set)).noneMatch(line -> line.contains("TEST"));
    }

    /** The same copy stands for both, so that its findings have one place. */
    @Test
    void validate_equalCopiesInAnyOrder_findsTheSame() {
        String old = Manifests.route("TCPRoute", "ports", "80").replace("v1alpha4", "v1alpha3");
        ResourceSet first = ManifestReader.create().read(old, "a.yaml");
        ResourceSet second = ManifestReader.create().read(old, "b.yaml");
        SmiValidator validator = SmiValidator.create();

        assertThat(validator.validate(first.plus(second)).all())
                .extracting(finding -> finding.code().id())
                .contains("SMI2010");
        assertThat(validator.validate(second.plus(first))).isEqualTo(validator.validate(first.plus(second)));
    }
}
