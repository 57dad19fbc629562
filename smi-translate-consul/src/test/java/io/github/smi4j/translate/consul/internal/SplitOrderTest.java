package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.translate.consul.config.ServiceSplit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitOrderTest {
    private static List<ServiceSplit> splits(int... hundredths) {
        List<ServiceSplit> splits = new ArrayList<>();
        for (int share : hundredths) {
            splits.add(new ServiceSplit(share, "v" + splits.size()));
        }
        return splits;
    }

    private static List<Integer> order(int... hundredths) {
        return SplitOrder.find(splits(hundredths)).orElseThrow().stream()
                .map(ServiceSplit::hundredths)
                .toList();
    }

    @Test
    void find_orderThatIsAccepted_keepsIt() {
        assertThat(order(5000, 1000, 4000)).containsExactly(5000, 1000, 4000);
    }

    @Test
    void find_orderThatIsRefused_takesTheAscendingOne() {
        assertThat(SplitOrder.isAccepted(splits(534, 7051, 2415))).isFalse();
        assertThat(order(534, 7051, 2415)).containsExactly(534, 2415, 7051);
    }

    @Test
    void find_ascendingOrderThatIsRefused_triesOthers() {
        assertThat(SplitOrder.isAccepted(splits(3217, 3362, 3421))).isFalse();
        assertThat(order(3217, 3362, 3421)).containsExactly(3217, 3421, 3362);
    }

    @Test
    void find_sevenSplits_triesAllOrders() {
        List<Integer> order = order(1096, 438, 1069, 1032, 1111, 2141, 3113);
        assertThat(order).hasSize(7);
        assertThat(order.stream().mapToInt(i -> i).sum()).isEqualTo(ServiceSplit.WHOLE);
    }

    @Test
    void find_manySplits_findsTheSameOrderEachTime() {
        List<ServiceSplit> splits = splits(1096, 438, 1069, 1032, 1111, 1012, 1129, 3113);
        assertThat(SplitOrder.isAccepted(splits)).isFalse();
        Optional<List<ServiceSplit>> found = SplitOrder.find(splits);
        assertThat(found.orElseThrow()).containsExactlyInAnyOrderElementsOf(splits);
        assertThat(SplitOrder.isAccepted(found.orElseThrow())).isTrue();
        Collections.swap(splits, 0, 1);
        assertThat(SplitOrder.isAccepted(splits)).isFalse();
        assertThat(SplitOrder.find(splits)).isEqualTo(found);
    }

    @Test
    void find_noOrderThatIsAccepted_isAbsent() {
        assertThat(SplitOrder.find(splits(1781, 1888, 3235, 3096))).isEmpty();
        assertThat(SplitOrder.find(splits(5000, 4999))).isEmpty();
        assertThat(SplitOrder.find(splits(1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000)))
                .isEmpty();
    }
}
