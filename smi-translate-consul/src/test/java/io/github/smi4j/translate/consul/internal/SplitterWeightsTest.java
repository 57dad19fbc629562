package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterWeightsTest {
    private static SplitterWeights of(long... weights) {
        List<Share> shares = new ArrayList<>();
        for (long weight : weights) {
            shares.add(new Share(new ServiceName("shop", "v" + shares.size()), BigInteger.valueOf(weight)));
        }
        return SplitterWeights.of(shares);
    }

    @Test
    void of_weightsThatAreHundredths_areExact() {
        SplitterWeights weights = of(3333, 6667, 0);
        assertThat(weights.hundredths()).containsExactly(3333, 6667, 0);
        assertThat(weights.errors()).isEmpty();
        assertThat(weights.lost()).isEmpty();
    }

    @Test
    void of_weightsThatDivideTenThousand_areExact() {
        assertThat(of(1, 15).hundredths()).containsExactly(625, 9375);
        assertThat(of(1, 15).errors()).isEmpty();
    }

    @Test
    void of_weightThatEnvoyCountsOneLessFor_isNotExact() {
        SplitterWeights weights = of(572, 53);
        assertThat(weights.hundredths()).containsExactly(9152, 848);
        assertThat(weights.errors()).containsExactly("v0 by +0.009153 %", "v1 by -0.009153 %");
    }

    @Test
    void of_thirds_givesTheRestToTheFirstName() {
        SplitterWeights weights = of(1, 1, 1);
        assertThat(weights.hundredths()).containsExactly(3334, 3333, 3333);
        assertThat(weights.errors()).containsExactly("v0 by +0.006667 %", "v1 by -0.003334 %", "v2 by -0.003334 %");
    }

    @Test
    void of_differentRemainders_givesTheRestToTheLargest() {
        assertThat(of(1, 2).hundredths()).containsExactly(3333, 6667);
        assertThat(of(2, 1).hundredths()).containsExactly(6667, 3333);
        assertThat(of(2, 3, 2).hundredths()).containsExactly(2857, 4286, 2857);
    }

    @Test
    void of_shareBelowAHundredth_isLost() {
        SplitterWeights weights = of(1, 19_999, 0);
        assertThat(weights.hundredths()).containsExactly(1, 9999, 0);
        assertThat(weights.lost()).isEmpty();
        assertThat(of(1, 20_001).lost()).containsExactly("v0");
        assertThat(of(0, 1).lost()).isEmpty();
    }

    @Test
    void of_largeWeights_doesNotOverflow() {
        assertThat(of(1_000_000_000, 1_000_000_000, 2_000_000_000).hundredths()).containsExactly(2500, 2500, 5000);
        assertThat(of(Long.MAX_VALUE, Long.MAX_VALUE).hundredths()).containsExactly(5000, 5000);
    }
}
