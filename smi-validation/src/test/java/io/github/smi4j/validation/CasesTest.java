package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.validation.spi.SetRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the sets of all cases of the translator to Istio, which has one for each finding. */
class CasesTest {
    private static final Path CASES =
            Path.of(System.getProperty("smi4j.root"), "smi-translate-istio/src/test/resources/cases");
    private static final String CYCLE = split("web", "api") + split("api", "web");

    private static final SmiValidator DEFAULT = validator(PolicyOptions.defaults());

    private static List<Case> cases = List.of();

    /** A set, how it is read, and what is found in it, and in each resource alone, with all facts that are not known. */
    private record Case(
            String name, ResourceSet set, SmiValidator validator, List<Diagnostic> found, List<Diagnostic> foundAlone) {
        static Case of(String name, ResourceSet set, SmiValidator validator) {
            List<Diagnostic> alone = set.resources().stream()
                    .flatMap(resource -> validator.validate(resource).all().stream())
                    .toList();
            return new Case(name, set, validator, validator.validate(set).all(), alone);
        }
    }

    private static SmiValidator validator(PolicyOptions options) {
        SmiValidator.Builder builder = SmiValidator.builder().options(options);
        Stream.concat(Stream.of(PolicyCode.values()), Stream.of(AccessCode.values()))
                .forEach(builder::on);
        return builder.build();
    }

    private static String split(String root, String backend) {
        return """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: %s, namespace: shop}
                spec: {service: %s, backends: [{service: %s, weight: 1}]}
                """.formatted(root, root, backend);
    }

    @BeforeAll
    static void readAll() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            List<Case> all = new ArrayList<>(files.filter(file -> file.endsWith("input.yaml"))
                    .sorted()
                    .map(CasesTest::read)
                    .toList());
            all.add(Case.of("cycle", Manifests.read(CYCLE), DEFAULT));
            cases = List.copyOf(all);
        }
    }

    private static Case read(Path file) {
        try {
            Path settings = file.resolveSibling("options");
            SmiValidator validator =
                    Files.exists(settings) ? validator(options(Files.readAllLines(settings))) : DEFAULT;
            ResourceSet set = ManifestReader.create().read(Files.readString(file), "input.yaml");
            return Case.of(CASES.relativize(file.getParent()).toString(), set, validator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings among those of a case that are not the translator's. */
    private static PolicyOptions options(List<String> lines) {
        Set<String> names = PolicyOptions.KEYS.stream().map(OptionKey::name).collect(Collectors.toSet());
        PolicyOptions.Builder options = PolicyOptions.builder();
        lines.stream()
                .map(line -> line.split("=", 2))
                .filter(pair -> names.contains(pair[0]))
                .forEach(pair -> options.set(pair[0], pair[1]));
        return options.build();
    }

    private static Set<String> codesOfOthers() {
        return Stream.concat(Stream.<DiagnosticCode>of(PolicyCode.values()), Stream.of(AccessCode.values()))
                .filter(OtherResources::decide)
                .map(DiagnosticCode::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void validate_theSets_findsEachCodeThatDependsOnOthers() {
        Set<String> found = cases.stream()
                .flatMap(c -> c.found().stream())
                .map(finding -> finding.code().id())
                .collect(Collectors.toSet());
        assertThat(codesOfOthers()).isNotEmpty().allMatch(found::contains);
    }

    @Test
    void validate_eachResource_leavesOutWhatDependsOnOthers() {
        Set<String> others = codesOfOthers();
        for (Case c : cases) {
            assertThat(c.foundAlone())
                    .as(c.name())
                    .noneMatch(finding -> others.contains(finding.code().id()));
        }
    }

    @Test
    void validate_eachResource_findsNothingThatTheSetDoesNot() {
        for (Case c : cases) {
            Set<Object> found =
                    new HashSet<>(c.found().stream().map(CasesTest::cause).toList());
            assertThat(c.foundAlone()).as(c.name()).allMatch(finding -> found.contains(cause(finding)));
        }
        assertThat(cases.stream().flatMap(c -> c.foundAlone().stream())).hasSizeGreaterThan(100);
    }

    private static List<Object> cause(Diagnostic finding) {
        return List.of(finding.code().id(), finding.resource(), finding.path(), finding.message());
    }

    @Test
    void validate_theEntriesInAnotherOrder_findsTheSame() {
        Random random = new Random(7);
        int shuffled = 0;
        for (Case c : cases) {
            List<ResourceSet.Entry> entries = new ArrayList<>(c.set().entries());
            // What is wrong with text that became no entry is not taken along.
            if (c.set().equals(setOf(entries))) {
                Collections.shuffle(entries, random);
                shuffled++;
                assertThat(c.validator().validate(setOf(entries)).all())
                        .as(c.name())
                        .isEqualTo(c.found());
            }
        }
        assertThat(shuffled).isGreaterThan(500);
    }

    private static ResourceSet setOf(List<ResourceSet.Entry> entries) {
        ResourceSet.Builder set = ResourceSet.builder();
        entries.forEach(set::add);
        return set.build();
    }

    @Test
    void validate_theSets_findsEachCauseOnceAndInOrder() {
        for (Case c : cases) {
            assertThat(c.found()).as(c.name()).isSorted().doesNotHaveDuplicates();
            Map<Object, Long> byCause = c.found().stream()
                    .collect(Collectors.groupingBy(
                            finding -> List.of(
                                    finding.code().id(),
                                    finding.resource(),
                                    finding.path(),
                                    finding.position(),
                                    finding.message()),
                            Collectors.counting()));
            assertThat(byCause.values()).as(c.name()).allMatch(count -> count == 1);
        }
    }

    @Test
    void validate_theSets_neverFailsARule() {
        assertThat(cases).hasSizeGreaterThan(500);
        assertThat(cases.stream().flatMap(c -> c.found().stream()))
                .noneMatch(finding -> finding.code() == ValidationCode.RULE_FAILED);
    }

    @Test
    void rules_ofSets_areNotAskedOfOneResource() {
        Set<String> ofSets = SmiValidator.create().rules().stream()
                .filter(SetRule.class::isInstance)
                .map(rule -> rule.code().id())
                .collect(Collectors.toSet());
        assertThat(ofSets).hasSize(6);
        assertThat(cases.stream().flatMap(c -> c.foundAlone().stream()))
                .noneMatch(finding -> ofSets.contains(finding.code().id()));
    }
}
