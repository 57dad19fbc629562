package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of ServiceSplitters. The webhook adds percentages in 32 bits, in the order in which they are written, and takes only
 * what gives exactly 100; Consul adds hundredths.
 */
final class SplitterRules {
    private static final float ALL = 100f;
    private static final float LEAST = 0.01f;
    private static final int HUNDREDTHS = 10_000;

    private final Faults faults;
    private final boolean ofResource;

    SplitterRules(Faults faults, boolean ofResource) {
        this.faults = faults;
        this.ofResource = ofResource;
    }

    void check(Map<?, ?> spec, String name) {
        faults.checkFields("the splitter", spec, "splits:objects");
        List<Map<?, ?>> splits = Fields.objects(spec, "splits");
        if (splits.isEmpty()) {
            faults.add("there is no split");
            return;
        }
        float sum = 0f;
        int hundredths = 0;
        Set<String> seen = new HashSet<>();
        for (Map<?, ?> split : splits) {
            checkSplit(split);
            if (split.get("weight") instanceof Number weight) {
                sum += SplitWeights.given(weight);
                hundredths += SplitWeights.hundredths(SplitWeights.given(weight));
            }
            if (!seen.add(target(split, name))) {
                faults.add("the target " + target(split, name) + " is there twice");
            }
        }
        if (hundredths != HUNDREDTHS) {
            faults.add("the weights sum to " + hundredths + " hundredths, not " + HUNDREDTHS);
        } else if (ofResource && sum != ALL) {
            faults.add("the weights, added in this order in 32 bits, give " + sum + ", not 100");
        }
    }

    private static String target(Map<?, ?> split, String own) {
        String service = Fields.text(split, "service");
        return String.join(
                "/",
                Fields.text(split, "partition"),
                Fields.text(split, "namespace"),
                service.isEmpty() ? own : service,
                Fields.text(split, "serviceSubset"));
    }

    private void checkSplit(Map<?, ?> split) {
        faults.checkFields(
                "a split",
                split,
                "weight:number",
                "service:text",
                "serviceSubset:text",
                "namespace:text",
                "partition:text",
                "requestHeaders:object",
                "responseHeaders:object");
        if (!Fields.text(split, "service").isEmpty()) {
            faults.checkService("the service of a split", Fields.text(split, "service"));
        }
        if (split.get("weight") instanceof Number number) {
            float weight = SplitWeights.given(number);
            if (weight != 0f && !(weight >= LEAST && weight <= ALL)) {
                faults.add("the weight " + number + " is neither 0 nor 0.01 to 100");
            }
            if (new BigDecimal(number.toString()).stripTrailingZeros().scale() > 2) {
                faults.add("the weight " + number + " has more than two decimals");
            }
        }
    }
}
