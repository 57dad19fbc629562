package io.github.smi4j.testkit.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.bundle.TrafficGenerator;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A Linkerd without resources changes nothing in any cluster that proofs are about. */
class RandomClustersTest {
    private static final int REQUESTS = 50;

    @RepeatedTest(50)
    void decideAndRoute_withoutResources_changeNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Bundle bundle = BundleGenerator.create().draw(random);
        Cluster cluster = bundle.cluster();
        ModelledMesh mesh = LinkerdModel.create().apply(List.of(), cluster);
        TrafficGenerator traffic = TrafficGenerator.of(
                ResolvedPolicy.of(bundle.set(), bundle.policyOptions(), cluster.inventory()), cluster.inventory());
        for (int i = 0; i < REQUESTS; i++) {
            Optional<Arrival> arrival = traffic.arrival(random);
            arrival.ifPresent(a -> assertThat(mesh.decide(a)).isIn(Outcome.ALLOWED, Outcome.UNSEEN));
            Optional<Dispatch> dispatch = traffic.dispatch(random);
            dispatch.ifPresent(d -> assertThat(mesh.route(d.service(), d.port(), d.traffic()))
                    .isIn(Optional.empty(), Optional.of(Routes.all(d.service(), d.port()))));
        }
    }
}
