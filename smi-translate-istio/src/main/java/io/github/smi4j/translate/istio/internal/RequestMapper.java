package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.security.Condition;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A match of SMI as operations and conditions of an AuthorizationPolicy. A part that Istio cannot say is never left out: the
 * match then allows nothing. Each match is mapped once, however many targets share it.
 */
final class RequestMapper {
    private static final String AUTHORITY = ":authority";
    /** Headers that Envoy adds where the caller does not send them, or sets anew. */
    private static final Set<String> PROXY_HEADERS =
            Set.of("x-request-id", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-client-cert");

    private static final String PATTERNS =
            "no list of at most " + Rewrites.MAX_PATTERNS + " whole texts, prefixes and suffixes";

    private final PathRewriter paths;
    private final TranslationOutput out;
    private final IdentityHashMap<ResolvedMatch, Requests> mapped = new IdentityHashMap<>();

    /**
     * Requests, ports aside.
     *
     * @param operations methods and paths, any of which must match; none if nothing is allowed
     * @param conditions tests of headers, all of which must pass
     */
    record Requests(List<Shape> operations, List<Condition> conditions) {
        static final Requests NONE = new Requests(List.of(), List.of());
    }

    /**
     * An operation without its ports.
     *
     * @param methods the methods; any request if none
     * @param path the path; any if absent
     */
    record Shape(List<String> methods, Optional<Rewrite> path) {}

    RequestMapper(boolean templates, TranslationOutput out) {
        this.paths = new PathRewriter(templates);
        this.out = out;
    }

    Requests map(ResolvedMatch match) {
        return mapped.computeIfAbsent(match, this::mapOnce);
    }

    private Requests mapOnce(ResolvedMatch match) {
        Optional<List<Optional<Rewrite>>> path = path(match);
        Optional<List<Condition>> conditions = isNever(match) ? Optional.empty() : conditions(match);
        if (path.isEmpty() || conditions.isEmpty() || !methodsAreWritable(match)) {
            return Requests.NONE;
        }
        List<Shape> operations = path.get().stream()
                .map(rewrite -> new Shape(match.methods(), rewrite))
                .toList();
        return new Requests(operations, conditions.get());
    }

    private void report(IstioCode code, ResolvedMatch match, FieldPath field, String message) {
        out.report(code, match.group(), field, message);
    }

    private boolean methodsAreWritable(ResolvedMatch match) {
        Optional<String> wildcard = match.methods().stream()
                .filter(m -> m.startsWith(Rewrite.ANY) || m.endsWith(Rewrite.ANY))
                .findFirst();
        wildcard.ifPresent(method -> report(
                IstioCode.METHOD_DROPPED,
                match,
                match.path().field("methods"),
                "the method " + method + " would be a wildcard; the match allows nothing"));
        return wildcard.isEmpty();
    }

    /** The ways to write the path; one that is absent is any path. Absent if none is found. */
    private Optional<List<Optional<Rewrite>>> path(ResolvedMatch match) {
        Optional<Regex> regex = match.pathRegex();
        if (regex.isEmpty()) {
            return Optional.of(List.of(Optional.empty()));
        }
        PathRewriter.Result result = paths.rewrite(regex.get());
        reportPath(match, regex.get(), result);
        return result.alternatives().isEmpty()
                ? Optional.empty()
                : Optional.of(result.alternatives().stream()
                        .map(rewrite -> rewrite.isAny() ? Optional.<Rewrite>empty() : Optional.of(rewrite))
                        .toList());
    }

    private void reportPath(ResolvedMatch match, Regex regex, PathRewriter.Result result) {
        FieldPath field = match.path().field("pathRegex");
        String path = UserText.show(regex.pattern());
        if (result.exact()) {
            return;
        }
        if (!result.alternatives().isEmpty()) {
            report(
                    IstioCode.PATH_NARROWED,
                    match,
                    field,
                    "Istio can say the path " + path + " only in part; less is allowed");
        } else if (result.obstacle().isPresent()) {
            report(
                    IstioCode.PATH_UNWRITABLE,
                    match,
                    field,
                    "the path " + path + " would need the pattern "
                            + UserText.show(result.obstacle().get())
                            + ", in which a character does not mean itself to Istio; the match allows nothing");
        } else {
            report(
                    IstioCode.PATH_DROPPED,
                    match,
                    field,
                    "Istio has no regular expressions here, and the path " + path + " is " + PATTERNS
                            + "; the match allows nothing");
        }
    }

    /** Whether a header is tested for what no value is; that is said where the match is read. */
    private static boolean isNever(ResolvedMatch match) {
        return match.headers().stream()
                .anyMatch(header -> RegexLanguage.ofHeader(header.value()).isEmpty() == Answer.YES);
    }

    private Optional<List<Condition>> conditions(ResolvedMatch match) {
        List<Condition> conditions = new ArrayList<>();
        for (HeaderTest header : match.headers()) {
            if (isOfProxy(header.name())) {
                report(
                        IstioCode.HEADER_OF_PROXY,
                        match,
                        match.path().field("headers"),
                        "the header \"" + header.name() + "\" is set or changed by Istio's proxy; the match allows"
                                + " nothing");
                return Optional.empty();
            }
            Optional<List<Rewrite>> rewrites = HeaderRewriter.rewrite(header.value());
            if (rewrites.isEmpty()) {
                report(
                        IstioCode.HEADER_DROPPED,
                        match,
                        match.path().field("headers"),
                        "Istio has no regular expressions here, and the value "
                                + UserText.show(header.value().pattern())
                                + " of the header \"" + header.name() + "\" is " + PATTERNS
                                + "; the match allows nothing");
                return Optional.empty();
            }
            rewrites.get().forEach(rewrite -> conditions.add(condition(header, rewrite)));
        }
        return Optional.of(List.copyOf(conditions));
    }

    private static boolean isOfProxy(String header) {
        return PROXY_HEADERS.contains(header) || header.startsWith("x-envoy-");
    }

    /** Envoy keeps the Host header under a name of its own. */
    private static Condition condition(HeaderTest header, Rewrite rewrite) {
        String name = header.name().equals("host") ? AUTHORITY : header.name();
        return Condition.builder()
                .key("request.headers[" + name + "]")
                .values(rewrite.values())
                .notValues(rewrite.notValues())
                .build();
    }
}
