package io.github.smi4j.testkit.proof;

import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.testkit.mesh.Arrival;
import java.util.List;

/** What SMI allows, and whether findings say that it is not in force. */
final class ToldGrants {
    private final Trial trial;

    ToldGrants(Trial trial) {
        this.trial = trial;
    }

    boolean allows(Arrival arrival) {
        return trial.policy().targets().stream().anyMatch(target -> Grants.allow(target, arrival));
    }

    /** Whether some target allows it, and findings about each of these say that it is not in force. */
    boolean isToldNotInForce(Arrival arrival) {
        List<ResolvedTarget> allowing = trial.policy().targets().stream()
                .filter(target -> Grants.allow(target, arrival))
                .toList();
        return !allowing.isEmpty() && allowing.stream().allMatch(target -> isTold(target, arrival));
    }

    private boolean isTold(ResolvedTarget target, Arrival arrival) {
        List<ResolvedMatch> matches = Grants.matches(target, arrival);
        return trial.notInForce().stream()
                        .anyMatch(
                                d -> trial.about(d).filter(target.ref()::equals).isPresent())
                || (!matches.isEmpty() && matches.stream().allMatch(this::isTold));
    }

    private boolean isTold(ResolvedMatch match) {
        return trial.notInForce().stream()
                .anyMatch(d -> trial.about(d).filter(match.group()::equals).isPresent()
                        && d.path().steps().size() >= match.path().steps().size()
                        && d.path()
                                .steps()
                                .subList(0, match.path().steps().size())
                                .equals(match.path().steps()));
    }
}
