package io.github.smi4j.regex;

import io.github.smi4j.regex.CharacterSet.Range;
import java.util.List;

/** Writes a set of characters as a literal, a dot or a class, in printable ASCII. */
final class CharacterPrinter {

    private static final String SPECIAL = "\\.+*?()|[{^$";
    private static final String SPECIAL_IN_CLASS = "\\[]^-";

    private CharacterPrinter() {}

    /** Writes a set; {@code folding} says that {@code (?i)} is in force, which the set then must allow. */
    static String print(CharacterSet set, boolean folding) {
        if (set.equals(CharacterSet.ALL)) {
            return "(?s:.)";
        }
        if (set.equals(CharacterSet.ALL_BUT_NEWLINE)) {
            return ".";
        }
        CharacterSet written = folding ? written(set).withoutUpperCase() : written(set);
        if (isNegated(set)) {
            return "[^" + ranges(written) + "]";
        }
        return written.isSingle() ? character(written.first(), SPECIAL) : "[" + ranges(written) + "]";
    }

    /** The set whose ranges are written: the complement of one that reaches to the last code point. */
    static CharacterSet written(CharacterSet set) {
        return isNegated(set) ? set.complement() : set;
    }

    private static boolean isNegated(CharacterSet set) {
        return set.contains(CharacterSet.LAST);
    }

    private static String ranges(CharacterSet set) {
        StringBuilder out = new StringBuilder();
        List<Range> ranges = set.ranges();
        for (Range range : ranges) {
            out.append(character(range.first(), SPECIAL_IN_CLASS));
            if (range.last() > range.first() + 1) {
                out.append('-');
            }
            if (range.last() > range.first()) {
                out.append(character(range.last(), SPECIAL_IN_CLASS));
            }
        }
        return out.toString();
    }

    private static String character(int codePoint, String special) {
        return switch (codePoint) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> CharacterSet.isOfDomain(codePoint) ? printable(codePoint, special) : hexadecimal(codePoint);
        };
    }

    private static String printable(int codePoint, String special) {
        String text = Character.toString(codePoint);
        return special.contains(text) ? "\\" + text : text;
    }

    private static String hexadecimal(int codePoint) {
        return String.format(codePoint <= 0xFF ? "\\x%02X" : "\\x{%X}", codePoint);
    }
}
