package io.github.smi4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That the benchmarks run; what they measure is no matter of tests. */
class BenchmarksTest {
    @Test
    void report_smallEffort_hasEachSubject() throws Exception {
        String report = Benchmarks.report(new Effort(50, 0, 1, 1));

        assertThat(report.lines().filter(line -> line.startsWith("| `") || line.startsWith("| Jackson")))
                .hasSize(7);
        assertThat(report)
                .startsWith("# Reading\n")
                .contains("One text of 50 TrafficSplit documents", "| Entries of a `ResourceSet`, text included |");
    }

    @Test
    void time_wrongResult_throws() {
        assertThatThrownBy(() -> new Subject("half", () -> 5, 10).time())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("half returned 5 instead of 10");
    }

    @Test
    void quantile_ofFew_isInterpolated() {
        Samples samples = new Samples("few", List.of(4.0, 1.0, 2.0, 3.0));

        assertThat(samples.median()).isEqualTo(2.5);
        assertThat(samples.quantile(0.25)).isEqualTo(1.75);
        assertThat(samples.quantile(1)).isEqualTo(4);
    }

    @Test
    void relativeTo_other_comparesRoundByRound() {
        Samples first = new Samples("first", List.of(1.0, 4.0));
        Samples second = new Samples("second", List.of(3.0, 2.0));

        assertThat(second.relativeTo(first).values()).containsExactly(3.0, 0.5);
    }
}
