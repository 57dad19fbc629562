package io.github.smi4j.translate.spi;

import io.github.smi4j.policy.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The weights of a split in the range of a mesh. Immutable.
 *
 * @param shares the backends with a weight above 0, with their weights, in the order given
 * @param errors for each backend whose share differs, its name and by how much; empty where the ratios are exact
 */
public record Weights(List<Share> shares, List<String> errors) {
    /** Copies. */
    public Weights {
        shares = List.copyOf(shares);
        errors = List.copyOf(errors);
    }

    /**
     * The weights as given where they are in the range; else divided by what divides them all; else the nearest ones, where no
     * backend loses all of its traffic.
     *
     * @param given at least one with a weight above 0
     * @param maxWeight the largest weight, at least the number of backends
     * @param maxSum the largest sum of the weights, at least {@code maxWeight}
     */
    public static Weights of(List<Share> given, long maxWeight, long maxSum) {
        List<Share> shares = given.stream().filter(s -> s.weight().signum() > 0).toList();
        Predicate<List<Share>> fits = candidates -> sum(candidates).compareTo(BigInteger.valueOf(maxSum)) <= 0
                && candidates.stream().allMatch(s -> s.weight().compareTo(BigInteger.valueOf(maxWeight)) <= 0);
        if (fits.test(shares)) {
            return new Weights(shares, List.of());
        }
        BigInteger divisor = shares.stream().map(Share::weight).reduce(BigInteger.ZERO, BigInteger::gcd);
        List<Share> reduced = shares.stream()
                .map(s -> new Share(s.backend(), s.weight().divide(divisor)))
                .toList();
        return fits.test(reduced) ? new Weights(reduced, List.of()) : scaled(reduced, BigInteger.valueOf(maxWeight));
    }

    private static BigInteger sum(List<Share> shares) {
        return shares.stream().map(Share::weight).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The largest remainders are rounded up; a backend that had traffic keeps some. */
    private static Weights scaled(List<Share> shares, BigInteger wanted) {
        BigInteger sum = sum(shares);
        List<BigInteger> weights = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger left = wanted;
        for (Share share : shares) {
            BigInteger[] scaled = share.weight().multiply(wanted).divideAndRemainder(sum);
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
