package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.FiniteCover;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a path of SMI, which is a regular expression with an open end, for an AuthorizationPolicy, which has none. What is
 * written is proved by languages: it means the same, or less.
 */
final class PathRewriter {
    private final boolean templates;
    private final Map<Regex, Result> rewritten = new HashMap<>();

    /** Knows whether the version of Istio has path templates. */
    PathRewriter(boolean templates) {
        this.templates = templates;
    }

    /**
     * What became of a path.
     *
     * @param alternatives ways to write it, any of which must match; none if nothing of it can be written
     * @param exact whether they mean the same as the path, and not less
     * @param obstacle a pattern whose characters stand in the way; absent if the form of the path does, or nothing
     */
    record Result(List<Rewrite> alternatives, boolean exact, Optional<String> obstacle) {
        static Result exact(Rewrite rewrite) {
            return new Result(List.of(rewrite), true, Optional.empty());
        }

        static Result part(Rewrite rewrite) {
            return new Result(List.of(rewrite), false, Optional.empty());
        }

        static Result none(Optional<String> obstacle) {
            return new Result(List.of(), false, obstacle);
        }
    }

    /** What becomes of the path; the same expression is worked out once. */
    Result rewrite(Regex path) {
        return rewritten.computeIfAbsent(path, this::rewriteOnce);
    }

    private Result rewriteOnce(Regex path) {
        Result whole = rewriteOne(path);
        List<Regex> alternatives = path.alternatives();
        if (whole.exact || alternatives.size() == 1) {
            return whole;
        }
        List<Rewrite> written = new ArrayList<>();
        boolean exact = true;
        Optional<String> obstacle = whole.obstacle;
        for (Regex alternative : alternatives) {
            Result result = rewriteOne(alternative);
            written.addAll(result.alternatives);
            exact &= result.exact;
            obstacle = obstacle.or(result::obstacle);
        }
        return new Result(written, exact, obstacle);
    }

    private Result rewriteOne(Regex path) {
        RegexLanguage language = RegexLanguage.ofPath(path);
        if (language.isEmpty() == Answer.YES) {
            return new Result(List.of(), true, Optional.empty());
        }
        if (language.isEverything() == Answer.YES) {
            return Result.exact(Rewrite.any(RequestDomain.PATH));
        }
        List<Rewrite> exact = new Rewrites(language).exact();
        Optional<Rewrite> writable =
                exact.stream().filter(PathRewriter::isWritable).findFirst();
        if (writable.isPresent()) {
            return guarded(writable.get());
        }
        Optional<Rewrite> template = templates ? PathTemplate.within(path, language) : Optional.empty();
        return template.map(Result::part)
                .orElseGet(() -> Result.none(exact.stream().findFirst().flatMap(PathRewriter::obstacle)));
    }

    private static boolean isWritable(Rewrite rewrite) {
        return rewrite.writable()
                && rewrite.patterns().noneMatch(PathRewriter::isMistaken)
                && rewrite.notValues().stream()
                        .allMatch(p -> EscapedPaths.escapesBefore(p).isEmpty());
    }

    private static boolean isMistaken(String pattern) {
        return EscapedPaths.hasEscaped(pattern) || EscapedPaths.hasEscape(pattern);
    }

    /** Without the paths that a suffix would meet beside those that are meant; that takes others away too. */
    private static Result guarded(Rewrite rewrite) {
        List<String> suffixes = rewrite.values().stream()
                .flatMap(pattern -> EscapedPaths.escapesBefore(pattern).stream())
                .distinct()
                .toList();
        return suffixes.isEmpty()
                ? Result.exact(rewrite)
                : Result.part(
                        rewrite.without(Rewrite.suffixes(RequestDomain.PATH, new FiniteCover(List.of(), suffixes))));
    }

    private static Optional<String> obstacle(Rewrite rewrite) {
        return rewrite.patterns()
                .filter(PathRewriter::isMistaken)
                .findFirst()
                .or(() -> rewrite.patterns()
                        .filter(pattern -> pattern.contains(Rewrite.ANY))
                        .findFirst());
    }
}
