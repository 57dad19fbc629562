package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteMatch;
import io.github.smi4j.translate.linkerd.gateway.HeaderMatch;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A match of SMI as matches of an HTTPRoute, one for each method. Linkerd looks for an expression in a text, and what it finds
 * first must be the whole text: a path of SMI is open at its end, a header is anchored at both ends.
 */
final class MatchMapper {
    /** Any path, as an expression: it counts as much as other expressions do. */
    static final PathMatch ANY_BY_REGEX = new PathMatch(PathMatch.Type.RegularExpression, ".*");

    private static final int MAX_PATH = 1024;
    private static final int MAX_HEADER_VALUE = 4096;
    private static final int MAX_HEADER_NAME = 256;
    private static final int MAX_HEADERS = 16;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    /** Headers that proxies set, take away, or turn into something else on their way. */
    private static final Set<String> OF_PROXIES = Set.of(
            "host",
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length");

    private static final String HEADERS = "headers";
    private static final String PROXY_PREFIX = "l5d-";

    private MatchMapper() {}

    /** Why a match cannot be said; absent if it can. */
    static Optional<MatchFault> fault(ResolvedMatch match) {
        return faultOfRest(match)
                .or(() -> match.methods().stream()
                        .filter(method -> !METHODS.contains(method))
                        .findFirst()
                        .map(MatchMapper::unknownMethod));
    }

    /** A method that HTTPRoutes do not know. */
    static MatchFault unknownMethod(String method) {
        return new MatchFault(
                MatchFault.Kind.METHOD,
                "methods",
                "has the method " + UserText.show(method) + ", which HTTPRoutes do not know");
    }

    /** Why a match cannot be said for any method. */
    static Optional<MatchFault> faultOfRest(ResolvedMatch match) {
        if (path(match).filter(p -> p.value().length() > MAX_PATH).isPresent()) {
            return Optional.of(new MatchFault(
                    MatchFault.Kind.TOO_LONG,
                    "pathRegex",
                    "has a path of more than " + MAX_PATH + " characters, as Linkerd needs it"));
        }
        if (match.headers().size() > MAX_HEADERS) {
            return Optional.of(new MatchFault(
                    MatchFault.Kind.TOO_MANY_HEADERS, HEADERS, "tests more than " + MAX_HEADERS + " headers"));
        }
        return headers(match).flatMap(header -> fault(header).stream()).findFirst();
    }

    private static Optional<MatchFault> fault(HeaderMatch header) {
        String name = UserText.show(header.name());
        if (header.value().length() > MAX_HEADER_VALUE || header.name().length() > MAX_HEADER_NAME) {
            return Optional.of(new MatchFault(
                    MatchFault.Kind.TOO_LONG,
                    HEADERS,
                    "tests the header " + name + " by more than " + MAX_HEADER_VALUE
                            + " characters, as Linkerd needs it, or its name has more than " + MAX_HEADER_NAME));
        }
        return OF_PROXIES.contains(header.name()) || header.name().startsWith(PROXY_PREFIX)
                ? Optional.of(new MatchFault(
                        MatchFault.Kind.HEADER_OF_PROXY,
                        HEADERS,
                        "tests the header " + name + ", which proxies set or take away on the way"))
                : Optional.empty();
    }

    /** The methods that an HTTPRoute can say; empty for any. */
    static List<String> methods(ResolvedMatch match) {
        return match.methods().stream().filter(METHODS::contains).toList();
    }

    /** Whether a test of the path needs an expression. */
    static boolean needsRegex(ResolvedMatch match) {
        return path(match).isPresent();
    }

    /** Whether every request passes. */
    static boolean isAnyRequest(ResolvedMatch match) {
        return path(match).isEmpty()
                && match.methods().isEmpty()
                && match.headers().isEmpty();
    }

    /**
     * The matches of a route of a Service.
     *
     * @param anyPath how any path is written
     */
    static List<HTTPRouteMatch> map(ResolvedMatch match, PathMatch anyPath) {
        HTTPRouteMatch.Builder request =
                HTTPRouteMatch.builder().path(path(match).orElse(anyPath));
        headers(match).forEach(request::addHeader);
        if (match.methods().isEmpty()) {
            return List.of(request.build());
        }
        List<HTTPRouteMatch> matches = new ArrayList<>();
        methods(match).forEach(method -> matches.add(request.method(method).build()));
        return matches;
    }

    /** The test of the path; absent for any path. */
    static Optional<PathMatch> path(ResolvedMatch match) {
        return match.pathRegex()
                .filter(path -> !path.openMatchesAll()
                        && path.openLiteral().filter("/"::equals).isEmpty())
                .map(MatchMapper::open);
    }

    private static PathMatch open(Regex path) {
        return new PathMatch(PathMatch.Type.RegularExpression, "(?:" + path.print() + ").*");
    }

    static Stream<HeaderMatch> headers(ResolvedMatch match) {
        return match.headers().stream()
                .map(header ->
                        new HeaderMatch(header.name(), "^(?:" + header.value().print() + ")$"));
    }
}
