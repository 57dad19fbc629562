package io.github.smi4j.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A Kubernetes quantity as the exact number it stands for: {@code 500m} is one half, {@code 1k} one thousand (Kubernetes
 * API conventions, "Serialization format" of resource.Quantity). Equal quantities are equal numbers, however written.
 */
public final class Quantity implements Comparable<Quantity> {
    /** How long a text may be: {@value} characters. */
    public static final int MAX_LENGTH = 64;

    /** How large a decimal exponent may be, either way: {@value}. */
    public static final int MAX_EXPONENT = 18;

    /** 0. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    /** Weights are percentages most of the time. */
    private static final List<Quantity> SMALL = LongStream.rangeClosed(0, 100)
            .mapToObj(n -> new Quantity(BigDecimal.valueOf(n)))
            .toList();

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("n", BigDecimal.ONE.scaleByPowerOfTen(-9)),
            Map.entry("u", BigDecimal.ONE.scaleByPowerOfTen(-6)),
            Map.entry("m", BigDecimal.ONE.scaleByPowerOfTen(-3)),
            Map.entry("k", BigDecimal.ONE.scaleByPowerOfTen(3)),
            Map.entry("M", BigDecimal.ONE.scaleByPowerOfTen(6)),
            Map.entry("G", BigDecimal.ONE.scaleByPowerOfTen(9)),
            Map.entry("T", BigDecimal.ONE.scaleByPowerOfTen(12)),
            Map.entry("P", BigDecimal.ONE.scaleByPowerOfTen(15)),
            Map.entry("E", BigDecimal.ONE.scaleByPowerOfTen(18)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private final BigDecimal value;

    private Quantity(BigDecimal value) {
        this.value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** A whole number. */
    public static Quantity of(long value) {
        return value >= 0 && value < SMALL.size() ? SMALL.get((int) value) : new Quantity(BigDecimal.valueOf(value));
    }

    /** An exact decimal; an exponent beyond {@link #MAX_EXPONENT} is an {@link IllegalArgumentException}. */
    public static Quantity of(BigDecimal value) {
        return tryOf(value)
                .orElseThrow(() -> new IllegalArgumentException("exponent beyond " + MAX_EXPONENT + ": " + value));
    }

    /** An exact decimal; absent if its exponent is beyond {@link #MAX_EXPONENT}. */
    public static Optional<Quantity> tryOf(BigDecimal value) {
        boolean inRange = Math.abs((long) value.scale()) <= MAX_LENGTH
                && value.precision() <= MAX_LENGTH
                && Math.abs((long) value.precision() - value.scale()) <= 2L * MAX_EXPONENT;
        return inRange
                ? Optional.of(new Quantity(value)).filter(q -> q.toString().length() <= MAX_LENGTH)
                : Optional.empty();
    }

    /**
     * Reads the text of a quantity, for example {@code 10}, {@code 0.5}, {@code 500m}, {@code 1Ki}, {@code 1e3}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Quantity parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a Kubernetes quantity such as 10, 0.5, 500m or 1Ki: \"" + text + '"'));
    }

    /** Reads the text of a quantity; absent if it is not one, or longer than {@link #MAX_LENGTH} characters. */
    public static Optional<Quantity> tryParse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int end = endOfNumber(text);
        return number(text.substring(0, end))
                .flatMap(number -> unit(text.substring(end)).map(number::multiply))
                .flatMap(Quantity::tryOf);
    }

    private static int endOfNumber(String text) {
        int end = 0;
        while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static Optional<BigDecimal> number(String digits) {
        int start = digits.startsWith("+") || digits.startsWith("-") ? 1 : 0;
        String unsigned = digits.substring(start);
        boolean wellFormed = unsigned.chars().anyMatch(c -> c != '.')
                && unsigned.chars().filter(c -> c == '.').count() <= 1
                && unsigned.indexOf('+') < 0
                && unsigned.indexOf('-') < 0;
        return wellFormed ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private static Optional<BigDecimal> unit(String suffix) {
        BigDecimal factor = SUFFIXES.get(suffix);
        if (factor != null) {
            return Optional.of(factor);
        }
        boolean exponent = suffix.length() > 1 && (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E');
        return exponent ? exponent(suffix.substring(1)) : Optional.empty();
    }

    private static Optional<BigDecimal> exponent(String digits) {
        if (endOfNumber(digits) < digits.length()) {
            return Optional.empty(); // parseInt takes the digits of every script
        }
        try {
            int exponent = Integer.parseInt(digits);
            return Math.abs((long) exponent) > MAX_EXPONENT
                    ? Optional.empty()
                    : Optional.of(BigDecimal.ONE.scaleByPowerOfTen(exponent));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The exact number, without trailing zeros. */
    public BigDecimal value() {
        return value;
    }

    /** Whether the number has no fraction. */
    public boolean isWhole() {
        return value.scale() <= 0;
    }

    /** -1, 0 or 1 as the number is negative, zero or positive. */
    public int signum() {
        return value.signum();
    }

    /** The exact sum. */
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    /**
     * Whole numbers in the same ratio: the quantities themselves if all are whole, else the smallest such numbers, so that 1 and
     * {@code 500m} become 2 and 1. In the order of the list.
     */
    public static List<BigInteger> wholeRatio(List<Quantity> quantities) {
        int scale = quantities.stream().mapToInt(q -> q.value.scale()).max().orElse(0);
        List<BigInteger> whole = quantities.stream()
                .map(q -> q.value.scaleByPowerOfTen(Math.max(scale, 0)).toBigIntegerExact())
                .toList();
        BigInteger divisor = scale <= 0 ? BigInteger.ONE : whole.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
        return divisor.signum() == 0
                ? whole
                : whole.stream().map(n -> n.divide(divisor)).toList();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(Objects.requireNonNull(other, "other").value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /**
     * The number as Kubernetes accepts it: digits where it is whole, else the largest of {@code m}, {@code u}, {@code n}
     * that makes it whole, else the decimal itself.
     */
    @Override
    public String toString() {
        if (isWhole()) {
            return value.toPlainString();
        }
        if (value.scale() <= 3) {
            return value.scaleByPowerOfTen(3).toPlainString() + "m";
        }
        if (value.scale() <= 6) {
            return value.scaleByPowerOfTen(6).toPlainString() + "u";
        }
        return value.scale() <= 9 ? value.scaleByPowerOfTen(9).toPlainString() + "n" : value.toPlainString();
    }
}
