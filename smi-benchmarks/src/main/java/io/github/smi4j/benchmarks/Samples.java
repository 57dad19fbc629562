package io.github.smi4j.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one subject.
 *
 * @param name the subject
 * @param values the measured values, round by round
 */
record Samples(String name, List<Double> values) {
    /** Copies the values. */
    Samples {
        values = List.copyOf(values);
    }

    /** The value that half of the values are not above. */
    double median() {
        return quantile(0.5);
    }

    /** The value that the given share of the values are not above, interpolated. */
    double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** The values as multiples of those that another subject had in the same rounds. */
    Samples relativeTo(Samples other) {
        return new Samples(
                name,
                IntStream.range(0, values.size())
                        .mapToObj(round -> values.get(round) / other.values.get(round))
                        .toList());
    }
}
