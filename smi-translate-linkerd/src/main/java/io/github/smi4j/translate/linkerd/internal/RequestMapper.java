package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RegexResult;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.translate.linkerd.gateway.HeaderMatch;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A match of SMI as the requests that routes of a Server are for, one set for each method. Each match is mapped once. */
final class RequestMapper {
    /** Characters that a prefix may have as the Gateway API reads it, and that mean themselves. */
    private static final String PLAIN = "/-._~!$&'()*+,;=:@";

    /** Those of them that mean something else in an expression. */
    private static final String SPECIAL = ".$()*+";

    private static final int ASCII = 128;

    private final LanguageCache languages;
    private final TranslationOutput out;
    private final IdentityHashMap<ResolvedMatch, List<RequestSet>> mapped = new IdentityHashMap<>();

    RequestMapper(LanguageCache languages, TranslationOutput out) {
        this.languages = languages;
        this.out = out;
    }

    /** The requests; none if the match cannot be said, or if no request matches. */
    List<RequestSet> map(ResolvedMatch match) {
        return mapped.computeIfAbsent(match, this::mapOnce);
    }

    private List<RequestSet> mapOnce(ResolvedMatch match) {
        Optional<MatchFault> fault = MatchMapper.faultOfRest(match);
        if (fault.isPresent()) {
            report(fault.get(), match, "; the match allows nothing");
            return List.of();
        }
        List<String> methods = MatchMapper.methods(match);
        match.methods().stream()
                .filter(method -> !methods.contains(method))
                .forEach(method -> report(MatchMapper.unknownMethod(method), match, "; it is left out"));
        PathSet path = path(match);
        if (path.language().isEmpty() == Answer.YES) {
            return List.of();
        }
        SortedMap<String, RequestSet.HeaderSet> headers = headers(match);
        if (match.methods().isEmpty()) {
            return List.of(new RequestSet(path, Optional.empty(), headers));
        }
        return methods.stream()
                .map(method -> new RequestSet(path, Optional.of(method), headers))
                .toList();
    }

    private void report(MatchFault fault, ResolvedMatch match, String end) {
        out.report(
                fault.kind().ofTarget(),
                match.group(),
                match.path().field(fault.field()),
                match.name() + " " + fault.what() + end);
    }

    /** Any path counts less than an expression, so that it never hides one. */
    private PathSet path(ResolvedMatch match) {
        Optional<PathMatch> path = MatchMapper.path(match);
        if (path.isEmpty()) {
            return anyPath();
        }
        RegexLanguage language = languages.ofPath(match.pathRegex().orElseThrow());
        return language.isEverything() == Answer.YES
                ? anyPath()
                : new PathSet(path.get(), language, match.pathRegex().flatMap(Regex::openLiteral));
    }

    /** Any path. */
    PathSet anyPath() {
        return new PathSet(PathMatch.ANY, languages.anyPath());
    }

    /** One path. */
    PathSet exactly(String path) {
        return new PathSet(
                new PathMatch(PathMatch.Type.Exact, path), RegexLanguage.literal(RequestDomain.PATH, Set.of(path)));
    }

    private SortedMap<String, RequestSet.HeaderSet> headers(ResolvedMatch match) {
        SortedMap<String, RequestSet.HeaderSet> headers = new TreeMap<>();
        List<HeaderMatch> tests = MatchMapper.headers(match).toList();
        for (int i = 0; i < tests.size(); i++) {
            RegexLanguage language = languages.ofHeader(match.headers().get(i).value());
            headers.put(tests.get(i).name(), new RequestSet.HeaderSet(tests.get(i), language));
        }
        return headers;
    }

    /** A header that matches an expression. */
    RequestSet.HeaderSet header(String name, Regex value) {
        return new RequestSet.HeaderSet(
                new HeaderMatch(name, "^(?:" + value.print() + ")$"), languages.ofHeader(value));
    }

    /**
     * The same requests in two sets, where the path is open after a literal, {@code /api.*}: the segments that begin with it, as
     * a prefix, which counts less than expressions below it, and all else.
     *
     * @return both; the set alone where it has no such path
     */
    List<RequestSet> divided(RequestSet requests) {
        Optional<String> literal = requests.path().literal().filter(RequestMapper::isPrefix);
        if (literal.isEmpty()) {
            return List.of(requests);
        }
        List<RequestSet> both = new ArrayList<>();
        both.add(new RequestSet(
                new PathSet(
                        new PathMatch(PathMatch.Type.PathPrefix, literal.get()), languages.ofSegments(literal.get())),
                requests.method(),
                requests.headers()));
        Regex rest = regex(escaped(literal.get()) + "[^/]");
        both.add(new RequestSet(
                new PathSet(
                        new PathMatch(PathMatch.Type.RegularExpression, "(?:" + rest.print() + ").*"),
                        languages.ofPath(rest)),
                requests.method(),
                requests.headers()));
        return both;
    }

    /** Whether a prefix of segments means what the text says; the lone slash, which ends with one, is any path already. */
    private static boolean isPrefix(String text) {
        return text.startsWith("/")
                && !text.endsWith("/")
                && !text.contains("//")
                && text.chars().allMatch(c -> (c < ASCII && Character.isLetterOrDigit(c)) || PLAIN.indexOf(c) >= 0)
                && List.of(text.split("/", -1)).stream().noneMatch(s -> s.equals(".") || s.equals(".."));
    }

    private static String escaped(String literal) {
        StringBuilder escaped = new StringBuilder();
        literal.chars().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append((char) c);
        });
        return escaped.toString();
    }

    /** An expression that is known to be one. */
    static Regex regex(String pattern) {
        if (Regex.parse(pattern) instanceof RegexResult.Parsed parsed) {
            return parsed.regex();
        }
        throw new IllegalStateException("no expression: " + pattern);
    }
}
