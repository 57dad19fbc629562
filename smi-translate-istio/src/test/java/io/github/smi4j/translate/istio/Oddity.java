package io.github.smi4j.translate.istio;

import java.util.List;
import java.util.Random;

/**
 * How often something odd is drawn.
 *
 * @param rarity 0 for never, 1 for often, more for less often
 */
record Oddity(Random random, int rarity) {
    /** A third of all draws has nothing odd, a third a little. */
    static Oddity random(Random random) {
        return new Oddity(random, AccessPatterns.pick(List.of(0, 1, 8), random));
    }

    /** Whether this time it is odd, as one time in so many where it often is. */
    boolean oneIn(int times) {
        return rarity > 0 && random.nextInt(times * rarity) == 0;
    }
}
