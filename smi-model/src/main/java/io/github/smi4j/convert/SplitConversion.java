package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.Backend;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** TrafficSplit: quantities in v1alpha1, whole numbers since v1alpha2, conditions since v1alpha3. */
final class SplitConversion {
    private static final FieldPath BACKENDS = FieldPath.of("spec", "backends");
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");

    private SplitConversion() {}

    static Optional<TrafficSplit> convert(Step<TrafficSplit> step) {
        Optional<SplitMatches> matches = matches(step);
        Optional<List<Backend>> backends = backends(step);
        return matches.flatMap(m -> backends.map(b -> step.resource().toBuilder()
                .apiVersion(step.apiVersion())
                .matches(m)
                .backends(b)
                .build()));
    }

    private static Optional<SplitMatches> matches(Step<TrafficSplit> step) {
        SplitMatches matches = step.resource().matches();
        if (step.isTo("v1alpha3", "v1alpha4") || matches instanceof SplitMatches.None) {
            return Optional.of(matches);
        }
        boolean allowed = step.widen(
                ConversionCode.MATCHES_REFUSED,
                ConversionCode.MATCHES_LEFT_OUT,
                MATCHES,
                "does not exist in " + step.apiVersion() + "; without it the split takes all requests");
        return allowed ? Optional.of(SplitMatches.none()) : Optional.empty();
    }

    private static Optional<List<Backend>> backends(Step<TrafficSplit> step) {
        List<Backend> backends = step.resource().backends();
        if (backends.stream().allMatch(b -> b.weight().isWhole())) {
            return Optional.of(backends);
        }
        if (step.isFrom("v1alpha1") == step.isTo("v1alpha1")) {
            return Optional.of(backends);
        }
        return step.isTo("v1alpha1") ? refuseFractions(step) : scaled(step, backends);
    }

    /** Nowhere but in v1alpha1 a fraction means anything; there the fault would become a share. */
    private static Optional<List<Backend>> refuseFractions(Step<TrafficSplit> step) {
        List<Backend> backends = step.resource().backends();
        int first = 0;
        while (backends.get(first).weight().isWhole()) {
            first++;
        }
        step.report(
                ConversionCode.WEIGHTS_NOT_CONVERTED,
                BACKENDS.index(first).field("weight"),
                backends.get(first).weight() + " is not a whole number, which "
                        + step.resource().apiVersion() + " asks for; " + step.apiVersion()
                        + " would read it as a share");
        return Optional.empty();
    }

    private static Optional<List<Backend>> scaled(Step<TrafficSplit> step, List<Backend> backends) {
        List<Quantity> weights = backends.stream().map(Backend::weight).toList();
        List<BigInteger> whole = Quantity.wholeRatio(weights);
        if (whole.stream().anyMatch(w -> w.signum() < 0 || w.bitLength() >= Long.SIZE)) {
            step.report(
                    ConversionCode.WEIGHTS_NOT_CONVERTED,
                    BACKENDS,
                    "no whole numbers >= 0 up to " + Long.MAX_VALUE + " have the ratio of " + text(weights));
            return Optional.empty();
        }
        List<Backend> scaled = new ArrayList<>();
        for (int i = 0; i < backends.size(); i++) {
            scaled.add(backends.get(i).toBuilder()
                    .weight(whole.get(i).longValueExact())
                    .build());
        }
        step.report(ConversionCode.WEIGHTS_SCALED, BACKENDS, text(weights) + " became " + text(whole));
        return Optional.of(scaled);
    }

    private static String text(List<?> weights) {
        int shown = 10;
        String first = weights.stream().limit(shown).map(Object::toString).collect(Collectors.joining(", "));
        return weights.size() > shown ? first + ", …" : first;
    }
}
