package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The languages of expressions, each worked out once. Not thread-safe. */
final class LanguageCache {
    private final Map<Regex, RegexLanguage> paths = new HashMap<>();
    private final Map<Regex, RegexLanguage> headers = new HashMap<>();
    private final Map<String, RegexLanguage> segments = new HashMap<>();
    private final RegexLanguage anyPath = RegexLanguage.everything(RequestDomain.PATH);

    /** Every path. */
    RegexLanguage anyPath() {
        return anyPath;
    }

    /** The paths that begin with a match. */
    RegexLanguage ofPath(Regex path) {
        return paths.computeIfAbsent(path, RegexLanguage::ofPath);
    }

    /** The header values that match as a whole. */
    RegexLanguage ofHeader(Regex value) {
        return headers.computeIfAbsent(value, RegexLanguage::ofHeader);
    }

    /** The paths that begin with the segments of a literal path. */
    RegexLanguage ofSegments(String literal) {
        return segments.computeIfAbsent(
                literal,
                text -> RegexLanguage.prefix(RequestDomain.PATH, text + "/")
                        .union(RegexLanguage.literal(RequestDomain.PATH, Set.of(text))));
    }

    /** Whether it is not proved that a text is not in a language. */
    static boolean mayContain(RegexLanguage language, String text) {
        return language.domain().contains(text) && language.contains(text) != Answer.NO;
    }
}
