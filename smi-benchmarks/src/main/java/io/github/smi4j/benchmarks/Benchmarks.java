package io.github.smi4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures reading and writes a report: to the file that is named, or to standard output. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes the path of the report, or nothing. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 1) {
            throw new IllegalArgumentException("takes the path of the report alone");
        }
        String report = report(Effort.FULL);
        if (args.length == 1) {
            Files.writeString(Path.of(args[0]), report);
        } else {
            System.out.print(report);
        }
    }

    /** Measures with the given effort; throws if something is not read as it should be. */
    static String report(Effort effort) throws IOException, InterruptedException {
        // Before anything else is held: the heap is told apart by what comes on top.
        List<Samples> heap = new KeptHeap(effort).measure();
        SplitManifests manifests = SplitManifests.of(effort.documents());
        ReadingTime reading = new ReadingTime(manifests);
        reading.checkPositions();
        List<Samples> times = Rounds.run(reading.subjects(), effort);
        return ReadingReport.of(effort, manifests.text().length(), times, heap);
    }
}
