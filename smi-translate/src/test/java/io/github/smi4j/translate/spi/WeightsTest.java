package io.github.smi4j.translate.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Share;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static List<Share> shares(long... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new Share(new ServiceName("shop", "web-v" + i), BigInteger.valueOf(weights[i])))
                .toList();
    }

    private static List<Long> weights(Weights weights) {
        return weights.shares().stream().map(s -> s.weight().longValueExact()).toList();
    }

    @Test
    void of_weightsInTheRange_keepsThem() {
        Weights weights = Weights.of(shares(20, 0, 80), 100, 100);
        assertThat(weights(weights)).containsExactly(20L, 80L);
        assertThat(weights.errors()).isEmpty();
    }

    @Test
    void of_oneWeightBeyondTheRange_dividesAllByTheirDivisor() {
        Weights weights = Weights.of(shares(400, 600), 100, 1000);
        assertThat(weights(weights)).containsExactly(2L, 3L);
        assertThat(weights.errors()).isEmpty();
    }

    @Test
    void of_sumBeyondTheRange_dividesAllByTheirDivisor() {
        assertThat(weights(Weights.of(shares(60, 60), 100, 100))).containsExactly(1L, 1L);
    }

    @Test
    void of_weightsWithoutDivisor_areScaledAndTold() {
        Weights weights = Weights.of(shares(1, 1000), 100, 100);
        assertThat(weights(weights)).containsExactly(1L, 99L);
        assertThat(weights.errors()).hasSize(2);
        assertThat(weights.errors().get(0)).startsWith("web-v0 by ").endsWith(" %");
    }

    @Test
    void of_aWeightTooSmallToShow_keepsOne() {
        assertThat(weights(Weights.of(shares(1, 1_000_003, 2), 100, 100))).containsExactly(1L, 98L, 1L);
    }
}
