package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.translate.istio.security.Operation;
import io.github.smi4j.translate.istio.security.Rule;
import io.github.smi4j.translate.istio.security.Source;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleMapperTest {
    private static final Grant.TcpConnections BYTES = new Grant.TcpConnections(new TreeSet<>(Set.of(80, 443)));

    private final Reports reports = new Reports();

    /** Takes findings. */
    private static final class Reports implements TranslationOutput {
        private final List<String> codes = new ArrayList<>();

        @Override
        public void emit(MeshResource resource, Collection<ResourceRef> sources) {
            throw new AssertionError("rules are no resources: " + resource);
        }

        @Override
        public void patch(MeshResource patch, Collection<ResourceRef> sources) {
            throw new AssertionError("rules are no patches: " + patch);
        }

        @Override
        public void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message) {
            codes.add(code + " " + path);
        }
    }

    private List<Rule> rules(List<String> principals, Grant... grants) {
        return new RuleMapper(new RequestMapper(true, reports))
                .rules(SourceMapper.divided(principals, List.of()), List.of(grants));
    }

    private static List<String> principals(int count) {
        return IntStream.range(0, count).mapToObj(i -> "td/ns/shop/sa/a" + i).toList();
    }

    /** What a target grants on the port 80 by some matches of one group. */
    private static Grant requests(int count, IntFunction<HTTPMatch> match) {
        HTTPRouteGroup.Builder group = HTTPRouteGroup.builder().name("routes").namespace("shop");
        IntStream.range(0, count).mapToObj(match).forEach(group::addMatch);
        TrafficTarget target = TrafficTarget.builder()
                .name("target")
                .namespace("shop")
                .destination(Subject.serviceAccount("web").inNamespace("shop"))
                .addSource(Subject.serviceAccount("edge").inNamespace("shop"))
                .addRule(io.github.smi4j.model.Rule.httpRouteGroup("routes"))
                .build();
        Workload workload = Workload.builder()
                .kind("Deployment")
                .namespace("shop")
                .name("web")
                .serviceAccount("web")
                .addContainerPort(ContainerPort.tcp(80, "http"))
                .build();
        Inventory inventory = Inventory.builder().addWorkload(workload).build();
        ResolvedTarget resolved = ResolvedPolicy.of(
                        ResourceSet.of(target, group.build()), PolicyOptions.defaults(), inventory)
                .targets()
                .get(0);
        return resolved.grants(workload).get(0);
    }

    private static HTTPMatch path(int number) {
        return HTTPMatch.builder()
                .name("m" + number)
                .pathRegex("/p" + number + "/")
                .build();
    }

    private static HTTPMatch withHeader(int number) {
        return HTTPMatch.builder()
                .name("m" + number)
                .pathRegex("/p" + number + "/")
                .putHeader("x-a", "a" + number)
                .build();
    }

    private static List<Integer> operations(List<Rule> rules) {
        return rules.stream().map(rule -> rule.to().size()).toList();
    }

    @Test
    void rules_nobodyOrNothing_areNone() {
        assertThat(rules(List.of(), BYTES)).isEmpty();
        assertThat(rules(principals(1))).isEmpty();
    }

    @Test
    void rules_asManyPrincipalsAsThereMayBe_areOneSource() {
        assertThat(rules(principals(1000), BYTES))
                .singleElement()
                .satisfies(rule -> assertThat(rule.from())
                        .singleElement()
                        .satisfies(source -> assertThat(source.principals()).hasSize(1000)));
    }

    @Test
    void rules_onePrincipalMore_areTwoRulesForAllGrants() {
        List<Rule> rules = rules(principals(1001), BYTES, requests(1, RuleMapperTest::path));

        assertThat(rules).hasSize(4);
        for (boolean http : List.of(true, false)) {
            List<Rule> ofKind =
                    rules.stream().filter(r -> r.to().get(0).isHttp() == http).toList();
            assertThat(ofKind.stream()
                            .flatMap(r -> r.from().stream())
                            .map(Source::principals)
                            .map(List::size))
                    .containsExactly(1000, 1);
            assertThat(ofKind.stream().flatMap(r -> r.from().stream()).flatMap(s -> s.principals().stream()))
                    .containsExactlyElementsOf(principals(1001));
        }
    }

    @Test
    void rules_oneOperationMoreThanThereMayBe_areTwo() {
        List<Rule> rules = rules(principals(1), requests(501, RuleMapperTest::path));

        assertThat(operations(rules)).containsExactly(500, 1);
        assertThat(rules.stream().flatMap(r -> r.to().stream()).map(Operation::paths))
                .doesNotHaveDuplicates()
                .hasSize(501)
                .contains(List.of("/p0/*"), List.of("/p500/*"));
    }

    @Test
    void rules_matchesWithHeaders_haveOneEach() {
        List<Rule> rules = rules(principals(1), requests(3, i -> i == 1 ? path(i) : withHeader(i)));

        assertThat(operations(rules)).containsExactly(1, 1, 1);
        assertThat(rules).extracting(r -> r.when().size()).containsExactly(0, 1, 1);
    }

    @Test
    void rules_manyAlternativesWithAHeader_areDividedToo() {
        // No two of them share a beginning or an end, so that each is an operation of its own.
        String alternatives = IntStream.range(0, 501)
                .mapToObj(i -> i % 2 == 0 ? "/" + i + "/" : ".*x" + i + "$")
                .collect(Collectors.joining("|"));
        List<Rule> rules = rules(
                principals(1),
                requests(
                        1,
                        i -> HTTPMatch.builder()
                                .name("m")
                                .pathRegex(alternatives)
                                .putHeader("x-a", "a")
                                .build()));

        assertThat(operations(rules)).containsExactly(500, 1);
        assertThat(rules).allMatch(rule -> rule.when().size() == 1);
    }

    @Test
    void rules_longPrincipals_areDividedByLength() {
        List<String> longest = IntStream.range(0, 1000)
                .mapToObj(i -> "td/" + "x".repeat(2000) + i)
                .toList();
        List<Rule> rules = rules(longest, BYTES);

        assertThat(rules).hasSizeGreaterThan(1);
        for (Rule rule : rules) {
            assertThat(rule.from().get(0).principals().stream()
                            .mapToInt(String::length)
                            .sum())
                    .isLessThan(PolicyDraft.MAX_CHARACTERS);
        }
        assertThat(rules.stream().flatMap(r -> r.from().get(0).principals().stream()))
                .containsExactlyElementsOf(longest);
    }

    @Test
    void rules_matchThatCannotBeSaid_areNoneAndReportedOnce() {
        Grant grant =
                requests(1, i -> HTTPMatch.builder().name("m").pathRegex("/.*x").build());

        assertThat(rules(principals(1001), grant)).isEmpty();
        assertThat(reports.codes).hasSize(1).first().asString().contains("spec.matches[0].pathRegex");
    }

    @Test
    void rules_anyMethodWithoutPath_areStillForRequests() {
        Grant grant =
                requests(1, i -> HTTPMatch.builder().name("m").addMethod("*").build());

        assertThat(rules(principals(1), grant))
                .singleElement()
                .satisfies(rule -> assertThat(rule.to()).singleElement().satisfies(operation -> {
                    assertThat(operation.methods()).containsExactly("*");
                    assertThat(operation.ports()).containsExactly("80");
                }));
    }
}
