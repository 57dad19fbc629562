package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a proof found, and what it met on the way. Immutable. */
public final class ProofReport {
    /** Of a hundred targets so many must be EXACT unless another number is asked for, else the proof says little. */
    static final int LEAST_EXACT = 40;
    /** Of a hundred decisions so many must be ALLOWED, and as many DENIED. */
    private static final int LEAST_VERDICTS = 25;

    /** Of a hundred decisions at most so many may be of traffic that the mesh cannot carry, which violates no law. */
    private static final int MOST_NOT_CARRIED = 50;
    /** Of so many requests that SMI divides the mesh must divide one at least. */
    private static final int MANY_DIVIDED = 50;

    private static final int WHOLE = 100;
    private static final String TARGET = "TrafficTarget";
    private static final String SPLIT = "TrafficSplit";

    private final String meshName;
    private final boolean modelled;
    private final boolean whole;
    private final int leastExact;
    private final long seed;
    private final Tally tally;
    private final List<Violation> violations;

    ProofReport(
            String meshName,
            boolean modelled,
            boolean whole,
            int leastExact,
            long seed,
            Tally tally,
            List<Violation> violations) {
        this.leastExact = leastExact;
        this.meshName = meshName;
        this.modelled = modelled;
        this.whole = whole;
        this.seed = seed;
        this.tally = tally;
        this.violations = List.copyOf(violations);
    }

    /** The laws that do not hold, each with its smallest input; a few of each kind at most. */
    public List<Violation> violations() {
        return violations;
    }

    /** How many bundles were translated. */
    public long bundles() {
        return tally.bundles();
    }

    /** How much traffic was decided, at pods and at Services. */
    public long requests() {
        return tally.arrivals() + tally.dispatches();
    }

    /** Of all decisions at pods, how many SMI made in this way, in percent. */
    public double percentage(Verdict verdict) {
        return percentage(tally.count(verdict), tally.arrivals());
    }

    /** Of all TrafficTargets, how many ended in this way, in percent. */
    public double percentageOfTargets(Effect effect) {
        Map<Effect, Long> endings = tally.endings(TARGET);
        return percentage(endings.getOrDefault(effect, 0L), sum(endings));
    }

    private static double percentage(long part, long whole) {
        return whole == 0 ? 0 : (double) part * WHOLE / whole;
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(n -> n).sum();
    }

    /** Why the run says too little, one text for each reason; none if it says enough. Without a model, and
     * of one bundle that is replayed, nothing is asked for. */
    public List<String> vacuity() {
        List<String> reasons = new ArrayList<>();
        if (modelled && whole) {
            // What an option widens is said in full, too.
            double exact = percentageOfTargets(Effect.EXACT) + percentageOfTargets(Effect.WIDENED);
            require("targets that are EXACT", exact, leastExact, reasons);
            requireSplits(reasons);
            require("decisions that are ALLOWED", percentage(Verdict.ALLOWED), LEAST_VERDICTS, reasons);
            require("decisions that are DENIED", percentage(Verdict.DENIED), LEAST_VERDICTS, reasons);
            requireCarried(reasons);
            requireDivided(reasons);
        }
        return reasons;
    }

    /** Where the mesh has splits at all. */
    private void requireSplits(List<String> reasons) {
        Map<Effect, Long> endings = tally.endings(SPLIT);
        long lost = endings.getOrDefault(Effect.DROPPED, 0L) + endings.getOrDefault(Effect.UNENFORCED, 0L);
        long inForce = sum(endings) - lost;
        if (inForce > 0) {
            require("splits that are in force", percentage(inForce, sum(endings)), leastExact, reasons);
        }
    }

    /** Of what is not carried nothing is known: it keeps every law of access. */
    private void requireCarried(List<String> reasons) {
        double lost = percentage(tally.outcomes().getOrDefault(Outcome.NOT_CARRIED, 0L), tally.arrivals());
        if (lost > MOST_NOT_CARRIED) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of what arrives at pods is NOT_CARRIED, expected at most %d %%",
                    lost,
                    MOST_NOT_CARRIED));
        }
    }

    /** A mesh that divides nothing keeps the law of splits by findings alone. */
    private void requireDivided(List<String> reasons) {
        if (tally.divided() == 0 && tally.toDivide() >= MANY_DIVIDED) {
            reasons.add("of " + tally.toDivide() + " requests to Services that SMI divides the mesh divides none");
        }
    }

    private static void require(String what, double actual, int least, List<String> reasons) {
        if (actual < least) {
            reasons.add(String.format(Locale.ROOT, "only %.1f %% of %s, expected at least %d %%", actual, what, least));
        }
    }

    /** Fails unless every law holds, and the run met enough to say so. */
    public void requireProved() {
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " of the laws of a translation do not hold\n"
                    + violations.stream().map(Violation::toString).collect(Collectors.joining("\n")) + this);
        }
        if (!vacuity().isEmpty()) {
            throw new AssertionError("the run says too little: " + String.join("; ", vacuity()) + "\n" + this);
        }
    }

    /** Counts, shares and the seed, over several lines. */
    @Override
    public String toString() {
        String laws = modelled
                ? "against its model"
                : "without a model: only the laws of the output were checked, nothing is said of access and shares";
        return "proof of " + meshName + ", " + laws + "\n"
                + line("seed", String.valueOf(seed))
                + line("bundles", String.valueOf(tally.bundles()))
                + line("targets", shares(tally.endings(TARGET)))
                + line("splits", shares(tally.endings(SPLIT)))
                + (modelled ? decisions() : "")
                + line("violations", String.valueOf(violations.size()));
    }

    private String decisions() {
        return line(
                        "at pods",
                        String.format(
                                Locale.ROOT,
                                "%d decisions, SMI: %.1f %% allowed, %.1f %% denied",
                                tally.arrivals(),
                                percentage(Verdict.ALLOWED),
                                percentage(Verdict.DENIED)))
                + line("", "the mesh: " + shares(tally.outcomes()))
                + line(
                        "at Services",
                        tally.dispatches() + " requests, SMI divides " + tally.toDivide() + " of them, the mesh "
                                + tally.divided());
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-12s %s\n", name, value);
    }

    private static String shares(Map<?, Long> counts) {
        long sum = sum(counts);
        return sum
                + counts.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%.1f %% %s", percentage(e.getValue(), sum), e.getKey()))
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}
