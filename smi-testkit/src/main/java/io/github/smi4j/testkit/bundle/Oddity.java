package io.github.smi4j.testkit.bundle;

import java.util.List;
import java.util.Random;

/**
 * How often something odd is drawn.
 *
 * @param random what decides
 * @param rarity 0 for never, 1 for often, more for less often
 */
record Oddity(Random random, int rarity) {
    /** Of five draws three have nothing odd, one has a little, and one much. */
    static Oddity random(Random random) {
        return new Oddity(random, List.of(0, 0, 0, 8, 1).get(random.nextInt(5)));
    }

    /** Whether this time it is odd, as one time in so many where it often is. */
    boolean oneIn(int times) {
        return rarity > 0 && random.nextInt(times * rarity) == 0;
    }

    /** One of a list. */
    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
