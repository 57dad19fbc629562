package io.github.smi4j.it.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.bundle.TrafficGenerator;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The evaluator, which reads patterns with our own engine, against readings that ask RE2. */
class EvaluatorPropertiesTest {
    private static final int REQUESTS = 40;

    @Provide
    Arbitrary<Bundle> bundles() {
        return BundleGenerator.create().arbitrary();
    }

    @Property(tries = 150)
    void decide_always_saysWhatTheGrantsSayWithRe2(@ForAll("bundles") Bundle bundle, @ForAll long seed) {
        Random random = new Random(seed);
        Inventory inventory = bundle.inventory();
        ResolvedPolicy policy = ResolvedPolicy.of(bundle.set(), bundle.policyOptions(), inventory);
        SmiAccess expected = new SmiAccess(policy);
        Evaluator evaluator = Evaluator.of(policy, inventory);
        TrafficGenerator traffic = TrafficGenerator.of(policy, inventory);
        for (int i = 0; i < REQUESTS; i++) {
            Optional<Arrival> arrival =
                    traffic.arrival(random).filter(a -> a.caller().isPresent());
            arrival.ifPresent(a -> {
                Verdict verdict = evaluator
                        .decide(a.caller().orElseThrow(), a.workload(), a.port(), a.traffic())
                        .verdict();
                Statistics.label("verdict").collect(verdict);
                assertThat(verdict == Verdict.ALLOWED).as("%s", a).isEqualTo(expected.grants(a));
            });
        }
        Statistics.label("verdict").coverage(c -> {
            c.check(Verdict.ALLOWED).percentage(p -> p > 20);
            c.check(Verdict.DENIED).percentage(p -> p > 20);
        });
    }

    @Property(tries = 300)
    void route_always_givesTheSharesOfTheSplits(@ForAll long seed) {
        Random random = new Random(seed);
        SplitBundle bundle = SplitBundle.random(random);
        Inventory inventory = bundle.inventory();
        Evaluator evaluator = Evaluator.of(
                ResolvedPolicy.of(ResourceSet.of(bundle.resources()), PolicyOptions.defaults(), inventory), inventory);
        for (String root : SplitBundle.ROOTS) {
            for (int i = 0; i < REQUESTS; i++) {
                Dispatch dispatch = SplitBundle.request(root, random);
                if (bundle.hasPort(root, dispatch.port())) {
                    Routes expected = bundle.routes(dispatch);
                    Routes actual = Routes.of(
                            evaluator.route(dispatch.service(), dispatch.port(), dispatch.traffic()), dispatch.port());
                    Statistics.label("outcome").collect(expected.weights().size() > 1 ? "several" : "one");
                    assertThat(actual.hasSharesOf(expected))
                            .as("%s: %s, expected %s", dispatch, actual, expected)
                            .isTrue();
                }
            }
        }
        Statistics.label("outcome").coverage(c -> c.check("several").percentage(p -> p > 10));
    }
}
