package io.github.smi4j.testkit.proof;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.TrafficGenerator;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.translate.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks all laws on one bundle. Immutable, thread-safe. */
final class BundleCheck {
    /** Of five requests so many arrive at pods, and the others at Services. */
    private static final int AT_PODS = 4;

    private static final int OF_FIVE = 5;

    private final Translator translator;
    private final Optional<MeshModel> model;
    private final ToldExceptions exceptions;
    private final OutputLaws output;
    private final ChangeLaw changes;
    private final int requests;

    BundleCheck(
            Translator translator,
            Optional<MeshModel> model,
            ToldExceptions exceptions,
            Function<Map<String, ?>, List<String>> faults,
            int requests) {
        this.translator = translator;
        this.model = model;
        this.exceptions = exceptions;
        this.output = new OutputLaws(translator, model, faults);
        this.changes = new ChangeLaw(translator);
        this.requests = requests;
    }

    /**
     * What was met and found.
     *
     * @param tally what was met
     * @param found what was found
     */
    record Result(Tally tally, List<Found> found) {}

    Result run(Bundle bundle, long seed) {
        // Not the source that drew the bundle: what is sent stays as unlike it as it can be.
        Random random = new Random(~seed);
        Trial trial = new Trial(bundle, translator);
        Tally tally = new Tally();
        tally.count(trial);
        List<Found> found = new ArrayList<>();
        output.check(trial, random).forEach(f -> found.add(Found.of(f.law(), f.detail(), bundle, seed)));
        TrafficGenerator traffic =
                TrafficGenerator.of(trial.policy(), trial.cluster().inventory());
        List<Arrival> arrivals = new ArrayList<>();
        List<Dispatch> dispatches = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            if (i % OF_FIVE < AT_PODS) {
                traffic.arrival(random).ifPresent(arrivals::add);
            } else {
                traffic.dispatch(random).ifPresent(dispatches::add);
            }
        }
        model.map(m -> Meshes.of(trial, m)).ifPresent(meshes -> {
            arrivals.forEach(a -> check(trial, meshes.after(), a, seed, tally).ifPresent(found::add));
            dispatches.forEach(d -> check(trial, meshes, d, seed, tally).ifPresent(found::add));
        });
        changes.check(trial, arrivals, dispatches, random, seed).ifPresent(found::add);
        return new Result(tally, found);
    }

    private Optional<Found> check(Trial trial, ModelledMesh mesh, Arrival arrival, long seed, Tally tally) {
        AccessLaws laws = new AccessLaws(trial, exceptions);
        Outcome outcome = mesh.decide(arrival);
        Verdict verdict = laws.verdict(arrival);
        tally.count(verdict, outcome);
        return laws.violated(arrival, verdict, outcome)
                .map(law -> Found.of(
                                law,
                                arrival + "\nSMI: " + verdict + ", the mesh: " + outcome + "\n" + trial.output(),
                                trial.bundle(),
                                seed)
                        .withArrival(arrival));
    }

    private Optional<Found> check(Trial trial, Meshes meshes, Dispatch dispatch, long seed, Tally tally) {
        RouteLaws laws = new RouteLaws(trial);
        Optional<Routes> actual = meshes.after().route(dispatch.service(), dispatch.port(), dispatch.traffic());
        Optional<Routes> before = meshes.before().route(dispatch.service(), dispatch.port(), dispatch.traffic());
        if (actual.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        Routes expected = laws.expected(dispatch);
        tally.countDispatch(laws.isSplit(dispatch), actual.get().weights().size() > 1);
        return laws.holds(dispatch, before.get(), actual.get(), exceptions)
                ? Optional.empty()
                : Optional.of(Found.of(
                                Law.SAME_SHARES,
                                dispatch + "\nSMI: " + expected + ", the mesh: " + actual.get() + ", before: "
                                        + before.get() + "\n" + trial.output(),
                                trial.bundle(),
                                seed)
                        .withDispatch(dispatch));
    }

    /**
     * A mesh with and without the output.
     *
     * @param before with what the cluster has already
     * @param after with the output in force
     */
    private record Meshes(ModelledMesh before, ModelledMesh after) {
        static Meshes of(Trial trial, MeshModel model) {
            return new Meshes(model.apply(List.of(), trial.cluster()), trial.mesh(model));
        }
    }

    /** The same violation by a smaller bundle, with the same traffic where it is about some; absent if there is none. */
    Optional<Found> again(Found found, Bundle smaller) {
        Trial trial = new Trial(smaller, translator);
        if (model.isEmpty() || (found.arrival().isEmpty() && found.dispatch().isEmpty())) {
            return output.check(trial, new Random(~found.seed())).stream()
                    .filter(other -> other.law() == found.law())
                    .findFirst()
                    .map(other -> Found.of(other.law(), other.detail(), smaller, found.seed()));
        }
        Meshes meshes = Meshes.of(trial, model.get());
        Tally ignored = new Tally();
        Optional<Found> arrived = found.arrival()
                .flatMap(arrival -> rebound(arrival, trial))
                .flatMap(arrival -> check(trial, meshes.after(), arrival, found.seed(), ignored));
        Optional<Found> dispatched =
                found.dispatch().flatMap(dispatch -> check(trial, meshes, dispatch, found.seed(), ignored));
        return arrived.or(() -> dispatched).filter(other -> other.law() == found.law());
    }

    /** The same violation by a smaller bundle and its change. */
    Optional<Found> again(Found found, Bundle smaller, Bundle smallerChange) {
        return changes.again(found, smaller, smallerChange);
    }

    /** What arrives at the same pods, which may have less labels or ports now. */
    static Optional<Arrival> rebound(Arrival arrival, Trial trial) {
        Stream<Workload> workloads = Stream.concat(
                trial.cluster().inventory().workloads().stream(),
                trial.policy().targets().stream().flatMap(target -> target.destinations().stream()));
        return workloads
                .filter(workload -> workload.compareTo(arrival.workload()) == 0)
                .findFirst()
                .map(workload -> new Arrival(arrival.caller(), workload, arrival.port(), arrival.traffic()));
    }
}
