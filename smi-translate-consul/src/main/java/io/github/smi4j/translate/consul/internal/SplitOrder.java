package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.translate.consul.config.ServiceSplit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An order of splits that consul-k8s accepts: it adds the weights up as numbers of 32 bits and wants exactly 100, which depends
 * on the order. To the proxies the order means nothing.
 */
final class SplitOrder {
    /** Up to so many splits every order is tried: 5040. */
    private static final int ALL_ORDERS = 7;

    private static final int MAX_TRIES = 5000;
    private static final int MIN_TRIES = 100;
    /** How many weights are added up at most while orders are tried. */
    private static final int MAX_ADDITIONS = 500_000;

    private static final long SEED = 20_261_123;
    private static final float WHOLE = 100f;

    private SplitOrder() {}

    /** The order given if it is accepted, else the first that is found; absent if none is. */
    static Optional<List<ServiceSplit>> find(List<ServiceSplit> splits) {
        if (isAccepted(splits)) {
            return Optional.of(splits);
        }
        List<ServiceSplit> order = new ArrayList<>(splits);
        order.sort(Comparator.comparingInt(ServiceSplit::hundredths).thenComparing(ServiceSplit::service));
        if (isAccepted(order)) {
            return Optional.of(List.copyOf(order));
        }
        return splits.size() <= ALL_ORDERS ? permuted(new ArrayList<>(), order) : shuffled(order);
    }

    /** Whether the sum is exact, added up in this order. */
    static boolean isAccepted(List<ServiceSplit> splits) {
        float sum = 0;
        for (ServiceSplit split : splits) {
            sum += split.weight().floatValue();
        }
        return Float.compare(sum, WHOLE) == 0;
    }

    private static Optional<List<ServiceSplit>> permuted(List<ServiceSplit> chosen, List<ServiceSplit> rest) {
        if (rest.isEmpty()) {
            return isAccepted(chosen) ? Optional.of(List.copyOf(chosen)) : Optional.empty();
        }
        for (ServiceSplit next : rest) {
            List<ServiceSplit> longer = new ArrayList<>(chosen);
            longer.add(next);
            List<ServiceSplit> others = new ArrayList<>(rest);
            others.remove(next);
            Optional<List<ServiceSplit>> found = permuted(longer, others);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Half of all orders of many splits are accepted, so some thousands are enough; the same ones each time. */
    private static Optional<List<ServiceSplit>> shuffled(List<ServiceSplit> splits) {
        Random random = new Random(SEED);
        List<ServiceSplit> order = new ArrayList<>(splits);
        int tries = Math.max(MIN_TRIES, Math.min(MAX_TRIES, MAX_ADDITIONS / splits.size()));
        for (int i = 0; i < tries; i++) {
            Collections.shuffle(order, random);
            if (isAccepted(order)) {
                return Optional.of(List.copyOf(order));
            }
        }
        return Optional.empty();
    }
}
