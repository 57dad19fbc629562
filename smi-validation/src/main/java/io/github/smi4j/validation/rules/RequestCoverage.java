package io.github.smi4j.validation.rules;

import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexBudget;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether one match takes all requests of another, asked of the languages of their patterns within a budget. */
final class RequestCoverage {
    private final RegexBudget budget = RegexBudget.of(RegexBudget.DEFAULT_STEPS);
    private final Map<Regex, RegexLanguage> paths = new HashMap<>();
    private final Map<Regex, RegexLanguage> headers = new HashMap<>();
    private final Map<Regex, Optional<String>> pathExamples = new HashMap<>();
    private final Map<Regex, Optional<String>> headerExamples = new HashMap<>();

    /** Whether a match takes all requests of another one. What is not known counts as no. */
    boolean covers(ResolvedMatch wide, ResolvedMatch narrow) {
        return coversMethods(wide, narrow)
                && coversPath(wide.pathRegex(), narrow.pathRegex())
                && wide.headers().stream()
                        .allMatch(test -> narrow.headers().stream().anyMatch(other -> coversHeader(test, other)));
    }

    /** Whether a match takes no request at all, which is a finding of its own. */
    boolean isEmpty(ResolvedMatch match) {
        return match.pathRegex()
                        .filter(regex -> path(regex).isEmpty() == Answer.YES)
                        .isPresent()
                || match.headers().stream()
                        .anyMatch(test -> header(test.value()).isEmpty() == Answer.YES);
    }

    private static boolean coversMethods(ResolvedMatch wide, ResolvedMatch narrow) {
        Set<String> methods = new HashSet<>(wide.methods());
        return methods.isEmpty() || (!narrow.methods().isEmpty() && methods.containsAll(narrow.methods()));
    }

    private boolean coversPath(Optional<Regex> wide, Optional<Regex> narrow) {
        if (wide.isEmpty() || wide.equals(narrow) || wide.get().openMatchesAll()) {
            return true;
        }
        // One request that it does not take is told sooner than that there is none.
        boolean refused = narrow.flatMap(this::examplePath)
                .filter(path -> !wide.get().matchesPath(path))
                .isPresent();
        RegexLanguage requests = narrow.map(this::path).orElseGet(() -> RegexLanguage.everything(RequestDomain.PATH));
        return !refused && budget.isContained(requests, path(wide.get())) == Answer.YES;
    }

    private boolean coversHeader(HeaderTest wide, HeaderTest narrow) {
        if (!wide.name().equals(narrow.name())) {
            return false;
        }
        if (wide.value().equals(narrow.value()) || wide.value().matchesAll()) {
            return true;
        }
        boolean refused = exampleHeader(narrow.value())
                .filter(value -> !wide.value().matchesHeader(value))
                .isPresent();
        return !refused && budget.isContained(header(narrow.value()), header(wide.value())) == Answer.YES;
    }

    private Optional<String> examplePath(Regex regex) {
        return pathExamples.computeIfAbsent(regex, r -> path(r).example());
    }

    private Optional<String> exampleHeader(Regex regex) {
        return headerExamples.computeIfAbsent(regex, r -> header(r).example());
    }

    private RegexLanguage path(Regex regex) {
        return paths.computeIfAbsent(regex, budget::languageOfPath);
    }

    private RegexLanguage header(Regex regex) {
        return headers.computeIfAbsent(regex, budget::languageOfHeader);
    }
}
