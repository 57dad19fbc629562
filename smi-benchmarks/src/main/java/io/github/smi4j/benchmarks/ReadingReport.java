package io.github.smi4j.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report about reading, in Markdown; without dates and names of machines, so that two of them can be compared. */
final class ReadingReport {
    private static final String COMMAND = "./mvnw -q -pl smi-benchmarks -am package -DskipTests"
            + " && java -Xms2g -Xmx2g -jar smi-benchmarks/target/benchmarks.jar docs/benchmarks/reading.md";
    private static final double TIME_GOAL = 0.9;
    private static final double HEAP_GOAL = 0.5;

    private final StringBuilder out = new StringBuilder();

    private ReadingReport() {}

    /** The report of what was measured; all is compared to the first samples. */
    static String of(Effort effort, int textLength, List<Samples> times, List<Samples> heap) {
        ReadingReport report = new ReadingReport();
        report.head(effort, textLength);
        report.times(effort, times);
        report.heap(effort, heap);
        return report.out.toString();
    }

    private void head(Effort effort, int textLength) {
        line("# Reading");
        line("");
        line(
                "One text of %,d TrafficSplit documents in YAML, three backends each, %.1f MB.",
                effort.documents(), textLength / 1e6);
        line("");
        line("| | |");
        line("|---|---|");
        line("| Java | %s %s |", System.getProperty("java.vm.name"), Runtime.version());
        line("| Cores | %d |", Runtime.getRuntime().availableProcessors());
        line("| Heap | %s |", heapFlag());
        line("");
        line("```sh");
        line("%s", COMMAND);
        line("```");
        line("");
        line(
                "All subjects run in each round, in an order that rotates, and each time is a whole reading of the text. Compare"
                        + " the ratios, which hold from machine to machine; the times do not. A ratio is one of medians; next to it"
                        + " are the quartiles of the ratios within one round, and where those lie far apart, or the ratio outside,"
                        + " something else ran and the measurement should be repeated. `JsonNode` is a tree without positions,"
                        + " versions or findings: what a program would start from without smi4j. The goals are those of the"
                        + " project; nothing fails when one is missed.");
    }

    private void times(Effort effort, List<Samples> times) {
        line("");
        line("## Time");
        line("");
        line(
                "%d rounds to warm up and %d measured. All but the last keep what they read.",
                effort.warmUpRounds(), effort.measuredRounds());
        line("");
        line("| | median ms | quartiles ms | ratio | in the same round | goal |");
        line("|---|--:|--:|--:|--:|---|");
        for (int i = 0; i < times.size(); i++) {
            Samples samples = times.get(i);
            double ratio = samples.median() / times.get(0).median();
            Samples inRound = samples.relativeTo(times.get(0));
            line(
                    "| %s | %.0f | %.0f to %.0f | %.2f | %.2f to %.2f | %s |",
                    samples.name(),
                    samples.median(),
                    samples.quantile(0.25),
                    samples.quantile(0.75),
                    ratio,
                    inRound.quantile(0.25),
                    inRound.quantile(0.75),
                    i == 2 || i == 3 ? goal(ratio, TIME_GOAL) : "");
        }
    }

    private void heap(Effort effort, List<Samples> heap) {
        line("");
        line("## Memory kept");
        line("");
        line(
                "Used heap after garbage collection, with what was read and without; %d repetitions.",
                effort.heapRepetitions());
        line("");
        line("| | bytes a document | ratio | goal |");
        line("|---|--:|--:|---|");
        for (int i = 0; i < heap.size(); i++) {
            Samples samples = heap.get(i);
            double ratio = samples.median() / heap.get(0).median();
            line(
                    "| %s | %,.0f | %.2f | %s |",
                    samples.name(), samples.median(), ratio, i == 0 ? "" : goal(ratio, HEAP_GOAL));
        }
    }

    private static String goal(double ratio, double goal) {
        return String.format(Locale.ROOT, "at most %.2f: %s", goal, ratio <= goal ? "met" : "not met");
    }

    /** The heap flags of this run, or the size that Java chose. */
    private static String heapFlag() {
        String flags = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.matches("-Xm[sxn]\\w+|-XX:\\+Use\\w+GC"))
                .map(argument -> "`" + argument + "`")
                .collect(Collectors.joining(" "));
        return flags.isEmpty()
                ? String.format(
                        Locale.ROOT, "no flag, %d MiB", Runtime.getRuntime().maxMemory() >> 20)
                : flags;
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
