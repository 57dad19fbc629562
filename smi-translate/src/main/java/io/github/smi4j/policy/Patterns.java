package io.github.smi4j.policy;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexBudget;
import io.github.smi4j.regex.RegexFault;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RegexResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The regular expressions of a set; the same text is read once. */
final class Patterns {
    private final Map<String, Pattern> paths = new HashMap<>();
    private final Map<String, Pattern> headers = new HashMap<>();
    private final RegexBudget budget = RegexBudget.of(RegexBudget.DEFAULT_STEPS);

    /**
     * A pattern.
     *
     * @param regex the expression; absent where it has a fault
     * @param fault the first fault; absent where it has none
     * @param matchesNothing whether no request matches it
     */
    record Pattern(Optional<Regex> regex, Optional<RegexFault> fault, boolean matchesNothing) {}

    Pattern path(String text) {
        return paths.computeIfAbsent(text, t -> read(t, true));
    }

    Pattern header(String text) {
        return headers.computeIfAbsent(text, t -> read(t, false));
    }

    private Pattern read(String text, boolean path) {
        RegexResult result = Regex.parse(text);
        if (result instanceof RegexResult.Faulty faulty) {
            return new Pattern(Optional.empty(), Optional.of(faulty.fault()), false);
        }
        Regex regex = ((RegexResult.Parsed) result).regex();
        RegexLanguage language = path ? budget.languageOfPath(regex) : budget.languageOfHeader(regex);
        return new Pattern(Optional.of(regex), Optional.empty(), language.isEmpty() == Answer.YES);
    }
}
