package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofReportTest {
    private static ProofReport report(boolean modelled, Tally tally, Violation... violations) {
        return new ProofReport("test", modelled, true, 40, 7, tally, List.of(violations));
    }

    private static Tally tally(int allowed, int denied) {
        Tally tally = new Tally();
        for (int i = 0; i < allowed; i++) {
            tally.count(Verdict.ALLOWED, Outcome.ALLOWED);
        }
        for (int i = 0; i < denied; i++) {
            tally.count(Verdict.DENIED, Outcome.DENIED);
        }
        return tally;
    }

    private static ProofReport run(TestMesh translator) {
        return Proof.of(translator)
                .model(TestModel.create())
                .bundles(32)
                .requests(10)
                .seed(7)
                .build()
                .run();
    }

    @ParameterizedTest
    @CsvSource({"25, 75, false, false", "24, 76, true, false", "75, 25, false, false", "76, 24, false, true"})
    void vacuity_ofDecisions_asksForAQuarterOfEach(int allowed, int denied, boolean fewAllowed, boolean fewDenied) {
        String reasons = String.join("\n", report(true, tally(allowed, denied)).vacuity());
        assertThat(reasons.contains("decisions that are ALLOWED")).isEqualTo(fewAllowed);
        assertThat(reasons.contains("decisions that are DENIED")).isEqualTo(fewDenied);
    }

    @Test
    void vacuity_ofNothing_complainsOfAll() {
        assertThat(report(true, new Tally()).vacuity()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"50, 50, false", "51, 49, true"})
    void vacuity_ofWhatIsNotCarried_asksForHalfOfTheRest(int lost, int carried, boolean vacuous) {
        Tally tally = new Tally();
        IntStream.range(0, lost).forEach(i -> tally.count(Verdict.ALLOWED, Outcome.NOT_CARRIED));
        IntStream.range(0, carried).forEach(i -> tally.count(Verdict.DENIED, Outcome.DENIED));
        assertThat(String.join("\n", report(true, tally).vacuity()).contains("NOT_CARRIED"))
                .isEqualTo(vacuous);
    }

    @ParameterizedTest
    @CsvSource({"50, 0, true", "49, 0, false", "50, 1, false", "0, 0, false"})
    void vacuity_ofSplits_asksForOneThatIsDivided(int toDivide, int divided, boolean vacuous) {
        Tally tally = new Tally();
        IntStream.range(0, toDivide).forEach(i -> tally.countDispatch(true, i < divided));
        IntStream.range(0, 100).forEach(i -> tally.countDispatch(false, false));
        assertThat(String.join("\n", report(true, tally).vacuity()).contains("the mesh divides none"))
                .isEqualTo(vacuous);
    }

    @Test
    void vacuity_ofAMeshThatSaysOfEachSplitThatItIsDropped_complains() {
        ProofReport report = Proof.of(
                        TestMesh.telling(TestCode.DROPPED, tree -> tree.put(PolicyTree.SPLITS, List.of())))
                .model(TestModel.create())
                .bundles(64)
                .seed(7)
                .build()
                .run();
        assertThat(report.violations()).isEmpty();
        assertThat(report.vacuity()).anyMatch(reason -> reason.endsWith("that SMI divides the mesh divides none"));
    }

    @Test
    void vacuity_withoutAModel_asksForNothing() {
        assertThat(report(false, new Tally()).vacuity()).isEmpty();
    }

    @Test
    void vacuity_ofEnough_isNone() {
        assertThat(run(TestMesh.right()).vacuity()).isEmpty();
    }

    @Test
    void vacuity_withoutExactTargets_complains() {
        ProofReport report = run(TestMesh.telling(TestCode.NARROWED, tree -> {}));
        assertThat(report.violations()).isEmpty();
        assertThat(report.vacuity()).singleElement().asString().contains("only 0.0 % of targets that are EXACT");
        assertThatThrownBy(report::requireProved)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the run says too little");
    }

    @Test
    void percentages_areOfAll() {
        ProofReport report = report(true, tally(1, 3));
        assertThat(report.percentage(Verdict.ALLOWED)).isEqualTo(25);
        assertThat(report.percentage(Verdict.NOT_GOVERNED)).isZero();
        assertThat(report.percentageOfTargets(Effect.EXACT)).isZero();
        assertThat(report.requests()).isEqualTo(4);
    }

    @Test
    void toString_withoutAModel_saysWhatIsNotChecked() {
        assertThat(report(false, new Tally()))
                .asString()
                .contains("without a model")
                .contains("nothing is said of access and shares")
                .doesNotContain("decisions");
    }

    @Test
    void toString_withAModel_tellsCountsAndSeed() {
        assertThat(report(true, tally(1, 3)))
                .asString()
                .contains("proof of test, against its model")
                .containsPattern("seed +7\n")
                .contains("4 decisions, SMI: 25.0 % allowed, 75.0 % denied")
                .containsPattern("violations +0\n");
    }

    @Test
    void requireProved_withAViolation_tellsLawDetailSeedAndInput() {
        Bundle bundle = Bundle.of(List.of(Map.of("kind", "Marker")));
        ProofReport report =
                report(false, new Tally(), new Violation(Law.NEVER_WIDER, "GET / from shop/api", bundle, 42));
        assertThatThrownBy(report::requireProved)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("NEVER_WIDER: nothing that SMI denies may be allowed")
                .hasMessageContaining("GET / from shop/api")
                .hasMessageContaining("seed of the bundle: 42")
                .hasMessageContaining("kind: Marker");
    }

    @Test
    void requireProved_withoutAny_passes() {
        assertThatCode(report(false, new Tally())::requireProved).doesNotThrowAnyException();
    }

    @Test
    void tally_ofParts_isTheirSum() {
        Tally all = tally(1, 2);
        all.add(tally(3, 4));
        all.countDispatch(true, true);
        all.countDispatch(true, false);
        all.countDispatch(false, false);
        assertThat(all.count(Verdict.ALLOWED)).isEqualTo(4);
        assertThat(all.arrivals()).isEqualTo(10);
        assertThat(all.outcomes()).containsEntry(Outcome.DENIED, 6L);
        Tally twice = new Tally();
        twice.add(all);
        twice.add(all);
        assertThat(twice.dispatches()).isEqualTo(6);
        assertThat(twice.toDivide()).isEqualTo(4);
        assertThat(twice.divided()).isEqualTo(2);
    }
}
