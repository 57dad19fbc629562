package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.translate.consul.config.HeaderMatch;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.consul.config.PathMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A match of SMI as tests of Consul, whose expressions match a whole text: a path of SMI is open at its end, a header is not.
 */
final class RequestMapper {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE");
    /** Headers that proxies set, take away, or turn into something else on their way. */
    private static final Set<String> OF_PROXIES = Set.of(
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "expect",
            "http2-settings",
            "x-request-id",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-forwarded-client-cert");

    private static final String PROXY_PREFIX = "x-envoy-";
    /** What matches the empty text and is not empty itself, which would be no test. */
    private static final String EMPTY = "^$";

    private RequestMapper() {}

    /** A method that Consul does not know; absent if it knows all. */
    static Optional<String> unknownMethod(ResolvedMatch match) {
        return match.methods().stream()
                .filter(method -> !METHODS.contains(method))
                .findFirst();
    }

    /** A header that proxies change, so that what arrives is not what was sent; absent if there is none. */
    static Optional<String> headerOfProxy(ResolvedMatch match) {
        return match.headers().stream()
                .map(HeaderTest::name)
                .filter(name -> OF_PROXIES.contains(name) || name.startsWith(PROXY_PREFIX))
                .findFirst();
    }

    /** The tests, with those methods alone that Consul knows; without any for a match of every request. */
    static HttpMatch map(ResolvedMatch match) {
        return new HttpMatch(
                match.pathRegex().flatMap(RequestMapper::path),
                match.headers().stream().map(RequestMapper::header).toList(),
                match.methods().stream().filter(METHODS::contains).toList());
    }

    private static Optional<PathMatch> path(Regex regex) {
        Optional<String> prefix = regex.openLiteral();
        if (regex.openMatchesAll() || prefix.filter("/"::equals).isPresent()) {
            return Optional.empty();
        }
        Optional<PathMatch> simple = prefix.filter(text -> text.startsWith("/"))
                .map(text -> new PathMatch(PathMatch.Kind.PREFIX, text))
                .or(() -> exact(regex));
        return simple.or(() -> Optional.of(new PathMatch(PathMatch.Kind.REGEX, "(?:" + regex.print() + ").*")));
    }

    /** The only path that matches, as with {@code /x$}. */
    private static Optional<PathMatch> exact(Regex regex) {
        return regex.literal()
                .filter(text -> text.startsWith("/"))
                .filter(text -> RegexLanguage.ofPath(regex)
                        .enumerate(1)
                        .filter(List.of(text)::equals)
                        .isPresent())
                .map(text -> new PathMatch(PathMatch.Kind.EXACT, text));
    }

    private static HeaderMatch header(HeaderTest test) {
        Optional<String> literal = test.value().literal().filter(text -> !text.isEmpty());
        String printed = test.value().print();
        return literal.map(text -> new HeaderMatch(test.name(), HeaderMatch.Kind.EXACT, text))
                .orElseGet(() ->
                        new HeaderMatch(test.name(), HeaderMatch.Kind.REGEX, printed.isEmpty() ? EMPTY : printed));
    }
}
