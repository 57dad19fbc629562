package io.github.smi4j.regex;

import java.util.List;

/**
 * A parsed part of the pattern, with what the limits count.
 *
 * @param repeats the largest product of counts of repetitions that nest in it, at least 1
 * @param size its size with its repetitions written out
 * @param nesting how many of the groups that its structure needs nest in it
 */
record Fragment(Node node, int repeats, int size, int nesting) {

    private static final int LAST_OF_ASCII = 0x7F;

    static Fragment leaf(Node node) {
        return new Fragment(node, 1, 1, 0);
    }

    static Fragment characters(CharacterSet set) {
        int wide = (int) CharacterPrinter.written(set).ranges().stream()
                .filter(range -> range.last() > LAST_OF_ASCII)
                .count();
        return new Fragment(new Node.Characters(set), 1, 1 + wide, 0);
    }

    static Fragment sequence(List<Fragment> parts) {
        return combined(Node.sequence(parts.stream().map(Fragment::node).toList()), parts);
    }

    static Fragment choice(List<Fragment> parts) {
        return combined(Node.choice(parts.stream().map(Fragment::node).toList()), parts);
    }

    private static Fragment combined(Node node, List<Fragment> parts) {
        int repeats = parts.stream().mapToInt(Fragment::repeats).max().orElse(1);
        int size = parts.stream().mapToInt(Fragment::size).sum();
        int nesting = parts.stream()
                .mapToInt(part ->
                        part.nesting + (node instanceof Node.Sequence && part.node instanceof Node.Choice ? 1 : 0))
                .max()
                .orElse(0);
        return new Fragment(node, repeats, size, nesting);
    }

    /** This one repeated; the caller has checked {@link #repeatsAfter} and {@link #sizeAfter}. */
    Fragment repeated(int least, int most) {
        int count = count(least, most);
        int groups = node instanceof Node.Characters ? 0 : 1;
        return new Fragment(Node.repeat(node, least, most), repeatsAfter(count), sizeAfter(count), nesting + groups);
    }

    int repeatsAfter(int count) {
        return repeats * count;
    }

    int sizeAfter(int count) {
        return size * count;
    }

    /** How many copies of the body an engine writes out, as RE2 counts them. */
    static int count(int least, int most) {
        return Math.max(1, most == Node.Repeat.UNBOUNDED ? least : most);
    }
}
