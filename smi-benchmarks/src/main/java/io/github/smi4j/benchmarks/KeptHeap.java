package io.github.smi4j.benchmarks;

import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** The heap that is in use only because the result of reading is held. */
final class KeptHeap {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int MOST_COLLECTIONS = 30;
    private static final long STABLE_BYTES = 1024;

    private final Effort effort;

    /** Measures with the given effort. */
    KeptHeap(Effort effort) {
        this.effort = effort;
    }

    /** Makes what is held: one object for each document of a text that nothing else holds. */
    @FunctionalInterface
    private interface Held {
        Object[] read(SplitManifests manifests) throws IOException;
    }

    /** The bytes a document, in the order of the report; the others are compared to the first. */
    List<Samples> measure() throws IOException, InterruptedException {
        return List.of(
                measure(
                        "Jackson 2, `JsonNode`",
                        manifests -> ReadingTime.jackson2(manifests.text()).toArray()),
                measure(
                        "Entries of a `ResourceSet`, text included",
                        manifests -> read(manifests).entries().toArray()),
                measure(
                        "`TrafficSplit` values alone",
                        manifests -> read(manifests).resources().toArray()));
    }

    private static ResourceSet read(SplitManifests manifests) {
        return ManifestReader.create().read(manifests.text(), "splits.yaml");
    }

    private Samples measure(String name, Held held) throws IOException, InterruptedException {
        List<Double> bytes = new ArrayList<>();
        for (int repetition = 0; repetition <= effort.heapRepetitions(); repetition++) {
            double found = once(name, held);
            if (repetition > 0) {
                bytes.add(found);
            }
        }
        return new Samples(name, bytes);
    }

    private double once(String name, Held held) throws IOException, InterruptedException {
        long before = used();
        Object[] objects = held.read(SplitManifests.of(effort.documents()));
        try {
            if (objects.length != effort.documents()) {
                throw new IllegalStateException(name + " kept " + objects.length + " of " + effort.documents());
            }
            return (double) (used() - before) / effort.documents();
        } finally {
            Reference.reachabilityFence(objects);
        }
    }

    /** The used heap when collecting garbage finds no more. */
    private static long used() throws InterruptedException {
        long last = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(20);
            long used = MEMORY.getHeapMemoryUsage().getUsed();
            if (Math.abs(last - used) < STABLE_BYTES) {
                return used;
            }
            last = used;
        }
        return last;
    }
}
