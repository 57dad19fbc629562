package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of what a run of a proof met. Not thread-safe. */
final class Tally {
    private long bundles;
    private long arrivals;
    private long dispatches;
    private long toDivide;
    private long divided;
    private final Map<String, Map<Effect, Long>> endings = new TreeMap<>();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

    void count(Trial trial) {
        bundles++;
        trial.endings().forEach((kind, effects) -> effects.forEach((effect, number) -> ending(kind, effect, number)));
    }

    private void ending(String kind, Effect effect, long number) {
        endings.computeIfAbsent(kind, k -> new EnumMap<>(Effect.class)).merge(effect, number, Long::sum);
    }

    void count(Verdict verdict, Outcome outcome) {
        arrivals++;
        verdicts.merge(verdict, 1L, Long::sum);
        outcomes.merge(outcome, 1L, Long::sum);
    }

    /** Counts one request to a Service, which SMI divides or not, and the mesh does or not. */
    void countDispatch(boolean isToDivide, boolean isDivided) {
        dispatches++;
        toDivide += isToDivide ? 1 : 0;
        divided += isDivided ? 1 : 0;
    }

    void add(Tally other) {
        bundles += other.bundles;
        arrivals += other.arrivals;
        dispatches += other.dispatches;
        toDivide += other.toDivide;
        divided += other.divided;
        other.endings.forEach((kind, effects) -> effects.forEach((effect, number) -> ending(kind, effect, number)));
        other.verdicts.forEach((verdict, number) -> verdicts.merge(verdict, number, Long::sum));
        other.outcomes.forEach((outcome, number) -> outcomes.merge(outcome, number, Long::sum));
    }

    long bundles() {
        return bundles;
    }

    long arrivals() {
        return arrivals;
    }

    long dispatches() {
        return dispatches;
    }

    /** How many SMI divides, where the mesh has splits at all. */
    long toDivide() {
        return toDivide;
    }

    /** How many the mesh divides. */
    long divided() {
        return divided;
    }

    Map<Effect, Long> endings(String kind) {
        return endings.getOrDefault(kind, Map.of());
    }

    long count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    Map<Outcome, Long> outcomes() {
        return outcomes;
    }
}
