package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.mesh.Outcome;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each law catches the translator that breaks it, and no law the one that is right. */
class ProofTest {
    private static final Consumer<Map<String, Object>> OPENING = tree -> {
        tree.put(PolicyTree.CLOSED_NAMESPACES, List.of());
        tree.put(PolicyTree.CLOSED_WORKLOADS, List.of());
    };
    private static final Consumer<Map<String, Object>> ANY_METHOD = tree -> PolicyTree.objects(tree, PolicyTree.GRANTS)
            .forEach(grant -> PolicyTree.objects(grant, "matches").forEach(match -> match.put("methods", List.of())));
    private static final Consumer<Map<String, Object>> GRANTING_NOTHING =
            tree -> tree.put(PolicyTree.GRANTS, List.of());
    private static final Consumer<Map<String, Object>> NOT_SPLITTING = tree -> tree.put(PolicyTree.SPLITS, List.of());

    private static final TestMesh FAILING_FOR_SPLITS = TestMesh.doing((in, out) -> {
        if (!in.policy().splits().isEmpty()) {
            throw new IllegalStateException("out of tune");
        }
        TestMesh.emit(in, out, tree -> {});
    });

    private static Proof.Builder proof(TestMesh translator) {
        return Proof.of(translator).bundles(16).requests(20).seed(20).untilFirstViolation();
    }

    private static ProofReport run(TestMesh translator) {
        return proof(translator).model(TestModel.create()).build().run();
    }

    private static List<Law> laws(ProofReport report) {
        return report.violations().stream().map(Violation::law).distinct().toList();
    }

    private static Violation first(ProofReport report, Law law) {
        return report.violations().stream()
                .filter(violation -> violation.law() == law)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no violation of " + law + " in " + report));
    }

    /** Adds to the weight of the first share of each route. */
    private static Consumer<Map<String, Object>> shifting(BigInteger times, BigInteger more) {
        return tree -> PolicyTree.objects(tree, PolicyTree.SPLITS)
                .forEach(split -> PolicyTree.objects(split, "routes").forEach(route -> {
                    Map<String, Object> shares = new LinkedHashMap<>();
                    ((Map<?, ?>) route.get("shares"))
                            .forEach((backend, weight) -> shares.put(
                                    (String) backend,
                                    ((BigInteger) weight)
                                            .multiply(times)
                                            .add(shares.isEmpty() ? more : BigInteger.ZERO)));
                    route.put("shares", shares);
                }));
    }

    @Test
    void run_aRightTranslator_isProved() {
        ProofReport report = run(TestMesh.right());
        report.requireProved();
        assertThat(report.violations()).isEmpty();
        assertThat(report.bundles()).isEqualTo(16);
        assertThat(report.requests()).isBetween(150L, 320L);
    }

    @Test
    void run_withoutAModel_requiresNoDecisions() {
        ProofReport report = proof(TestMesh.right()).build().run();
        report.requireProved();
        assertThat(report.requests()).isZero();
    }

    @Test
    void neverFails_aTranslatorThatThrows_isCaught() {
        ProofReport report = proof(FAILING_FOR_SPLITS).build().run();
        assertThat(laws(report)).contains(Law.NEVER_FAILS);
        assertThat(first(report, Law.NEVER_FAILS).detail()).contains("out of tune");
        assertThat(first(report, Law.NEVER_FAILS).bundle().manifests()).hasSize(1);
    }

    @Test
    void accepted_oneNameTwice_isCaught() {
        ProofReport report = proof(TestMesh.doing((in, out) -> {
                    TestMesh.emit(in, out, tree -> {});
                    TestMesh.emit(in, out, tree -> tree.put("second", true));
                }))
                .build()
                .run();
        assertThat(laws(report)).contains(Law.ACCEPTED);
        assertThat(first(report, Law.ACCEPTED).detail()).contains("Policy mesh/policy");
    }

    @Test
    void accepted_whatTheModelRefuses_isCaught() {
        ProofReport report = proof(TestMesh.right())
                .model(TestModel.refusing("no such kind"))
                .build()
                .run();
        // What is refused is not in force, so that other laws do not hold either.
        assertThat(laws(report)).contains(Law.ACCEPTED);
        assertThat(first(report, Law.ACCEPTED).detail()).contains("no such kind");
        assertThat(first(report, Law.ACCEPTED).bundle().manifests()).hasSize(1);
    }

    @Test
    void accepted_whatASchemaRefuses_isCaught() {
        ProofReport report = proof(TestMesh.right())
                .faults(tree -> List.of("no such version"))
                .build()
                .run();
        assertThat(laws(report)).containsExactly(Law.ACCEPTED);
        assertThat(first(report, Law.ACCEPTED).detail()).contains("no such version");
    }

    @Test
    void traced_aResourceWithoutOrigin_isCaught() {
        ProofReport report = proof(TestMesh.doing(
                        (in, out) -> out.emit(TestMesh.resource("policy", PolicyTree.of(in.policy())), List.of())))
                .build()
                .run();
        assertThat(laws(report)).containsExactly(Law.TRACED);
        assertThat(first(report, Law.TRACED).bundle().manifests()).isEmpty();
    }

    @Test
    void sameBytes_whatDependsOnIdentity_isCaught() {
        ProofReport report = run(TestMesh.changing(tree -> tree.put("order", System.identityHashCode(tree))));
        assertThat(laws(report)).containsExactly(Law.SAME_BYTES);
    }

    @Test
    void repeatable_whatGivesWayToItsOwnOutput_isCaught() {
        ProofReport report = run(TestMesh.doing((in, out) -> {
            if (in.inventory().meshResources("test.example").isEmpty()) {
                TestMesh.emit(in, out, tree -> {});
            }
        }));
        assertThat(laws(report)).containsExactly(Law.REPEATABLE);
        assertThat(first(report, Law.REPEATABLE).bundle().manifests()).hasSize(1);
    }

    @Test
    void repeatable_whatComplainsOfItsOwnOutput_isCaught() {
        ProofReport report = run(TestMesh.doing((in, out) -> {
            TestMesh.emit(in, out, tree -> {});
            in.inventory()
                    .meshResources("test.example")
                    .forEach(own -> out.report(TestCode.NOTED, own.ref(), FieldPath.of(), "there is another"));
        }));
        assertThat(laws(report)).containsExactly(Law.REPEATABLE);
    }

    @Test
    void repeatable_whatTheOutputReplaces_isGone() {
        Map<String, Object> earlier = Map.of(
                "apiVersion",
                "test.example/v1",
                "kind",
                "Policy",
                "metadata",
                Map.of("name", "policy", "namespace", "mesh"),
                "spec",
                Map.of());
        TestMesh complaining = TestMesh.doing((in, out) -> {
            TestMesh.emit(in, out, tree -> {});
            if (in.inventory().meshResources("test.example").size() > 1) {
                throw new IllegalStateException("a cluster has one resource of a name");
            }
        });
        ProofReport report = proof(complaining)
                .generator(BundleGenerator.create().withManifests(random -> List.of(earlier)))
                .build()
                .run();
        assertThat(report.violations()).isEmpty();
    }

    @Test
    void neverWider_whatLeavesAllOpen_isCaught() {
        ProofReport report = run(TestMesh.changing(OPENING));
        assertThat(laws(report)).contains(Law.NEVER_WIDER);
        Violation violation = first(report, Law.NEVER_WIDER);
        assertThat(violation.detail()).contains("SMI: DENIED, the mesh: ALLOWED");
        assertThat(violation.bundle().manifests()).hasSizeBetween(1, 3);
        assertThat(violation.bundle().policySettings()).isEmpty();
    }

    @Test
    void neverWider_whatLosesOnePartOfAMatch_isCaught() {
        ProofReport report = run(TestMesh.changing(ANY_METHOD));
        assertThat(laws(report)).contains(Law.NEVER_WIDER);
        assertThat(first(report, Law.NEVER_WIDER).bundle().manifests()).hasSizeBetween(3, 6);
    }

    @Test
    void neverWider_whatDependsOnMoreThanIsKnown_isCaught() {
        ProofReport report = proof(TestMesh.right())
                .model(TestModel.changing((arrival, outcome) -> Outcome.EITHER))
                .build()
                .run();
        assertThat(laws(report)).contains(Law.NEVER_WIDER);
    }

    @Test
    void unseenTold_whatNobodyTells_isCaught() {
        assertThat(laws(unseen(TestMesh.right()))).containsExactly(Law.UNSEEN_TOLD);
    }

    @Test
    void unseenTold_whatAFindingTells_isExcused() {
        TestMesh telling = TestMesh.doing((in, out) -> {
            TestMesh.emit(in, out, tree -> {});
            Stream.concat(in.inventory().workloads().stream(), in.policy().scope().destinations().stream())
                    .map(Workload::ref)
                    .distinct()
                    .forEach(ref -> out.report(TestCode.UNENFORCED, ref, FieldPath.of(), "not seen"));
        });
        assertThat(unseen(telling).violations()).isEmpty();
    }

    @Test
    void unseenTold_anotherFinding_isNoExcuse() {
        assertThat(laws(unseen(TestMesh.telling(TestCode.NOTED, tree -> {})))).containsExactly(Law.UNSEEN_TOLD);
    }

    /** On a mesh that does not see bytes. */
    private static ProofReport unseen(TestMesh translator) {
        return proof(translator)
                .model(TestModel.changing(
                        (arrival, outcome) -> arrival.traffic() instanceof Traffic.Tcp ? Outcome.UNSEEN : outcome))
                .build()
                .run();
    }

    @Test
    void exactAllows_whatDenies_isCaught() {
        ProofReport report = run(TestMesh.changing(GRANTING_NOTHING));
        assertThat(laws(report)).contains(Law.EXACT_ALLOWS);
        Violation violation = first(report, Law.EXACT_ALLOWS);
        assertThat(violation.detail()).contains("SMI: ALLOWED, the mesh: DENIED");
        assertThat(violation.bundle().manifests()).hasSizeBetween(2, 5);
    }

    @Test
    void exactAllows_whatSaysThatItDenies_isExcused() {
        assertThat(run(TestMesh.telling(TestCode.NARROWED, GRANTING_NOTHING)).violations())
                .isEmpty();
    }

    @Test
    void exactAllows_whatCannotBeCarried_isExcused() {
        assertThat(proof(TestMesh.right())
                        .model(TestModel.changing((arrival, outcome) -> Outcome.NOT_CARRIED))
                        .build()
                        .run()
                        .violations())
                .isEmpty();
    }

    @Test
    void sameShares_whatDoesNotSplit_isCaught() {
        ProofReport report = run(TestMesh.changing(NOT_SPLITTING));
        assertThat(laws(report)).contains(Law.SAME_SHARES);
        assertThat(first(report, Law.SAME_SHARES).bundle().manifests()).hasSizeBetween(1, 4);
    }

    @Test
    void sameShares_whatSaysThatItDoesNotSplit_isExcused() {
        assertThat(run(TestMesh.telling(TestCode.DROPPED, NOT_SPLITTING)).violations())
                .isEmpty();
    }

    @Test
    void sameShares_whatIsToldOfAnotherPort_isCaught() {
        assertThat(laws(run(tellingOfPorts(TestCode.DROPPED, port -> port + 1))))
                .contains(Law.SAME_SHARES);
    }

    @Test
    void sameShares_whatIsToldOfEachPort_isExcused() {
        assertThat(run(tellingOfPorts(TestCode.UNENFORCED, port -> port)).violations())
                .isEmpty();
    }

    @Test
    void sameShares_whatIsNotToldToBeLeftOut_isCaught() {
        assertThat(laws(run(TestMesh.telling(TestCode.NARROWED, NOT_SPLITTING))))
                .contains(Law.SAME_SHARES);
        assertThat(laws(run(TestMesh.telling(TestCode.WIDENED, NOT_SPLITTING)))).contains(Law.SAME_SHARES);
    }

    /** Does not split, and reports that of a port for each that is split. */
    private static TestMesh tellingOfPorts(TestCode code, IntUnaryOperator told) {
        return TestMesh.doing((in, out) -> {
            TestMesh.emit(in, out, NOT_SPLITTING);
            for (ResolvedSplit split : in.policy().splits()) {
                for (PortSplit port : split.ports()) {
                    String what = port.port()
                            .map(p -> "the port " + told.applyAsInt(p.number()) + "/" + p.protocol())
                            .orElse("the Service");
                    split.splits().forEach(ref -> out.report(code, ref, FieldPath.of(), what + " stays unsplit"));
                }
            }
        });
    }

    @Test
    void sameShares_otherShares_areCaught() {
        assertThat(laws(run(TestMesh.changing(shifting(BigInteger.ONE, BigInteger.TEN)))))
                .contains(Law.SAME_SHARES);
    }

    @Test
    void sameShares_multiples_areTheSame() {
        assertThat(run(TestMesh.changing(shifting(BigInteger.TEN, BigInteger.ZERO)))
                        .violations())
                .isEmpty();
    }

    @Test
    void sameShares_nearlyTheSame_areCaughtUnlessTold() {
        Consumer<Map<String, Object>> nearly = shifting(BigInteger.valueOf(1_000_000), BigInteger.ONE);
        assertThat(laws(run(TestMesh.changing(nearly)))).containsExactly(Law.SAME_SHARES);
        assertThat(run(TestMesh.telling(TestCode.APPROXIMATED, nearly)).violations())
                .isEmpty();
    }

    @Test
    void sameShares_farFromTheSame_areCaughtThoughTold() {
        assertThat(laws(run(
                        TestMesh.telling(TestCode.APPROXIMATED, shifting(BigInteger.ONE, BigInteger.valueOf(5000))))))
                .contains(Law.SAME_SHARES);
    }

    @Test
    void neverSilent_whatIsDroppedWithoutAWord_isCaught() {
        ProofReport report =
                proof(TestMesh.doing((in, out) -> {})).bundles(320).build().run();
        assertThat(laws(report)).containsExactly(Law.NEVER_SILENT);
        assertThat(first(report, Law.NEVER_SILENT).bundle().manifests()).hasSizeBetween(1, 8);
    }

    @Test
    void neverSilent_whatIsDroppedAndTold_isExcused() {
        assertThat(proof(TestMesh.doing((in, out) -> TestMesh.origins(in.policy())
                                .forEach(ref -> out.report(TestCode.DROPPED, ref, FieldPath.of(), "dropped"))))
                        .bundles(32)
                        .build()
                        .run()
                        .violations())
                .isEmpty();
    }

    @Test
    void run_oneSeed_givesOneReport() {
        ProofReport one = proof(FAILING_FOR_SPLITS).build().run();
        ProofReport two = proof(FAILING_FOR_SPLITS).build().run();
        assertThat(one).hasToString(two.toString());
        assertThat(one.violations()).isEqualTo(two.violations());
    }

    @Test
    void violation_seed_drawsTheBundle() {
        Violation violation = first(proof(FAILING_FOR_SPLITS).build().run(), Law.NEVER_FAILS);
        Bundle drawn = BundleGenerator.create().draw(new Random(violation.seed()));
        assertThat(names(drawn)).containsAll(names(violation.bundle()));
    }

    private static List<String> names(Bundle bundle) {
        return bundle.manifests().stream()
                .map(tree -> tree.get("kind") + " " + ((Map<?, ?>) tree.get("metadata")).get("namespace") + "/"
                        + ((Map<?, ?>) tree.get("metadata")).get("name"))
                .toList();
    }

    @Test
    void run_untilFirstViolation_endsEarly() {
        ProofReport report = Proof.of(FAILING_FOR_SPLITS)
                .bundles(2000)
                .requests(1)
                .untilFirstViolation()
                .build()
                .run();
        assertThat(report.bundles()).isLessThan(100);
        assertThat(report.violations()).hasSize(laws(report).size());
    }

    @Test
    void run_manyViolations_keepsAFewOfEachLaw() {
        ProofReport report =
                Proof.of(FAILING_FOR_SPLITS).bundles(16).requests(1).build().run();
        assertThat(report.violations().stream().filter(v -> v.law() == Law.NEVER_FAILS))
                .hasSize(2);
    }

    @Test
    void builder_numbersBelow1_areRefused() {
        Proof.Builder builder = Proof.of(TestMesh.right());
        assertThatThrownBy(() -> builder.bundles(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.requests(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void leastExact_ofNoShare_isRefused(int percent) {
        Proof.Builder builder = Proof.of(TestMesh.right());
        assertThatThrownBy(() -> builder.leastExact(percent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share is 1 to 100 percent, was " + percent);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 100})
    void leastExact_ofAShare_isAskedForOfTargetsAndSplits(int percent) {
        ProofReport report = Proof.of(TestMesh.telling(TestCode.NARROWED, tree -> {}))
                .model(TestModel.create())
                .leastExact(percent)
                .bundles(8)
                .requests(1)
                .build()
                .run();
        assertThat(report.vacuity())
                .contains("only 0.0 % of targets that are EXACT, expected at least " + percent + " %");
    }
}
