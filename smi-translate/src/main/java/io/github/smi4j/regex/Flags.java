package io.github.smi4j.regex;

/** The flags in force at a place of the pattern; {@code U} is not among them, since greediness is not kept. */
record Flags(boolean ignoreCase, boolean multiLine, boolean dotAll) {

    static final Flags NONE = new Flags(false, false, false);

    Flags with(char flag, boolean value) {
        return switch (flag) {
            case 'i' -> new Flags(value, multiLine, dotAll);
            case 'm' -> new Flags(ignoreCase, value, dotAll);
            case 's' -> new Flags(ignoreCase, multiLine, value);
            default -> this;
        };
    }

    CharacterSet apply(CharacterSet set) {
        return ignoreCase ? set.folded() : set;
    }

    CharacterSet dot() {
        return dotAll ? CharacterSet.ALL : CharacterSet.ALL_BUT_NEWLINE;
    }
}
