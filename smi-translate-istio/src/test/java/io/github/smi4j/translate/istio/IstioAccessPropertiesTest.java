package io.github.smi4j.translate.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * What is emitted for targets, as Istio reads it, against what SMI says. For a long run set {@code jqwik.tries.default}, for
 * example to 20000.
 */
class IstioAccessPropertiesTest {
    private static final Translator ISTIO =
            MeshTranslators.of(IstioTranslator.create()).get("istio");
    private static final int REQUESTS = 40;

    private static Translation translate(AccessBundle bundle, ResourceSet set) {
        return ISTIO.translate(set, bundle.inventory(), bundle.options(), TranslationOptions.defaults());
    }

    @Property
    void translate_always_allowsWhatSmiAllowsAndNoMore(@ForAll long seed) {
        Random random = new Random(seed);
        AccessBundle bundle = AccessBundle.random(random);
        ResourceSet set = bundle.set();
        Translation translation = translate(bundle, set);
        SmiAccess smi = new SmiAccess(ResolvedPolicy.of(set, bundle.options(), bundle.inventory()));
        Evaluator evaluator = Evaluator.of(smi.policy(), bundle.inventory());
        EmittedAccess istio = new EmittedAccess(
                translation.resources().stream().map(MeshResource::toTree).toList(),
                bundle.inventory(),
                bundle.options().trustDomain());
        boolean exact = translation.diagnostics().stream().allMatch(d -> d.severity() == Severity.INFO);
        Statistics.label("bundle").collect(exact ? "exact" : "not exact");
        List<Workload> workloads = Stream.concat(
                        bundle.inventory().workloads().stream(),
                        smi.policy().targets().stream().flatMap(t -> t.destinations().stream()))
                .distinct()
                .filter(smi.policy().scope()::contains)
                .toList();
        for (int i = 0; i < REQUESTS && !workloads.isEmpty(); i++) {
            Arrival arrival = AccessArrivals.random(smi.policy(), workloads, random);
            assertThat(isAllowed(evaluator, arrival))
                    .as("the evaluator on %s", arrival)
                    .isEqualTo(smi.grants(arrival));
            check(arrival, smi, istio, translation, exact);
        }
        Statistics.label("bundle").coverage(c -> c.check("exact").percentage(p -> p > 10));
        Statistics.label("decision").coverage(c -> {
            c.check("allowed").percentage(p -> p > 15);
            c.check("denied").percentage(p -> p > 25);
        });
    }

    /** What the evaluator says, which reads patterns with our own engine where {@link SmiAccess} asks RE2. */
    private static boolean isAllowed(Evaluator evaluator, Arrival arrival) {
        Traffic traffic = arrival.call()
                .<Traffic>map(call -> new Traffic.Http(call.method(), call.path(), call.headers()))
                .orElseGet(Traffic::tcp);
        return arrival.principal()
                .map(principal -> evaluator.identity(principal))
                .filter(sender -> evaluator
                                .decide(sender, arrival.workload(), arrival.port(), traffic)
                                .verdict()
                        == Verdict.ALLOWED)
                .isPresent();
    }

    private static void check(
            Arrival arrival, SmiAccess smi, EmittedAccess istio, Translation translation, boolean exact) {
        String what = arrival + "\n" + ManifestWriter.yaml().write(translation.resources()) + translation.diagnostics();
        boolean granted = smi.grants(arrival);
        Set<Boolean> decisions = istio.decisions(arrival);
        Statistics.label("decision").collect(decisions.contains(true) ? "allowed" : "denied");
        assertThat(granted || !decisions.contains(true) || isReportedOpen(arrival, smi, istio, translation))
                .as("wider: " + what)
                .isTrue();
        boolean impossible = arrival.call().isEmpty() && istio.refusesBytes(arrival.workload(), arrival.port());
        if (exact && !impossible) {
            assertThat(decisions).as("exact: " + what).containsExactly(granted);
        }
        for (ResolvedTarget target : smi.policy().targets()) {
            boolean promised = translation.fidelity().get(target.ref()) == Effect.EXACT;
            if (promised && !impossible && smi.grants(target, arrival)) {
                assertThat(decisions).as("%s is exact: %s", target, what).containsExactly(true);
            }
        }
    }

    /** Pods that no labels select, where nothing is denied by default: an error says that they are open. */
    private static boolean isReportedOpen(
            Arrival arrival, SmiAccess smi, EmittedAccess istio, Translation translation) {
        return istio.isOpen(arrival.workload())
                && smi.policy().targets().stream()
                        .filter(target -> target.destinations().contains(arrival.workload()))
                        .anyMatch(target -> translation.errors().stream()
                                .anyMatch(d -> d.code() == IstioCode.DESTINATION_OPEN
                                        && d.resource().equals(Optional.of(target.ref()))));
    }

    @Property(tries = 30)
    void translate_ofAnyOrder_givesTheSameBytes(@ForAll long seed) {
        Random random = new Random(seed);
        AccessBundle bundle = AccessBundle.random(random);
        List<Map<String, Object>> shuffled = new ArrayList<>(bundle.trees());
        Collections.shuffle(shuffled, random);
        AccessBundle other = new AccessBundle(shuffled, bundle.inventory(), bundle.options());
        Translation expected = translate(bundle, bundle.set());
        for (Translation actual : List.of(translate(bundle, bundle.set()), translate(other, other.set()))) {
            assertThat(GoldenCase.resources(actual)).isEqualTo(GoldenCase.resources(expected));
            assertThat(GoldenCase.diagnostics(actual)).isEqualTo(GoldenCase.diagnostics(expected));
        }
    }
}
