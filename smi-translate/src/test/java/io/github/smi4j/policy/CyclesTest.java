package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Cycles of graphs, compared with what a naive search reaches. */
class CyclesTest {
    private static final int LONG = 100_000;

    private static int[] of(int[]... next) {
        return Cycles.of(next);
    }

    private static int[] to(int... targets) {
        return targets;
    }

    @Test
    void of_aGraphWithoutCycle_findsNone() {
        assertThat(of()).isEmpty();
        assertThat(of(to(1, 2), to(2), to())).containsOnly(Cycles.NONE);
    }

    @Test
    void of_aNodeThatLeadsToItself_findsNone() {
        assertThat(of(to(0))).containsExactly(Cycles.NONE);
    }

    @Test
    void of_twoCyclesWithAChainBetween_tellsThemApart() {
        int[] cycles = of(to(1), to(0, 2), to(3), to(4), to(3), to(0));
        assertThat(cycles[0]).isEqualTo(cycles[1]).isNotEqualTo(Cycles.NONE);
        assertThat(cycles[3]).isEqualTo(cycles[4]).isNotEqualTo(Cycles.NONE).isNotEqualTo(cycles[0]);
        assertThat(cycles[2]).isEqualTo(Cycles.NONE);
        assertThat(cycles[5]).isEqualTo(Cycles.NONE);
    }

    @Test
    void of_aLongChainAndALongCycle_needsNoStack() {
        int[][] chain = IntStream.range(0, LONG)
                .mapToObj(i -> i + 1 < LONG ? to(i + 1) : to())
                .toArray(int[][]::new);
        assertThat(Cycles.of(chain)).containsOnly(Cycles.NONE);
        chain[LONG - 1] = to(0);
        assertThat(Cycles.of(chain)).containsOnly(0);
    }

    @Provide
    Arbitrary<List<List<Integer>>> graphs() {
        return Arbitraries.integers()
                .between(1, 7)
                .flatMap(size -> Arbitraries.integers()
                        .between(0, size - 1)
                        .list()
                        .ofMaxSize(3)
                        .list()
                        .ofSize(size));
    }

    @Property(tries = 2000)
    void of_anyGraph_joinsThoseThatReachEachOther(@ForAll("graphs") List<List<Integer>> graph) {
        int[][] next = graph.stream()
                .map(targets -> targets.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        int[] cycles = Cycles.of(next);
        boolean[][] reaches = reachability(next);
        for (int i = 0; i < next.length; i++) {
            for (int j = 0; j < next.length; j++) {
                boolean together = i != j && reaches[i][j] && reaches[j][i];
                assertThat(i != j && cycles[i] != Cycles.NONE && cycles[i] == cycles[j])
                        .as("%s and %s in %s", i, j, Arrays.toString(cycles))
                        .isEqualTo(together);
            }
        }
    }

    private static boolean[][] reachability(int[][] next) {
        boolean[][] reaches = new boolean[next.length][next.length];
        for (int from = 0; from < next.length; from++) {
            for (int to : next[from]) {
                reaches[from][to] = true;
            }
        }
        for (int via = 0; via < next.length; via++) {
            for (int from = 0; from < next.length; from++) {
                for (int to = 0; to < next.length; to++) {
                    reaches[from][to] |= reaches[from][via] && reaches[via][to];
                }
            }
        }
        return reaches;
    }
}
