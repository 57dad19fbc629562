package io.github.smi4j.regex;

import java.util.HashSet;
import java.util.Set;

/** Reads what opens a group, from its {@code (} on, and refuses the kinds that are outside the dialect. */
final class GroupOpening {

    /** The flags inside the group; or, for a directive such as {@code (?i)}, those from here on. */
    record Opened(Flags flags, boolean directive) {}

    private static final String KNOWN_FLAGS = "imsU";
    private static final String FLAGS_HELP =
            "Write flags as in `(?i)`, `(?i-s)` or `(?i:…)`, of `i`, `m`, `s` and `U`, each once.";
    private static final String NO_LOOK_AROUND =
            "Neither engine has look-around. Match the text itself, or split the rule into several matches.";

    private final PatternReader reader;
    private final Set<String> names = new HashSet<>();

    GroupOpening(PatternReader reader) {
        this.reader = reader;
    }

    Opened read(Flags flags) {
        int start = reader.position();
        reader.take();
        if (!reader.takeIf('?')) {
            return new Opened(flags, false);
        }
        refuseForeign(start);
        if (reader.looksAt("P<") || reader.peek() == '<') {
            reader.skip(reader.peek() == '<' ? 1 : 2);
            readName(start);
            return new Opened(flags, false);
        }
        return readFlags(start, flags);
    }

    private void refuseForeign(int start) {
        refuseIf("=", start, "`(?=` is a look-ahead.", NO_LOOK_AROUND);
        refuseIf("!", start, "`(?!` is a negative look-ahead.", NO_LOOK_AROUND);
        refuseIf("<=", start, "`(?<=` is a look-behind.", NO_LOOK_AROUND);
        refuseIf("<!", start, "`(?<!` is a negative look-behind.", NO_LOOK_AROUND);
        refuseIf(">", start, "`(?>` is an atomic group.", "Neither engine backtracks, so write `(?:` instead.");
        refuseIf("#", start, "`(?#` is a comment.", "Remove the comment.");
        refuseIf("P=", start, "`(?P=` is a back-reference.", "Neither engine has them. Write the repeated text out.");
    }

    private void refuseIf(String found, int start, String message, String help) {
        if (reader.looksAt(found)) {
            throw new Refusal(start, message, help);
        }
    }

    private void readName(int start) {
        int nameStart = reader.position();
        StringBuilder name = new StringBuilder();
        while (isNameCharacter(reader.peek(), name.isEmpty())) {
            name.append(reader.peek());
            reader.skip(1);
        }
        if (name.isEmpty() || !reader.takeIf('>')) {
            throw new Refusal(
                    start,
                    "The group's name is not valid.",
                    "A name is of ASCII letters, digits and `_`, does not begin with a digit, and ends with `>`.");
        }
        if (!names.add(name.toString())) {
            throw new Refusal(
                    nameStart,
                    "Two groups have the name " + Quote.token(name.toString()) + ".",
                    "Rename one of them, or leave the names out: nothing reads them.");
        }
    }

    private static boolean isNameCharacter(char found, boolean first) {
        boolean letter = ('a' <= found && found <= 'z') || ('A' <= found && found <= 'Z');
        return letter || found == '_' || (!first && '0' <= found && found <= '9');
    }

    private Opened readFlags(int start, Flags outer) {
        Flags flags = outer;
        boolean value = true;
        String seen = "";
        while (reader.peek() != ')' && reader.peek() != ':') {
            int at = reader.position();
            char flag = reader.peek();
            if (reader.atEnd()) {
                throw new Refusal(start, "The group is not closed.", FLAGS_HELP);
            }
            checkFlag(at, flag, seen);
            flags = flags.with(flag, value);
            value = value && flag != '-';
            seen += flag;
        }
        if (seen.endsWith("-")) {
            throw new Refusal(reader.position() - 1, "No flag follows the `-` in the group's flags.", FLAGS_HELP);
        }
        boolean directive = reader.take() == ')';
        if (directive && seen.isEmpty()) {
            throw new Refusal(start, "`(?)` sets no flag.", FLAGS_HELP);
        }
        return new Opened(flags, directive);
    }

    private void checkFlag(int at, char flag, String seen) {
        reader.take();
        if (flag != '-' && KNOWN_FLAGS.indexOf(flag) < 0) {
            throw new Refusal(at, reader.quoteFrom(at) + " is not a flag of the dialect.", FLAGS_HELP);
        }
        if (seen.indexOf(flag) >= 0) {
            throw new Refusal(at, reader.quoteFrom(at) + " is twice among the group's flags.", FLAGS_HELP);
        }
    }
}
