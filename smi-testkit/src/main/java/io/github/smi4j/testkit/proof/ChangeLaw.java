package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.Mutation;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.translate.Translator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Changes one part of an input: where SMI then says something else, the output or a finding must be another, too. Not where a
 * finding already says that the part is not in force.
 */
final class ChangeLaw {
    private final Translator translator;

    ChangeLaw(Translator translator) {
        this.translator = translator;
    }

    Optional<Found> check(Trial trial, List<Arrival> arrivals, List<Dispatch> dispatches, Random random, long seed) {
        Optional<Bundle> changed = Mutation.of(trial.bundle(), random);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Trial other = new Trial(changed.get(), translator);
        if (!trial.output().equals(other.output())) {
            return Optional.empty();
        }
        Optional<Found> access = arrivals.stream()
                .flatMap(arrival -> check(trial, other, arrival, seed).stream())
                .findFirst();
        return access.or(() -> dispatches.stream()
                .flatMap(dispatch -> check(trial, other, dispatch, seed).stream())
                .findFirst());
    }

    private static Optional<Found> check(Trial trial, Trial other, Arrival arrival, long seed) {
        ToldGrants before = new ToldGrants(trial);
        ToldGrants after = new ToldGrants(other);
        boolean silent = before.allows(arrival) != after.allows(arrival)
                && !before.isToldNotInForce(arrival)
                && !after.isToldNotInForce(arrival);
        return silent
                ? Optional.of(Found.of(Law.NEVER_SILENT, detail(arrival, trial, other), trial.bundle(), seed)
                        .withArrival(arrival)
                        .withChanged(other.bundle()))
                : Optional.empty();
    }

    private static Optional<Found> check(Trial trial, Trial other, Dispatch dispatch, long seed) {
        RouteLaws before = new RouteLaws(trial);
        RouteLaws after = new RouteLaws(other);
        boolean silent = !before.expected(dispatch).hasSharesOf(after.expected(dispatch))
                && !before.isToldNear(dispatch, after.expected(dispatch))
                && !before.isToldUnsplit(dispatch)
                && !after.isToldUnsplit(dispatch);
        return silent
                ? Optional.of(Found.of(Law.NEVER_SILENT, detail(dispatch, trial, other), trial.bundle(), seed)
                        .withDispatch(dispatch)
                        .withChanged(other.bundle()))
                : Optional.empty();
    }

    private static String detail(Object traffic, Trial trial, Trial other) {
        return traffic + ": SMI says something else, and the output is the same, for\n"
                + other.bundle().toYaml() + "\n" + trial.output();
    }

    /** The same with one manifest less on both sides. */
    Optional<Found> again(Found found, Bundle smaller, Bundle smallerChange) {
        Trial trial = new Trial(smaller, translator);
        Trial other = new Trial(smallerChange, translator);
        if (!trial.output().equals(other.output())) {
            return Optional.empty();
        }
        Optional<Found> arrived = found.arrival()
                .flatMap(arrival -> BundleCheck.rebound(arrival, trial))
                .flatMap(arrival -> check(trial, other, arrival, found.seed()));
        return arrived.or(() -> found.dispatch().flatMap(dispatch -> check(trial, other, dispatch, found.seed())));
    }
}
