package io.github.smi4j.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs all subjects in each round, each round beginning with the next of them. */
final class Rounds {
    private static final double NANOS_A_MILLI = 1e6;

    private Rounds() {}

    /** The times of the measured rounds in milliseconds, in the order of the subjects. */
    static List<Samples> run(List<Subject> subjects, Effort effort) throws IOException {
        List<List<Double>> times = new ArrayList<>();
        subjects.forEach(subject -> times.add(new ArrayList<>()));
        for (int round = 0; round < effort.warmUpRounds() + effort.measuredRounds(); round++) {
            for (int turn = 0; turn < subjects.size(); turn++) {
                int subject = (round + turn) % subjects.size();
                // Nobody pays for what the one before has left.
                System.gc();
                double millis = subjects.get(subject).time() / NANOS_A_MILLI;
                if (round >= effort.warmUpRounds()) {
                    times.get(subject).add(millis);
                }
            }
        }
        List<Samples> samples = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            samples.add(new Samples(subjects.get(i).name(), times.get(i)));
        }
        return samples;
    }
}
