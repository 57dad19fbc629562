package io.github.smi4j.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted scalar stands for: the core schema of YAML 1.2, but for whole numbers with a leading zero, which are
 * octal in the YAML that Kubernetes reads.
 */
final class PlainScalars {
    // Fixed patterns without nested repetition: linear on any text.
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final int MAX_NUMBER_LENGTH = 100;

    private PlainScalars() {}

    static @Nullable Object resolve(String text) {
        if (NULL.contains(text)) {
            return null;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        if (text.length() > MAX_NUMBER_LENGTH) {
            return text;
        }
        if (isOctal(text)) {
            return narrow(new BigInteger(text, 8));
        }
        if (WHOLE.matcher(text).matches()) {
            return narrow(new BigInteger(text));
        }
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    /** Whether Kubernetes reads the text as an octal number and YAML 1.2 as a decimal one. */
    static boolean isOctal(String text) {
        return text.length() <= MAX_NUMBER_LENGTH && OCTAL.matcher(text).matches();
    }

    private static Number narrow(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
    }
}
