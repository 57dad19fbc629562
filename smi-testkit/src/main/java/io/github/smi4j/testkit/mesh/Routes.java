package io.github.smi4j.testkit.mesh;

import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a mesh sends traffic: weights, each a share of their sum. Immutable.
 *
 * @param weights the weight of each Service and port that takes some; none is 0
 * @param refused the weight of what nobody takes: an answer of the mesh itself, such as 404 or 503
 */
public record Routes(SortedMap<Place, BigInteger> weights, BigInteger refused) {
    /** Copies, and leaves out weights of 0. */
    public Routes {
        SortedMap<Place, BigInteger> positive = new TreeMap<>(weights);
        positive.values().removeIf(weight -> weight.signum() == 0);
        if (refused.signum() < 0 || positive.values().stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights must be >= 0, were " + weights + " and " + refused);
        }
        weights = Collections.unmodifiableSortedMap(positive);
    }

    /**
     * A port of a Service.
     *
     * @param service namespace and name
     * @param port the port of the Service
     */
    public record Place(ServiceName service, int port) implements Comparable<Place> {
        /** Orders by Service and port. */
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing((Place place) -> place.service().namespace())
                    .thenComparing(place -> place.service().name())
                    .thenComparingInt(Place::port)
                    .compare(this, other);
        }

        /** {@code namespace/name:port}. */
        @Override
        public String toString() {
            return service + ":" + port;
        }
    }

    /** All of it to one port of one Service. */
    public static Routes all(ServiceName service, int port) {
        return new Routes(new TreeMap<>(Map.of(new Place(service, port), BigInteger.ONE)), BigInteger.ZERO);
    }

    /** What SMI says: backends take part on the port of the root. */
    public static Routes of(Collection<Share> shares, int port) {
        SortedMap<Place, BigInteger> weights = new TreeMap<>();
        shares.forEach(share -> weights.merge(new Place(share.backend(), port), share.weight(), BigInteger::add));
        return new Routes(weights, BigInteger.ZERO);
    }

    /** Nobody takes it. */
    public static Routes none() {
        return new Routes(Collections.emptySortedMap(), BigInteger.ONE);
    }

    /** Whether the shares are the same, exactly; weights may differ. */
    public boolean hasSharesOf(Routes other) {
        BigInteger sum = sum();
        BigInteger otherSum = other.sum();
        return weights.keySet().equals(other.weights.keySet())
                && isSame(refused, sum, other.refused, otherSum)
                && weights.entrySet().stream()
                        .allMatch(e -> isSame(
                                e.getValue(), sum, other.weights.getOrDefault(e.getKey(), BigInteger.ZERO), otherSum));
    }

    private static boolean isSame(BigInteger weight, BigInteger sum, BigInteger other, BigInteger otherSum) {
        return weight.multiply(otherSum).equals(other.multiply(sum));
    }

    /** By how much the share of a place differs at most, from 0 to 1. */
    public BigDecimal largestDifference(Routes other) {
        BigDecimal largest =
                share(refused, this).subtract(share(other.refused, other)).abs();
        SortedMap<Place, BigInteger> all = new TreeMap<>(weights);
        all.putAll(other.weights);
        for (Place place : all.keySet()) {
            BigDecimal mine = share(weights.getOrDefault(place, BigInteger.ZERO), this);
            BigDecimal theirs = share(other.weights.getOrDefault(place, BigInteger.ZERO), other);
            largest = largest.max(mine.subtract(theirs).abs());
        }
        return largest;
    }

    private static BigDecimal share(BigInteger weight, Routes routes) {
        return new BigDecimal(weight).divide(new BigDecimal(routes.sum().max(BigInteger.ONE)), MathContext.DECIMAL128);
    }

    private BigInteger sum() {
        return weights.values().stream().reduce(refused, BigInteger::add);
    }

    /** The places with their weights. */
    @Override
    public String toString() {
        return refused.signum() == 0 ? weights.toString() : weights + ", nobody=" + refused;
    }
}
