package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.RegexLanguage;
import java.util.HashMap;
import java.util.Map;

/**
 * How languages of the routes of one Server lie to each other. So many questions may be asked; beyond them nothing is proved. What
 * other Servers ask does not count, so that none changes what becomes of another. Not thread-safe.
 */
final class LanguageRelations {
    static final int MAX_QUESTIONS = 2_000;

    private final Map<Pair, Boolean> parts = new HashMap<>();
    private final Map<Pair, Boolean> apart = new HashMap<>();

    /**
     * Two languages, which are equal where they are the same object.
     *
     * @param left one
     * @param right the other
     */
    private record Pair(RegexLanguage left, RegexLanguage right) {}

    /** Whether it is proved that a language is a part of another. */
    boolean isPart(RegexLanguage language, RegexLanguage whole) {
        Pair pair = new Pair(language, whole);
        if (language == whole || !mayAsk(parts, pair)) {
            return language == whole;
        }
        return parts.computeIfAbsent(pair, p -> language.isContainedIn(whole) == Answer.YES);
    }

    /** Whether it is proved that two languages have nothing in common. */
    boolean areApart(RegexLanguage left, RegexLanguage right) {
        Pair pair = new Pair(left, right);
        if (left == right || !mayAsk(apart, pair)) {
            return false;
        }
        return apart.computeIfAbsent(pair, p -> left.overlaps(right) == Answer.NO);
    }

    private boolean mayAsk(Map<Pair, Boolean> answered, Pair pair) {
        return answered.containsKey(pair) || questions() < MAX_QUESTIONS;
    }

    /** How many questions were asked. */
    int questions() {
        return parts.size() + apart.size();
    }
}
