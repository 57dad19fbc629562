package io.github.smi4j.regex;

import io.github.smi4j.regex.Product.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A set of strings of one {@link RequestDomain}: what an expression matches there, or a candidate that could stand for
 * it, built from literals, prefixes and suffixes. Strings outside the domain are in no language, so that two languages
 * are equal exactly when no request tells them apart; ask {@link #equalTo}, since {@code equals} is identity.
 *
 * <p>Every answer other than {@link Answer#UNKNOWN} is exact. A language is unknown when building it, or one of those it
 * was built from, went past {@link #MAX_STATES} or {@link #MAX_STEPS}; that keeps time and memory small for any
 * pattern. Which languages are unknown depends on nothing but how they were built. Immutable and safe for use by
 * several threads.
 */
public final class RegexLanguage {

    /** How many states may be met while a language is built, before states that behave alike are merged. */
    public static final int MAX_STATES = 10_000;

    /** How many steps through an expression may be taken while its states are found. */
    public static final int MAX_STEPS = 10_000_000;

    private final RequestDomain domain;
    private final Optional<Automaton> automaton;

    private RegexLanguage(RequestDomain domain, Optional<Automaton> automaton) {
        this.domain = domain;
        this.automaton = automaton;
    }

    /**
     * The paths that match an expression in the reading of SMI paths: anchored at the start, open at the end.
     *
     * @param regex the expression
     * @return the paths that begin with a match, where {@code $} and {@code \b} see what follows the match
     */
    public static RegexLanguage ofPath(Regex regex) {
        return ofPath(regex, Work.ofOne());
    }

    static RegexLanguage ofPath(Regex regex, Work work) {
        return of(RequestDomain.PATH, regex.program(), true, work);
    }

    /**
     * The header values that match an expression as a whole.
     *
     * @param regex the expression
     * @return the values that match
     */
    public static RegexLanguage ofHeader(Regex regex) {
        return ofHeader(regex, Work.ofOne());
    }

    static RegexLanguage ofHeader(Regex regex, Work work) {
        return of(RequestDomain.HEADER, regex.program(), false, work);
    }

    /**
     * All strings of a domain.
     *
     * @param domain the part of the request
     * @return every string of the domain
     */
    public static RegexLanguage everything(RequestDomain domain) {
        return new RegexLanguage(domain, Optional.of(domain.automaton()));
    }

    /**
     * The given strings; those outside the domain are left out.
     *
     * @param domain the part of the request
     * @param texts the strings, perhaps none
     * @return the language of these strings
     */
    public static RegexLanguage literal(RequestDomain domain, Set<String> texts) {
        return texts.isEmpty()
                ? everything(domain).minus(everything(domain))
                : of(domain, Compiler.compile(choice(texts)), false);
    }

    /**
     * The strings of a domain that begin with a prefix.
     *
     * @param domain the part of the request
     * @param prefix the prefix, perhaps empty
     * @return the language of the prefix, with the prefix itself if the domain has it
     */
    public static RegexLanguage prefix(RequestDomain domain, String prefix) {
        return prefixes(domain, Set.of(prefix));
    }

    /**
     * The strings of a domain that begin with one of some prefixes.
     *
     * @param domain the part of the request
     * @param prefixes the prefixes, perhaps none
     * @return the language of the prefixes, empty if there are none
     */
    public static RegexLanguage prefixes(RequestDomain domain, Set<String> prefixes) {
        return prefixes.isEmpty() ? literal(domain, Set.of()) : of(domain, Compiler.compile(choice(prefixes)), true);
    }

    /**
     * The strings of a domain that end with a suffix.
     *
     * @param domain the part of the request
     * @param suffix the suffix, perhaps empty
     * @return the language of the suffix, with the suffix itself if the domain has it
     */
    public static RegexLanguage suffix(RequestDomain domain, String suffix) {
        return suffixes(domain, Set.of(suffix));
    }

    /**
     * The strings of a domain that end with one of some suffixes.
     *
     * @param domain the part of the request
     * @param suffixes the suffixes, perhaps none
     * @return the language of the suffixes, empty if there are none
     */
    public static RegexLanguage suffixes(RequestDomain domain, Set<String> suffixes) {
        if (suffixes.isEmpty()) {
            return literal(domain, Set.of());
        }
        Node anything = Node.repeat(new Node.Characters(CharacterSet.ALL), 0, Node.Repeat.UNBOUNDED);
        return of(domain, Compiler.compile(Node.sequence(List.of(anything, choice(suffixes)))), false);
    }

    private static Node choice(Set<String> texts) {
        return Node.choice(
                new TreeSet<>(texts).stream().map(RegexLanguage::node).toList());
    }

    private static Node node(String text) {
        List<Node> characters = new ArrayList<>();
        text.codePoints().forEach(symbol -> characters.add(new Node.Characters(CharacterSet.single(symbol))));
        return Node.sequence(characters);
    }

    private static RegexLanguage of(RequestDomain domain, Program program, boolean openEnd) {
        return of(domain, program, openEnd, Work.ofOne());
    }

    private static RegexLanguage of(RequestDomain domain, Program program, boolean openEnd, Work work) {
        Optional<Automaton> matching = Subsets.automaton(program, openEnd, work);
        return new RegexLanguage(
                domain,
                matching.flatMap(all -> Product.minimal(all, domain.automaton(), Operation.INTERSECTION, work)));
    }

    /**
     * The strings of this language and those of another.
     *
     * @param other a language of the same domain
     * @return the union
     * @throws IllegalArgumentException if the other is of another domain
     */
    public RegexLanguage union(RegexLanguage other) {
        return combined(other, Operation.UNION);
    }

    /**
     * The strings that are in this language and in another.
     *
     * @param other a language of the same domain
     * @return the intersection
     * @throws IllegalArgumentException if the other is of another domain
     */
    public RegexLanguage intersect(RegexLanguage other) {
        return combined(other, Operation.INTERSECTION);
    }

    /**
     * The strings that are in this language and not in another.
     *
     * @param other a language of the same domain
     * @return the difference
     * @throws IllegalArgumentException if the other is of another domain
     */
    public RegexLanguage minus(RegexLanguage other) {
        return combined(other, Operation.DIFFERENCE);
    }

    private RegexLanguage combined(RegexLanguage other, Operation operation) {
        return combined(other, operation, Work.ofOne());
    }

    private RegexLanguage combined(RegexLanguage other, Operation operation, Work work) {
        if (other.domain != domain) {
            throw new IllegalArgumentException("Languages of " + domain + " and of " + other.domain
                    + " have no strings to compare; build both for one domain.");
        }
        return new RegexLanguage(
                domain,
                automaton.flatMap(
                        left -> other.automaton.flatMap(right -> Product.minimal(left, right, operation, work))));
    }

    /**
     * The part of the request that this language is about.
     *
     * @return the domain
     */
    public RequestDomain domain() {
        return domain;
    }

    /**
     * Whether a string is in this language.
     *
     * @param text any string; one outside the domain is in no language, even an unknown one
     * @return the answer, in time linear in the string
     */
    public Answer contains(String text) {
        if (!domain.contains(text)) {
            return Answer.NO;
        }
        return automaton.map(known -> Answer.of(known.accepts(text))).orElse(Answer.UNKNOWN);
    }

    /**
     * Whether no string is in this language.
     *
     * @return the answer
     */
    public Answer isEmpty() {
        return automaton.map(known -> Answer.of(known.isEmpty())).orElse(Answer.UNKNOWN);
    }

    /**
     * Whether every string of the domain is in this language.
     *
     * @return the answer
     */
    public Answer isEverything() {
        // A minimal automaton of another size is one of another language.
        return automaton
                        .filter(known -> known.size() != domain.automaton().size())
                        .isPresent()
                ? Answer.NO
                : everything(domain).isContainedIn(this);
    }

    /**
     * Whether the strings of this language could be listed.
     *
     * @return the answer, YES for the empty language too
     */
    public Answer isFinite() {
        return automaton.map(known -> Answer.of(new Members(known).areFinite())).orElse(Answer.UNKNOWN);
    }

    /**
     * Whether this language and another have the same strings.
     *
     * @param other a language of the same domain
     * @return the answer
     * @throws IllegalArgumentException if the other is of another domain
     */
    public Answer equalTo(RegexLanguage other) {
        return isContainedIn(other).and(other.isContainedIn(this));
    }

    /**
     * Whether every string of this language is in another.
     *
     * @param other a language of the same domain
     * @return the answer
     * @throws IllegalArgumentException if the other is of another domain
     */
    public Answer isContainedIn(RegexLanguage other) {
        return minus(other).isEmpty();
    }

    Answer isContainedIn(RegexLanguage other, Work work) {
        return combined(other, Operation.DIFFERENCE, work).isEmpty();
    }

    /**
     * Whether some string is in this language and in another.
     *
     * @param other a language of the same domain
     * @return the answer
     * @throws IllegalArgumentException if the other is of another domain
     */
    public Answer overlaps(RegexLanguage other) {
        return intersect(other).isEmpty().negated();
    }

    /**
     * The strings of this language.
     *
     * @param max how many strings the caller can do with, at least 0
     * @return the strings in their natural order; absent if there are more, or infinitely many, or if the language is
     *     unknown
     * @throws IllegalArgumentException if {@code max} is negative
     */
    public Optional<List<String>> enumerate(int max) {
        requireCount(max);
        return automaton.filter(known -> new Members(known).areFinite()).flatMap(known -> Enumeration.of(known, max));
    }

    /**
     * This language as whole strings and beginnings, as in {@code /a$|/b}: the string {@code /a} and the beginning
     * {@code /b}. The beginnings are as short as they can be.
     *
     * @param max how many strings the caller can do with, at least 0
     * @return the strings; absent if that takes more, or infinitely many, or if the language is unknown
     * @throws IllegalArgumentException if {@code max} is negative
     */
    public Optional<FiniteCover> coverByPrefixes(int max) {
        requireCount(max);
        return automaton.flatMap(members -> rest(members).flatMap(rest -> Covering.of(members, rest, max, false)));
    }

    /**
     * This language as whole strings and endings, as in {@code .*\.(css|js)$}: the endings {@code .css} and {@code .js}.
     * The endings are as short as they can be.
     *
     * @param max how many strings the caller can do with, at least 0
     * @return the strings; absent if that takes more, or infinitely many, or if the language, or its reverse, is unknown
     * @throws IllegalArgumentException if {@code max} is negative
     */
    public Optional<FiniteCover> coverBySuffixes(int max) {
        requireCount(max);
        return automaton.flatMap(members -> Reversal.of(members)
                .flatMap(reversed ->
                        rest(members).flatMap(Reversal::of).flatMap(rest -> Covering.of(reversed, rest, max, true))));
    }

    private Optional<Automaton> rest(Automaton members) {
        return Product.minimal(domain.automaton(), members, Operation.DIFFERENCE, Work.ofOne());
    }

    private static void requireCount(int max) {
        if (max < 0) {
            throw new IllegalArgumentException("The number of strings is negative: " + max);
        }
    }

    /**
     * A string of this language.
     *
     * @return the shortest string, of several the first in natural order; absent if the language is empty or unknown
     */
    public Optional<String> example() {
        return automaton.flatMap(known -> new Members(known).shortest());
    }

    /**
     * A string that is in this language and not in another.
     *
     * @param other a language of the same domain
     * @return the shortest such string, of several the first in natural order; absent if there is none or if one of the
     *     languages is unknown
     * @throws IllegalArgumentException if the other is of another domain
     */
    public Optional<String> exampleOfDifference(RegexLanguage other) {
        return minus(other).example();
    }

    /**
     * The longest string with which all strings of this language begin.
     *
     * @return the prefix; empty if they share none, or if the language is empty or unknown
     */
    public String commonPrefix() {
        return automaton.map(known -> new CommonEnds(known).prefix()).orElse("");
    }

    /**
     * The longest string with which all strings of this language end.
     *
     * @return the suffix; empty if they share none, if the language is empty or unknown, or if finding it takes more
     *     than {@link #MAX_STEPS}
     */
    public String commonSuffix() {
        return automaton.map(known -> new CommonEnds(known).suffix()).orElse("");
    }

    /**
     * What this is, for messages and logs.
     *
     * @return a text whose form may change
     */
    @Override
    public String toString() {
        String members = automaton
                .map(known -> example().map(text -> "with " + text).orElse("empty"))
                .orElse("unknown");
        return domain + " language, " + members;
    }
}
