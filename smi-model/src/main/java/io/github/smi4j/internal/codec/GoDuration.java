package io.github.smi4j.internal.codec;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as the Go library writes them: {@code 30s}, {@code 1m0s}, {@code 1.5s}, {@code 500ms}, {@code 2h45m0s} (Go,
 * {@code time.ParseDuration} and {@code Duration.String}).
 */
public final class GoDuration {
    /** How long a text may be: {@value} characters. */
    static final int MAX_LENGTH = 64;

    // Go counts nanoseconds in 64 bits.
    private static final Duration MIN = Duration.ofNanos(Long.MIN_VALUE);
    private static final Duration MAX = Duration.ofNanos(Long.MAX_VALUE);

    // Ours alone: fixed text, and never a user's pattern. The micro sign and the Greek letter look alike, and Go reads
    // both.
    private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([nu\u00b5\u03bcm]?s|[mh])");

    private GoDuration() {}

    /** Whether Go can hold the duration: about 292 years either way. */
    public static boolean isInRange(Duration duration) {
        return duration.compareTo(MIN) >= 0 && duration.compareTo(MAX) <= 0;
    }

    /** Reads a duration; absent if it is none, out of Go's range, or finer than a nanosecond. */
    static Optional<Duration> parse(String text) {
        int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (at == text.length() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.substring(at).equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (at < text.length()) {
            if (!part.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(nanos(part.group(2)))));
            at = part.end();
        }
        return exact(text.startsWith("-") ? nanos.negate() : nanos);
    }

    private static long nanos(String unit) {
        return switch (unit.charAt(0)) {
            case 'n' -> 1;
            case 'm' -> unit.equals("m") ? 60_000_000_000L : 1_000_000;
            case 's' -> 1_000_000_000;
            case 'h' -> 3_600_000_000_000L;
            default -> 1_000;
        };
    }

    private static Optional<Duration> exact(BigDecimal nanos) {
        try {
            return Optional.of(Duration.ofNanos(nanos.longValueExact()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The text that Go gives a duration. */
    static String write(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        Duration size = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        return sign + (size.getSeconds() == 0 ? belowOneSecond(size.getNano()) : fromOneSecond(size));
    }

    private static String belowOneSecond(int nanos) {
        if (nanos < 1_000) {
            return nanos + "ns";
        }
        return nanos < 1_000_000 ? decimal(nanos, 3) + "\u00b5s" : decimal(nanos, 6) + "ms";
    }

    private static String fromOneSecond(Duration size) {
        String seconds = decimal(size.toSecondsPart() * 1_000_000_000L + size.toNanosPart(), 9) + "s";
        if (size.toHours() > 0) {
            return size.toHours() + "h" + size.toMinutesPart() + "m" + seconds;
        }
        return size.toMinutes() > 0 ? size.toMinutes() + "m" + seconds : seconds;
    }

    private static String decimal(long unscaled, int scale) {
        return BigDecimal.valueOf(unscaled, scale).stripTrailingZeros().toPlainString();
    }
}
