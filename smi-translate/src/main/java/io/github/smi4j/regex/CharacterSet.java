package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of characters: ranges of code points in ascending order, with a gap between one and the next. Surrogates are in
 * no set, since no engine meets one; the ranges on both sides of them are still two.
 */
record CharacterSet(List<Range> ranges) {

    /** The code points from {@code first} to {@code last}, both included. */
    record Range(int first, int last) {}

    static final int LAST = Character.MAX_CODE_POINT;

    private static final int BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;
    private static final int AFTER_SURROGATES = Character.MAX_SURROGATE + 1;
    private static final Range DOMAIN = new Range(' ', '~');
    private static final Range UPPER = new Range('A', 'Z');
    private static final Range LOWER = new Range('a', 'z');
    private static final int TO_LOWER = 'a' - 'A';
    private static final int LONG_S = 0x17F;
    private static final int KELVIN = 0x212A;

    static final CharacterSet ALL = of(0, LAST);
    static final CharacterSet ALL_BUT_NEWLINE = single('\n').complement();

    CharacterSet {
        ranges = List.copyOf(ranges);
    }

    static CharacterSet single(int codePoint) {
        return of(codePoint, codePoint);
    }

    static CharacterSet of(int first, int last) {
        return normalised(List.of(new Range(first, last)));
    }

    static CharacterSet union(List<CharacterSet> sets) {
        return normalised(sets.stream().flatMap(set -> set.ranges.stream()).toList());
    }

    static boolean isOfDomain(int codePoint) {
        return DOMAIN.first <= codePoint && codePoint <= DOMAIN.last;
    }

    private static CharacterSet normalised(List<Range> unordered) {
        List<Range> merged = new ArrayList<>();
        List<Range> ordered = unordered.stream()
                .flatMap(range -> withoutSurrogates(range).stream())
                .sorted(Comparator.comparingInt(Range::first))
                .toList();
        for (Range range : ordered) {
            int end = merged.size() - 1;
            if (end >= 0 && range.first <= merged.get(end).last + 1) {
                Range previous = merged.get(end);
                merged.set(end, new Range(previous.first, Math.max(previous.last, range.last)));
            } else {
                merged.add(range);
            }
        }
        return new CharacterSet(merged);
    }

    private static List<Range> withoutSurrogates(Range range) {
        List<Range> kept = new ArrayList<>();
        addIntersection(kept, range, new Range(0, BEFORE_SURROGATES), 0);
        addIntersection(kept, range, new Range(AFTER_SURROGATES, LAST), 0);
        return kept;
    }

    private static void addIntersection(List<Range> target, Range range, Range other, int shift) {
        int first = Math.max(range.first, other.first);
        int last = Math.min(range.last, other.last);
        if (first <= last) {
            target.add(new Range(first + shift, last + shift));
        }
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Asked for each character of each set of each expression: a loop takes a fraction of what a stream does. */
    boolean contains(int codePoint) {
        for (Range range : ranges) {
            if (range.first <= codePoint && codePoint <= range.last) {
                return true;
            }
        }
        return false;
    }

    boolean containsDomain() {
        return ranges.stream().anyMatch(range -> range.first <= DOMAIN.first && DOMAIN.last <= range.last);
    }

    boolean isSingle() {
        return ranges.size() == 1 && ranges.get(0).first == ranges.get(0).last;
    }

    int first() {
        return ranges.get(0).first;
    }

    CharacterSet complement() {
        List<Range> gaps = new ArrayList<>();
        int next = 0;
        for (Range range : ranges) {
            gaps.add(new Range(next, range.first - 1));
            next = range.last + 1;
        }
        gaps.add(new Range(next, LAST));
        // A gap from one character to another before it is none, and left out there.
        return normalised(gaps);
    }

    /**
     * This set under {@code (?i)}: with the other case of its ASCII letters, and of the two characters outside ASCII
     * that fold to one. More would not be seen in a request, and would tie us to one version of Unicode.
     */
    CharacterSet folded() {
        List<Range> all = new ArrayList<>(ranges);
        for (Range range : ranges) {
            addIntersection(all, range, UPPER, TO_LOWER);
            addIntersection(all, range, LOWER, -TO_LOWER);
        }
        if (contains(LONG_S)) {
            all.addAll(List.of(new Range('s', 's'), new Range('S', 'S')));
        }
        if (contains(KELVIN)) {
            all.addAll(List.of(new Range('k', 'k'), new Range('K', 'K')));
        }
        return normalised(all);
    }

    /** Whether {@code (?i)} changes nothing about this set. */
    boolean isFolded() {
        return folded().equals(this);
    }

    /** Whether this is one ASCII letter in both cases. */
    boolean isFoldedLetter() {
        return ranges.size() == 2 && equals(single(first()).folded());
    }

    CharacterSet withoutUpperCase() {
        List<Range> rest = new ArrayList<>();
        for (Range range : ranges) {
            addIntersection(rest, range, new Range(0, UPPER.first - 1), 0);
            addIntersection(rest, range, new Range(UPPER.last + 1, LAST), 0);
        }
        return normalised(rest);
    }
}
