package io.github.smi4j.regex;

import java.util.OptionalInt;

/** Reads the quantifier behind an item, and keeps repetitions inside the limits. */
final class Quantifiers {

    private record Bounds(int least, int most) {}

    private static final String BRACE_HELP = "For the brace itself write `\\{`.";

    private final PatternReader reader;

    Quantifiers(PatternReader reader) {
        this.reader = reader;
    }

    /** Refuses a quantifier where an item must stand. */
    void refuseDangling() {
        int start = reader.position();
        if (isAtQuantifier()) {
            read();
            throw new Refusal(
                    start,
                    "There is nothing for " + reader.quoteFrom(start) + " to repeat.",
                    "Put what it repeats before it; for the character itself write a backslash before it.");
        }
    }

    /** The item with the quantifier that follows it, or the item itself if none does. */
    Fragment apply(Fragment item) {
        if (!isAtQuantifier()) {
            return item;
        }
        int start = reader.position();
        Bounds bounds = read();
        int count = Fragment.count(bounds.least, bounds.most);
        if (item.repeatsAfter(count) > Regex.MAX_REPEAT) {
            throw new Refusal(
                    start,
                    "Counted repetitions that nest repeat their text more than " + Regex.MAX_REPEAT + " times.",
                    "Lower the counts: multiplied with one another they may reach " + Regex.MAX_REPEAT + ".");
        }
        checkSize(item.sizeAfter(count), start);
        reader.takeIf('?');
        refuseSecond();
        return item.repeated(bounds.least, bounds.most);
    }

    void checkSize(int size, int offset) {
        if (size > Regex.MAX_SIZE) {
            throw new Refusal(
                    offset,
                    "With its repetitions written out the pattern is larger than " + Regex.MAX_SIZE + ".",
                    "Lower the counts, or use `*` or `+` instead of a count.");
        }
    }

    private void refuseSecond() {
        int start = reader.position();
        if (reader.peek() == '+') {
            throw new Refusal(
                    start,
                    "The `+` makes the quantifier before it possessive.",
                    "Neither engine backtracks, so leave the `+` out.");
        }
        if (isAtQuantifier()) {
            read();
            throw new Refusal(
                    start,
                    "The quantifier " + reader.quoteFrom(start) + " follows another quantifier.",
                    "Keep one of them, or put what is repeated twice into a group, as in `(?:a{2})*`.");
        }
    }

    private boolean isAtQuantifier() {
        return switch (reader.peek()) {
            case '*', '+', '?', '{' -> true;
            default -> false;
        };
    }

    private Bounds read() {
        int start = reader.position();
        return switch (reader.take()) {
            case '*' -> new Bounds(0, Node.Repeat.UNBOUNDED);
            case '+' -> new Bounds(1, Node.Repeat.UNBOUNDED);
            case '?' -> new Bounds(0, 1);
            default -> readBraces(start);
        };
    }

    private Bounds readBraces(int start) {
        OptionalInt least = readCount(start);
        boolean comma = reader.takeIf(',');
        OptionalInt most = comma ? readCount(start) : least;
        if (!reader.takeIf('}')) {
            throw new Refusal(
                    start, "The `{` does not begin a repetition such as `{2}`, `{2,}` or `{2,5}`.", BRACE_HELP);
        }
        if (least.isEmpty()) {
            throw new Refusal(
                    start,
                    "The repetition " + reader.quoteFrom(start) + " has no lower count.",
                    comma ? "Write `{0,n}` for at most n times. " + BRACE_HELP : BRACE_HELP);
        }
        return checked(start, new Bounds(least.getAsInt(), most.orElse(Node.Repeat.UNBOUNDED)));
    }

    private Bounds checked(int start, Bounds bounds) {
        int largest = bounds.most == Node.Repeat.UNBOUNDED ? bounds.least : Math.max(bounds.least, bounds.most);
        if (largest > Regex.MAX_REPEAT) {
            throw new Refusal(
                    start,
                    "The repetition " + reader.quoteFrom(start) + " counts past " + Regex.MAX_REPEAT + ".",
                    "Lower the count, or use `*` or `+`.");
        }
        if (bounds.least > bounds.most) {
            throw new Refusal(
                    start,
                    "The repetition " + reader.quoteFrom(start) + " has its counts in the wrong order.",
                    "Write the lower count first.");
        }
        return bounds;
    }

    /** Absent if no digit is there; any count past the limit is answered as one more than the limit. */
    private OptionalInt readCount(int start) {
        int first = reader.position();
        int count = 0;
        while ('0' <= reader.peek() && reader.peek() <= '9') {
            count = Math.min(Regex.MAX_REPEAT + 1, count * 10 + (reader.peek() - '0'));
            reader.skip(1);
        }
        int digits = reader.position() - first;
        if (digits > 1 && reader.peek(-digits) == '0') {
            throw new Refusal(
                    start,
                    "A count of the repetition has a leading zero.",
                    "Write the count without it. " + BRACE_HELP);
        }
        return digits == 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
