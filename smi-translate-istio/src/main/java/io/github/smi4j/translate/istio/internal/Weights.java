package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.policy.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights in Istio's range: 32 bits each, and their sum too, since its validator adds in 32 bits.
 *
 * @param shares the backends with a weight above 0, with their weights
 * @param errors for each backend whose share differs, by how much; empty where the ratios are exact
 */
record Weights(List<Share> shares, List<String> errors) {
    private static final BigInteger MAX_SUM = BigInteger.valueOf(Integer.MAX_VALUE);

    static Weights of(List<Share> given) {
        List<Share> shares = given.stream().filter(s -> s.weight().signum() > 0).toList();
        if (sum(shares).compareTo(MAX_SUM) <= 0) {
            return new Weights(shares, List.of());
        }
        BigInteger divisor = shares.stream().map(Share::weight).reduce(BigInteger.ZERO, BigInteger::gcd);
        List<Share> reduced = shares.stream()
                .map(s -> new Share(s.backend(), s.weight().divide(divisor)))
                .toList();
        return sum(reduced).compareTo(MAX_SUM) <= 0 ? new Weights(reduced, List.of()) : scaled(reduced);
    }

    private static BigInteger sum(List<Share> shares) {
        return shares.stream().map(Share::weight).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The largest remainders are rounded up; a backend that had traffic keeps some. */
    private static Weights scaled(List<Share> shares) {
        BigInteger sum = sum(shares);
        List<BigInteger> weights = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger left = MAX_SUM;
        for (Share share : shares) {
            BigInteger[] scaled = share.weight().multiply(MAX_SUM).divideAndRemainder(sum);
            BigInteger weight = scaled[0].max(BigInteger.ONE);
            weights.add(weight);
            remainders.add(scaled[0].signum() == 0 ? BigInteger.ZERO : scaled[1]);
            left = left.subtract(weight);
        }
        distribute(weights, remainders, left);
        List<Share> fitted = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        BigInteger fittedSum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        for (int i = 0; i < shares.size(); i++) {
            fitted.add(new Share(shares.get(i).backend(), weights.get(i)));
            BigInteger error = weights.get(i)
                    .multiply(sum)
                    .subtract(shares.get(i).weight().multiply(fittedSum))
                    .abs();
            if (error.signum() != 0) {
                errors.add(shares.get(i).backend().name() + " by " + percent(error, sum.multiply(fittedSum)));
            }
        }
        return new Weights(fitted, errors);
    }

    /** Gives out what is left by the size of the remainders; takes what is missing from the largest weight. */
    private static void distribute(List<BigInteger> weights, List<BigInteger> remainders, BigInteger left) {
        List<Integer> order = IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .toList();
        for (int i = 0; i < left.intValue(); i++) {
            int place = order.get(i % order.size());
            weights.set(place, weights.get(place).add(BigInteger.ONE));
        }
        if (left.signum() < 0) {
            int largest = IntStream.range(0, weights.size())
                    .boxed()
                    .max(Comparator.comparing(weights::get))
                    .orElseThrow();
            weights.set(largest, weights.get(largest).add(left));
        }
    }

    private static String percent(BigInteger error, BigInteger whole) {
        BigDecimal percent = new BigDecimal(error)
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(whole), 12, RoundingMode.UP);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
