package io.github.smi4j.testkit.consul;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** In any cluster that proofs are about the model knows what to say. */
class RandomClustersTest {
    private static final int REQUESTS = 50;
    private static final List<String> NAMES = List.of("web", "web-v1", "web-v2", "s0", "s1", "api", "db", "'*'");

    private static TrafficGenerator traffic(Bundle bundle, Cluster cluster) {
        return TrafficGenerator.of(
                ResolvedPolicy.of(bundle.set(), bundle.policyOptions(), cluster.inventory()), cluster.inventory());
    }

    private static Cluster cluster(Bundle bundle, Random random) {
        Map<String, String> settings = Map.of(
                "acls",
                String.valueOf(random.nextBoolean()),
                "edition",
                random.nextBoolean() ? "community" : "enterprise",
                "default-policy",
                random.nextBoolean() ? "deny" : "allow",
                "namespace-mirroring",
                String.valueOf(random.nextBoolean()));
        return new Cluster(bundle.cluster().inventory(), bundle.policyOptions(), settings);
    }

    @RepeatedTest(50)
    void decideAndRoute_withoutResources_changeNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Bundle bundle = BundleGenerator.create().draw(random);
        Cluster cluster = cluster(bundle, random);
        ModelledMesh mesh = ConsulModel.create().apply(List.of(), cluster);
        TrafficGenerator traffic = traffic(bundle, cluster);
        boolean open = cluster.settings().getOrDefault("default-policy", "").equals("allow");
        List<Outcome> possible =
                open ? List.of(Outcome.values()) : List.of(Outcome.DENIED, Outcome.NOT_CARRIED, Outcome.UNSEEN);
        for (int i = 0; i < REQUESTS; i++) {
            traffic.arrival(random)
                    .map(mesh::decide)
                    .ifPresent(outcome -> assertThat(outcome).isIn(possible));
            Optional<Dispatch> dispatch = traffic.dispatch(random);
            dispatch.ifPresent(d -> assertThat(mesh.route(d.service(), d.port(), d.traffic()))
                    .contains(Routes.all(d.service(), d.port())));
        }
    }

    /** Some of the resources are there already: the model refuses only to say which of two for one service counts. */
    @RepeatedTest(100)
    void decideAndRoute_withResources_areAsSaid(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Bundle drawn = BundleGenerator.create().draw(random);
        List<Map<String, Object>> manifests = new ArrayList<>(drawn.manifests());
        manifests.addAll(resources(random));
        Bundle bundle = drawn.withManifests(manifests);
        Cluster cluster = cluster(bundle, random);
        List<Map<String, Object>> emitted = resources(random);
        TrafficGenerator traffic = traffic(bundle, cluster);
        try {
            ModelledMesh mesh = ConsulModel.create().apply(emitted, cluster);
            for (int i = 0; i < REQUESTS; i++) {
                Optional<Arrival> arrival = traffic.arrival(random);
                arrival.ifPresent(a -> assertThat(mesh.decide(a)).isNotNull());
                Optional<Dispatch> dispatch = traffic.dispatch(random);
                dispatch.ifPresent(d -> assertThat(mesh.route(d.service(), d.port(), d.traffic()))
                        .isNotNull());
            }
        } catch (UnsupportedOperationException e) {
            assertThat(e).hasMessageContaining("which of several resources");
        }
    }

    @RepeatedTest(50)
    void decideAndRoute_withEmittedResources_areAsSaid(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Bundle bundle = BundleGenerator.create().draw(random);
        Cluster cluster = cluster(bundle, random);
        ModelledMesh mesh = ConsulModel.create().apply(resources(random), cluster);
        TrafficGenerator traffic = traffic(bundle, cluster);
        for (int i = 0; i < REQUESTS; i++) {
            traffic.arrival(random).ifPresent(a -> assertThat(mesh.decide(a)).isNotNull());
            traffic.dispatch(random)
                    .ifPresent(d -> assertThat(mesh.route(d.service(), d.port(), d.traffic()))
                            .isNotNull());
        }
    }

    private static List<Map<String, Object>> resources(Random random) {
        List<Map<String, Object>> resources = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size() - 1));
            String other = NAMES.get(random.nextInt(NAMES.size() - 1));
            String namespace = random.nextBoolean() ? "shop" : "data";
            resources.add(Shop.tree(
                    switch (random.nextInt(6)) {
                        case 0 ->
                            Shop.resource(
                                    "ServiceIntentions",
                                    name,
                                    namespace,
                                    "{destination: {name: " + NAMES.get(random.nextInt(NAMES.size())) + "}, sources: ["
                                            + Shop.permitted(other, Shop.permission("allow", "{pathPrefix: /}")) + ", "
                                            + Shop.source("*", "deny") + "]}");
                        case 1 ->
                            Shop.resource(
                                    "ServiceSplitter",
                                    name,
                                    namespace,
                                    "{splits: [" + Shop.split(other, "30") + ", {weight: 70}]}");
                        case 2 ->
                            Shop.resource(
                                    "ServiceRouter",
                                    name,
                                    namespace,
                                    "{routes: [" + Shop.route("{pathPrefix: /a}", other) + "]}");
                        case 3 ->
                            Shop.resource("ServiceResolver", name, namespace, "{redirect: {service: " + other + "}}");
                        default -> Shop.resource("ServiceDefaults", name, namespace, "{protocol: http}");
                    }));
        }
        return resources;
    }
}
