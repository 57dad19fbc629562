package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a finding tells of is excused, and nothing else. */
class ToldExceptionsTest {
    private static final int PORT = 8080;
    private static final TestMesh TELLING = TestMesh.telling(TestCode.WIDENED, tree -> {});

    /** Excuses what happens on one port where a translation tells of it. */
    private record Told(int port, TestCode code, boolean surplus) implements ToldExceptions {
        @Override
        public boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
            return surplus && finding.code() == code && arrival.port() == port;
        }

        @Override
        public boolean isObstacle(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
            return !surplus && finding.code() == code && arrival.port() == port;
        }
    }

    /** Laws that do not hold on a mesh that does the same with everything on one port. */
    private static List<Law> laws(TestMesh translator, Outcome always, ToldExceptions exceptions) {
        return Proof.of(translator)
                .model(TestModel.changing((arrival, outcome) -> arrival.port() == PORT ? always : outcome))
                .exceptions(exceptions)
                .bundles(12)
                .requests(10)
                .seed(3)
                .untilFirstViolation()
                .build()
                .run()
                .violations()
                .stream()
                .map(Violation::law)
                .distinct()
                .toList();
    }

    @Test
    void none_excusesNothing() {
        assertThat(laws(TELLING, Outcome.EITHER, ToldExceptions.NONE)).contains(Law.NEVER_WIDER);
    }

    @Test
    void isSurplus_ofAFindingThatIsThere_excuses() {
        assertThat(laws(TELLING, Outcome.ALLOWED, new Told(PORT, TestCode.WIDENED, true)))
                .isEmpty();
        assertThat(laws(TELLING, Outcome.EITHER, new Told(PORT, TestCode.WIDENED, true)))
                .doesNotContain(Law.NEVER_WIDER);
    }

    @Test
    void isSurplus_ofAFindingThatDoesNotSayMore_excusesNothing() {
        TestMesh noting = TestMesh.telling(TestCode.NOTED, tree -> {});
        assertThat(laws(noting, Outcome.ALLOWED, new Told(PORT, TestCode.NOTED, true)))
                .containsExactly(Law.NEVER_WIDER);
    }

    @Test
    void isSurplus_ofAFindingThatIsNotThere_excusesNothing() {
        assertThat(laws(TestMesh.right(), Outcome.ALLOWED, new Told(PORT, TestCode.WIDENED, true)))
                .containsExactly(Law.NEVER_WIDER);
        assertThat(laws(TELLING, Outcome.ALLOWED, new Told(PORT, TestCode.DROPPED, true)))
                .containsExactly(Law.NEVER_WIDER);
    }

    @Test
    void isSurplus_ofOtherTraffic_excusesNothing() {
        assertThat(laws(TELLING, Outcome.ALLOWED, new Told(PORT + 1, TestCode.WIDENED, true)))
                .containsExactly(Law.NEVER_WIDER);
    }

    @Test
    void isSurplus_isNoExcuseForWhatIsDenied() {
        assertThat(laws(TELLING, Outcome.DENIED, new Told(PORT, TestCode.WIDENED, true)))
                .containsExactly(Law.EXACT_ALLOWS);
    }

    @Test
    void isObstacle_ofAFindingThatIsThere_excuses() {
        assertThat(laws(TELLING, Outcome.DENIED, new Told(PORT, TestCode.WIDENED, false)))
                .isEmpty();
    }

    @Test
    void isObstacle_ofOtherTraffic_excusesNothing() {
        assertThat(laws(TELLING, Outcome.DENIED, new Told(PORT + 1, TestCode.WIDENED, false)))
                .containsExactly(Law.EXACT_ALLOWS);
    }

    @Test
    void isObstacle_isNoExcuseForWhatIsAllowed() {
        assertThat(laws(TELLING, Outcome.ALLOWED, new Told(PORT, TestCode.WIDENED, false)))
                .containsExactly(Law.NEVER_WIDER);
    }
}
