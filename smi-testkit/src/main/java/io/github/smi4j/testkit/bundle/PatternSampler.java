package io.github.smi4j.testkit.bundle;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Texts that a pattern is likely to match: it is read left to right, and one way through it is taken at random. Marks such as
 * {@code $} and {@code \b} are read over, so some texts do not match.
 */
public final class PatternSampler {
    private static final int PRINTABLE = '~' - ' ' + 1;
    private static final String ALPHABET = "ab/x.*{}%0A-_ ~";

    private final String pattern;
    private final Random random;
    private int at;

    private PatternSampler(String pattern, Random random) {
        this.pattern = pattern;
        this.random = random;
    }

    /** A text. */
    public static String sample(String pattern, Random random) {
        return new PatternSampler(pattern, random).choice();
    }

    /** A text that differs a little. */
    public static String mutate(String text, Random random) {
        int place = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), place + 1);
        String other = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, place) + other + text.substring(place);
            case 1 -> text.substring(0, place) + text.substring(end);
            case 2 -> text.substring(0, place) + other + text.substring(end);
            case 3 -> text.substring(0, place);
            case 4 -> text + other;
            case 5 -> text + "/" + other;
            case 6 -> text.substring(0, place) + flipped(text.substring(place, end)) + text.substring(end);
            default -> text.substring(0, place) + text.substring(place, end).repeat(2) + text.substring(end);
        };
    }

    private static String flipped(String text) {
        return text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private boolean isNext(String text) {
        return pattern.startsWith(text, at);
    }

    private String choice() {
        List<String> ways = new ArrayList<>(List.of(sequence()));
        while (isNext("|")) {
            at++;
            ways.add(sequence());
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && !isNext("|") && !isNext(")")) {
            int start = at;
            StringBuilder atom = new StringBuilder(atom());
            int end = at;
            int count = count();
            int next = at;
            if (count == 0) {
                continue;
            }
            for (int i = 1; i < count; i++) {
                at = start;
                atom.append(atom());
                at = end;
            }
            at = next;
            text.append(atom);
        }
        return text.toString();
    }

    /** How often the atom before is taken. */
    private int count() {
        int[] range = {1, 1};
        if (isNext("*") || isNext("+") || isNext("?")) {
            char mark = pattern.charAt(at++);
            range = new int[] {mark == '+' ? 1 : 0, mark == '?' ? 1 : 3};
        } else if (isNext("{") && pattern.substring(at).matches("(?s)\\{\\d+(,\\d*)?}.*")) {
            int close = pattern.indexOf('}', at);
            String[] numbers = pattern.substring(at + 1, close).split(",", -1);
            int least = Integer.parseInt(numbers[0]);
            boolean open = numbers.length == 2 && numbers[1].isEmpty();
            range = new int[] {least, numbers.length == 1 ? least : open ? least + 2 : Integer.parseInt(numbers[1])};
            at = close + 1;
        }
        if (isNext("?")) {
            at++;
        }
        return range[0] + random.nextInt(range[1] - range[0] + 1);
    }

    private String atom() {
        char c = pattern.charAt(at);
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            return member(characterClass());
        }
        if (c == '\\') {
            int length = isNext("\\x") ? 4 : 2;
            String escape = pattern.substring(at, at + length);
            at += length;
            return List.of("\\b", "\\B", "\\A", "\\z").contains(escape) ? "" : member(escape);
        }
        at++;
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            default -> String.valueOf(c);
        };
    }

    private String group() {
        at++;
        boolean flipping = isNext("?i");
        if (isNext("?")) {
            int close = pattern.indexOf(')', at);
            int colon = pattern.indexOf(':', at);
            if (colon < 0 || close < colon) {
                at = close + 1;
                return "";
            }
            at = colon + 1;
        }
        String inside = choice();
        at++;
        return flipping && random.nextBoolean() ? flipped(inside) : inside;
    }

    private String characterClass() {
        int start = at++;
        at += isNext("^") ? 1 : 0;
        at += isNext("]") ? 1 : 0;
        while (!isNext("]")) {
            at += isNext("\\") ? 2 : isNext("[:") ? pattern.indexOf(":]", at) + 2 - at : 1;
        }
        return pattern.substring(start, ++at);
    }

    private String member(String one) {
        Pattern pattern = Pattern.compile(one);
        int from = random.nextInt(PRINTABLE);
        for (int i = 0; i < PRINTABLE; i++) {
            String text = Character.toString(' ' + (from + i) % PRINTABLE);
            if (pattern.matches(text)) {
                return text;
            }
        }
        return "";
    }
}
