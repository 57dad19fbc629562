package io.github.smi4j.testkit.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Share;
import io.github.smi4j.testkit.mesh.Routes.Place;
import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final ServiceName A = new ServiceName("shop", "a");
    private static final ServiceName B = new ServiceName("shop", "b");

    private static Routes routes(long a, long b, long refused) {
        TreeMap<Place, BigInteger> weights = new TreeMap<>();
        weights.put(new Place(A, 80), BigInteger.valueOf(a));
        weights.put(new Place(B, 80), BigInteger.valueOf(b));
        return new Routes(weights, BigInteger.valueOf(refused));
    }

    @Test
    void routes_weightsOf0_areLeftOut() {
        assertThat(routes(1, 0, 0)).isEqualTo(Routes.all(A, 80));
    }

    @Test
    void routes_negativeWeights_areRefused() {
        assertThatThrownBy(() -> routes(-1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> routes(1, 2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_oneBackendTwice_addsItsShares() {
        Share share = new Share(A, BigInteger.TWO);
        assertThat(Routes.of(List.of(share, new Share(B, BigInteger.ZERO), share), 80))
                .hasToString("{shop/a:80=4}");
    }

    @Test
    void none_isRefusedAsAWhole() {
        assertThat(Routes.none()).hasToString("{}, nobody=1");
    }

    @Test
    void hasSharesOf_multiples_areTheSame() {
        assertThat(routes(1, 2, 0).hasSharesOf(routes(50, 100, 0))).isTrue();
        assertThat(routes(1, 2, 3).hasSharesOf(routes(3, 6, 9))).isTrue();
    }

    @Test
    void hasSharesOf_otherRatios_areNotTheSame() {
        assertThat(routes(1, 2, 0).hasSharesOf(routes(2, 1, 0))).isFalse();
        assertThat(routes(1, 2, 0).hasSharesOf(routes(1, 2, 1))).isFalse();
        assertThat(routes(1, 0, 0).hasSharesOf(routes(1, 1, 0))).isFalse();
        assertThat(routes(1, 1, 0).hasSharesOf(routes(1, 0, 0))).isFalse();
    }

    @Test
    void hasSharesOf_large_isExact() {
        long large = Long.MAX_VALUE;
        assertThat(routes(large, large, 0).hasSharesOf(routes(large - 1, large, 0)))
                .isFalse();
    }

    @Test
    void hasSharesOf_otherPorts_areNotTheSame() {
        assertThat(Routes.all(A, 80).hasSharesOf(Routes.all(A, 81))).isFalse();
    }

    @Test
    void largestDifference_isThatOfTheWorstPlace() {
        assertThat(routes(1, 1, 0).largestDifference(routes(3, 1, 0))).isEqualByComparingTo("0.25");
        assertThat(routes(1, 1, 2).largestDifference(routes(1, 1, 0))).isEqualByComparingTo("0.5");
        assertThat(routes(1, 2, 0).largestDifference(routes(2, 4, 0))).isEqualByComparingTo("0");
    }

    @Test
    void largestDifference_ofWhatGoesElsewhere_isAll() {
        assertThat(Routes.all(A, 80).largestDifference(Routes.all(B, 80))).isEqualByComparingTo("1");
        assertThat(Routes.all(A, 80).largestDifference(Routes.none())).isEqualByComparingTo("1");
    }

    @Test
    void place_isOrderedByServiceThenPort() {
        assertThat(List.of(new Place(A, 9), new Place(A, 80), new Place(B, 1))).isSorted();
    }
}
