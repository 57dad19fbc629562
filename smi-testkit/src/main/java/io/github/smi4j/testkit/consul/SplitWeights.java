package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Weights of splits as Consul counts them: percentages in 32 bits, rounded to hundredths, and cut off for Envoy. */
final class SplitWeights {
    private static final float ALL = 100f;

    private SplitWeights() {}

    /** As Consul keeps it; 0 if there is none. */
    static float stored(Map<?, ?> split) {
        return split.get("weight") instanceof Number number ? rounded(given(number)) : 0f;
    }

    /** As it is read, without being rounded to hundredths. */
    static float given(Number number) {
        return Float.parseFloat(number.toString());
    }

    /** How many hundredths a percentage is. */
    static int hundredths(float weight) {
        return (int) Math.round((double) (weight * ALL));
    }

    private static float rounded(float weight) {
        return hundredths(weight) / ALL;
    }

    /** What Envoy counts with, which may be a hundredth less than what is meant. */
    static BigInteger ofEnvoy(float weight) {
        return BigInteger.valueOf((int) (weight * ALL));
    }

    /** The splits with those of splitters among their targets in their place. */
    static List<ChainNode.Split> flat(ChainNode.Splitter splitter) {
        List<ChainNode.Split> flat = new ArrayList<>();
        for (ChainNode.Split split : splitter.splits()) {
            Fields.requireKnown(
                    split.split(), "a split", "weight", "service", "namespace", "serviceSubset", "partition");
            if (split.next() instanceof ChainNode.Splitter inner) {
                for (ChainNode.Split part : flat(inner)) {
                    float weight = rounded(split.weight() * part.weight() / ALL);
                    flat.add(new ChainNode.Split(weight, part.split(), part.next()));
                }
            } else {
                flat.add(split);
            }
        }
        return flat;
    }
}
