package io.github.smi4j.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted scalar stands for to Kubernetes, whose parser (go-yaml v2) knows the words and most of the numbers of YAML
 * 1.1, and where YAML 1.2 would read it in another way.
 */
final class PlainScalars {
    // Fixed patterns without nested repetition: linear on any text.
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7]+");
    private static final Pattern PREFIXED = Pattern.compile("[-+]?0([xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)");
    private static final Pattern PREFIXED_CORE = Pattern.compile("0(x[0-9a-fA-F]+|o[0-7]+)");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?");
    private static final Set<String> NOT_FINITE = Set.of(
            ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN");
    private static final Set<String> CORE_WORDS = Set.of("true", "false", "null");
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int LONGEST_WORD = 5;
    private static final int SHORTEST_LARGE_NUMBER = 10;
    private static final Map<String, Optional<Boolean>> WORDS = words();

    private PlainScalars() {}

    private static Map<String, Optional<Boolean>> words() {
        Map<String, Optional<Boolean>> words = new HashMap<>();
        for (String word : Set.of("true", "yes", "on", "y")) {
            putCases(words, word, Optional.of(true));
        }
        for (String word : Set.of("false", "no", "off", "n")) {
            putCases(words, word, Optional.of(false));
        }
        putCases(words, "null", Optional.empty());
        words.put("~", Optional.empty());
        words.put("", Optional.empty());
        return words;
    }

    /** Lower case, capitalised and upper case are words; other spellings are text. */
    private static void putCases(Map<String, Optional<Boolean>> words, String word, Optional<Boolean> value) {
        words.put(word, value);
        words.put(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1), value);
        words.put(word.toUpperCase(Locale.ROOT), value);
    }

    /** Null, a Boolean, an Integer, Long, BigInteger or BigDecimal, or the text itself. */
    static @Nullable Object resolve(String text) {
        Optional<Boolean> word = text.length() <= LONGEST_WORD ? WORDS.get(text) : null;
        if (word != null) {
            return word.orElse(null);
        }
        return startsLikeNumber(text) ? number(text) : text;
    }

    /** Whether nobody could take the text for anything else: longer than any word, and beginning with a letter. */
    static boolean isPlainlyText(String text) {
        return text.length() > LONGEST_WORD && Character.isLetter(text.charAt(0));
    }

    /** Whether YAML 1.2 reads the text in another way than Kubernetes does. */
    static boolean isDisputed(String text) {
        if (isWord(text)) {
            return !text.isEmpty() && !text.equals("~") && !CORE_WORDS.contains(text.toLowerCase(Locale.ROOT));
        }
        return text.length() <= MAX_NUMBER_LENGTH
                && startsLikeNumber(text)
                && !isSmallNumber(text)
                && !Objects.equals(number(text), coreNumber(text));
    }

    /** Whether the text is a whole number that Kubernetes reads as octal for its leading zero. */
    static boolean isOctal(String text) {
        return text.length() <= MAX_NUMBER_LENGTH && OCTAL.matcher(text).matches() && isDisputed(text);
    }

    /** Whether the text is a number that JSON has no form for: infinite, or none. */
    static boolean isNotFinite(String text) {
        return text.length() <= LONGEST_WORD && NOT_FINITE.contains(text);
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD && WORDS.containsKey(text);
    }

    private static boolean startsLikeNumber(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    private static boolean isSmallNumber(String text) {
        char first = text.charAt(0);
        boolean digits = text.length() < SHORTEST_LARGE_NUMBER && (first != '0' || text.length() == 1);
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    private static Object number(String text) {
        if (isSmallNumber(text)) {
            return Integer.valueOf(text);
        }
        if (text.length() > MAX_NUMBER_LENGTH) {
            return text;
        }
        // Underscores between digits are YAML 1.1's; a text that starts with a point is not searched for them.
        String digits = text.charAt(0) == '.' ? text : text.replace("_", "");
        if (PREFIXED.matcher(digits).matches()) {
            return prefixed(digits, text);
        }
        if (OCTAL.matcher(digits).matches()) {
            BigInteger octal = new BigInteger(digits, 8);
            return fits(octal, digits) ? narrow(octal) : decimal(digits, text);
        }
        return decimal(digits, text);
    }

    /** A number to YAML 1.2, its core schema. */
    private static Object coreNumber(String text) {
        return PREFIXED_CORE.matcher(text).matches() ? prefixed(text, text) : decimal(text, text);
    }

    private static Object decimal(String digits, String text) {
        if (WHOLE.matcher(digits).matches()) {
            return narrow(new BigInteger(digits));
        }
        return DECIMAL.matcher(digits).matches() ? new BigDecimal(digits) : text;
    }

    private static Object prefixed(String digits, String text) {
        boolean signed = digits.charAt(0) == '-' || digits.charAt(0) == '+';
        int prefix = signed ? 1 : 0;
        int radix = switch (Character.toLowerCase(digits.charAt(prefix + 1))) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
        };
        BigInteger number = new BigInteger(digits.substring(0, prefix) + digits.substring(prefix + 2), radix);
        return fits(number, digits) ? narrow(number) : text;
    }

    /** Whether the number is one of 64 bits, with a sign or without. */
    private static boolean fits(BigInteger number, String digits) {
        boolean signed = digits.charAt(0) == '-' || digits.charAt(0) == '+';
        return number.bitLength() < Long.SIZE || (number.bitLength() == Long.SIZE && !signed);
    }

    private static Number narrow(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
    }
}
