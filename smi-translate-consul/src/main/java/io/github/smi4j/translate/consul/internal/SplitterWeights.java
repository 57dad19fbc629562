package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.policy.Share;
import io.github.smi4j.translate.consul.config.ServiceSplit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights in hundredths of a percent, which is all that Consul knows: by the largest remainders, so that they sum to 100 % and
 * none is off by a hundredth or more. Envoy may count with one less, since Consul cuts off what its 32-bit numbers make of them.
 *
 * @param hundredths the weights, in the order of the shares; they sum to 10000
 * @param errors for each backend whose share differs, its name and by how much as Envoy counts; empty where all are exact
 * @param lost the backends that had a share and got none
 */
record SplitterWeights(List<Integer> hundredths, List<String> errors, List<String> lost) {
    private static final BigInteger WHOLE = BigInteger.valueOf(ServiceSplit.WHOLE);
    private static final float HUNDRED = 100f;
    private static final int DIGITS = 6;

    SplitterWeights {
        hundredths = List.copyOf(hundredths);
        errors = List.copyOf(errors);
        lost = List.copyOf(lost);
    }

    /**
     * The weights of shares.
     *
     * @param shares at least one with a weight above 0
     */
    static SplitterWeights of(List<Share> shares) {
        BigInteger sum = shares.stream().map(Share::weight).reduce(BigInteger.ZERO, BigInteger::add);
        List<Integer> hundredths = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (Share share : shares) {
            BigInteger[] scaled = share.weight().multiply(WHOLE).divideAndRemainder(sum);
            hundredths.add(scaled[0].intValueExact());
            remainders.add(scaled[1]);
        }
        distribute(hundredths, remainders, shares);
        List<Integer> counted =
                hundredths.stream().map(SplitterWeights::counted).toList();
        BigInteger all = BigInteger.valueOf(counted.stream().mapToInt(i -> i).sum());
        List<String> errors = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            BigInteger error = BigInteger.valueOf(counted.get(i))
                    .multiply(sum)
                    .subtract(share.weight().multiply(all));
            if (error.signum() != 0) {
                errors.add(share.backend().name() + " by " + points(error, sum.multiply(all)));
            }
            if (share.weight().signum() > 0 && hundredths.get(i) == 0) {
                lost.add(share.backend().name());
            }
        }
        return new SplitterWeights(hundredths, errors, lost);
    }

    /** What Envoy counts with for a weight. */
    static int counted(int hundredths) {
        float percent = hundredths / HUNDRED;
        return (int) (percent * HUNDRED);
    }

    /** What is left goes to the largest remainders; of equal ones to the name that comes first. */
    private static void distribute(List<Integer> hundredths, List<BigInteger> remainders, List<Share> shares) {
        int left = ServiceSplit.WHOLE - hundredths.stream().mapToInt(i -> i).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i))
                        .reversed()
                        .thenComparing(i -> shares.get(i).backend()))
                .limit(left)
                .forEach(i -> hundredths.set(i, hundredths.get(i) + 1));
    }

    /** In points of a percent, with its sign, not smaller than it is. */
    private static String points(BigInteger error, BigInteger whole) {
        BigDecimal points = new BigDecimal(error)
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(whole), DIGITS, RoundingMode.UP)
                .stripTrailingZeros();
        return (points.signum() > 0 ? "+" : "") + points.toPlainString() + " %";
    }
}
