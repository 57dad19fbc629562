package io.github.smi4j.regex;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A regular expression of the dialect that RE2 and Rust's {@code regex} crate both accept and read alike on requests of
 * printable ASCII (U+0020 to U+007E, called the domain below). Immutable; two are equal when their patterns are the
 * same text.
 *
 * <p>The questions about what an expression matches come in two readings. <em>Full match</em>: the whole string must
 * match. <em>Open end</em>, the reading of SMI paths: the expression is anchored at the start only, so anything may
 * follow what it matches. Both are asked of strings of the domain. Each answer is exact when it is positive; when
 * something cannot be shown simply, the answer is the cautious one that each method names. {@link RegexLanguage} answers
 * more, and about what requests hold, at a higher price.
 */
public final class Regex {

    /** The longest pattern that is read, in UTF-16 units. */
    public static final int MAX_LENGTH = 4096;

    /**
     * How deep groups may nest, not counting two more that only set flags or surround nothing. Rust's engine gives up at 250 levels and counts four for a group (the group, its
     * choice, its sequence and its repetition).
     */
    public static final int MAX_NESTING = 60;

    /** The largest count in {@code {n,m}}, and the largest product of the counts of repetitions that nest. */
    public static final int MAX_REPEAT = 1000;

    /**
     * The largest size of an expression with its counted repetitions written out: one for each literal, class and
     * assertion, and one more for each range of a class that goes beyond ASCII. It keeps compiled programs inside the default limits of both engines.
     */
    public static final int MAX_SIZE = 5000;

    private final String pattern;
    private final Node node;
    private final LazyProgram program;

    private Regex(String pattern, Node node) {
        this.pattern = pattern;
        this.node = node;
        this.program = new LazyProgram(node);
    }

    /**
     * Reads a pattern, in time linear in its length.
     *
     * @param pattern the pattern as a user wrote it, of any content
     * @return the expression, or the first fault if the pattern is outside the dialect or past a limit of this class
     */
    public static RegexResult parse(String pattern) {
        Objects.requireNonNull(pattern, "pattern");
        try {
            return new RegexResult.Parsed(new Regex(pattern, Parser.parse(pattern)));
        } catch (Refusal refusal) {
            return new RegexResult.Faulty(refusal.fault());
        }
    }

    /**
     * The pattern as it was written. It is for messages: what goes into a mesh's configuration is {@link #print()}.
     *
     * @return the text given to {@link #parse(String)}, perhaps empty
     */
    public String pattern() {
        return pattern;
    }

    /**
     * The expression in canonical form, which both engines read alike and which matches the same strings of the domain.
     * It parses to itself, holds printable ASCII only, captures nothing, carries flags only as {@code (?i:…)},
     * {@code (?s:.)}, {@code (?m:^)} and {@code (?m:$)}, and says nothing about greediness, which never decides whether
     * a string matches. {@code \A} and {@code \z} are printed as {@code ^} and {@code $}.
     *
     * @return the canonical text, empty for the empty expression
     */
    public String print() {
        return Printer.print(node);
    }

    /**
     * The one string this expression matches in full, as in {@code /api}, {@code ^/api$} or {@code \/api}.
     *
     * @return the string, perhaps empty; absent if the expression matches another set of strings, or if that it matches
     *     exactly one cannot be shown simply
     */
    public Optional<String> literal() {
        return Language.literal(node);
    }

    /**
     * The prefix that is all this expression asks for under the open end, as in {@code /api}, {@code ^/api} or
     * {@code /api.*}: it matches the strings that begin with the prefix and no others.
     *
     * @return the prefix, perhaps empty; absent if the expression matches another set of strings, as {@code /api$} and
     *     {@code /api.+} do, or if there is a prefix but it cannot be shown simply
     */
    public Optional<String> openLiteral() {
        return Language.openLiteral(node);
    }

    /**
     * Whether every string matches under the open end, as with the empty pattern, {@code .*}, {@code a*} or {@code /?}.
     *
     * @return true if so; false if some string does not match, or if that all do cannot be shown simply
     */
    public boolean openMatchesAll() {
        return Language.openMatchesAll(node);
    }

    /**
     * Whether every string matches in full, as with {@code .*} or {@code ^(.*)$}.
     *
     * @return true if so; false if some string does not match, or if that all do cannot be shown simply
     */
    public boolean matchesAll() {
        return Language.matchesAll(node);
    }

    /**
     * Whether some string that begins with the character matches under the open end.
     *
     * @param first the character; one outside the domain is answered with true
     * @return false if no string beginning with the character matches; true if one does, or if that none does cannot be
     *     shown simply
     */
    public boolean canBeginWith(char first) {
        return !CharacterSet.isOfDomain(first) || Language.canBeginWith(node, first);
    }

    /**
     * Whether a path matches under the open end. The time is linear in the path, times the size of this expression with
     * its repetitions written out. The path is taken as it stands, without normalisation; beyond printable ASCII the
     * engines differ, and this is only one reading.
     *
     * @param path the path, without query and fragment
     * @return whether this expression matches at the start of the path
     */
    public boolean matchesPath(String path) {
        return Simulation.matches(program(), path, true);
    }

    /**
     * Whether a header value matches in full. The time is linear in the value, times the size of this expression with
     * its repetitions written out. Beyond printable ASCII the engines differ, and this is only one reading.
     *
     * @param value the value of the header
     * @return whether this expression matches the whole value
     */
    public boolean matchesHeader(String value) {
        return Simulation.matches(program(), value, false);
    }

    /**
     * The expressions one of which must match, as in {@code /api|.*\.css$}: its alternatives at the outermost level.
     *
     * @return the alternatives in the order written; this expression alone if it has none
     */
    public List<Regex> alternatives() {
        return node instanceof Node.Choice choice
                ? choice.alternatives().stream()
                        .map(alternative -> new Regex(Printer.print(alternative), alternative))
                        .toList()
                : List.of(this);
    }

    Program program() {
        return program.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && regex.pattern.equals(pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /**
     * The pattern, quoted for a message.
     *
     * @return the pattern between back-quotes, shortened, with control and non-ASCII characters escaped
     */
    @Override
    public String toString() {
        return Quote.token(pattern);
    }
}
