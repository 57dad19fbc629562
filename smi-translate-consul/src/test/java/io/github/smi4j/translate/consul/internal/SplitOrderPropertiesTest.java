package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.translate.consul.config.ServiceSplit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SplitOrderPropertiesTest {
    private static List<ServiceSplit> splits(List<Integer> hundredths) {
        List<ServiceSplit> splits = new ArrayList<>();
        hundredths.forEach(share -> splits.add(new ServiceSplit(share, "v" + splits.size())));
        return splits;
    }

    /** As consul-k8s adds: each weight as it stands in the resource, read as a float and added to a float. */
    private static float sum(List<ServiceSplit> splits) {
        float sum = 0;
        for (ServiceSplit split : splits) {
            sum += Float.parseFloat(split.toTree().get("weight").toString());
        }
        return sum;
    }

    @Property(tries = 2000)
    void find_ofThreeShares_findsAnOrder(
            @ForAll @IntRange(max = 10_000) int first, @ForAll @IntRange(max = 10_000) int second) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        List<ServiceSplit> splits = splits(List.of(low, high - low, ServiceSplit.WHOLE - high));
        List<ServiceSplit> order = SplitOrder.find(splits).orElseThrow();
        assertThat(order).containsExactlyInAnyOrderElementsOf(splits);
        assertThat(sum(order)).isEqualTo(100f);
    }

    @Property
    void find_always_findsNoneOrOneThatSumsTo100(
            @ForAll @Size(min = 1, max = 31) List<@IntRange(max = 10_000) Integer> cuts) {
        List<Integer> sorted = new ArrayList<>(cuts);
        sorted.add(0);
        sorted.add(ServiceSplit.WHOLE);
        sorted.sort(null);
        List<Integer> hundredths = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            hundredths.add(sorted.get(i) - sorted.get(i - 1));
        }
        List<ServiceSplit> splits = splits(hundredths);
        SplitOrder.find(splits).ifPresent(order -> {
            assertThat(order).containsExactlyInAnyOrderElementsOf(splits);
            assertThat(sum(order)).isEqualTo(100f);
        });
        assertThat(SplitOrder.isAccepted(splits)).isEqualTo(Float.compare(sum(splits), 100f) == 0);
    }
}
