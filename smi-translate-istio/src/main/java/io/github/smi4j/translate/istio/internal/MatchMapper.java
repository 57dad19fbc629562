package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.translate.istio.networking.HTTPMatchRequest;
import io.github.smi4j.translate.istio.networking.StringMatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A match of SMI as a match of a VirtualService. Istio's regular expressions are for the whole text: a path of SMI is open
 * at its end, a header is not.
 */
final class MatchMapper {
    /** The longest regular expression that Istio accepts, in bytes. */
    static final int MAX_REGEX_BYTES = 1024;

    /** Keys under headers that Istio's API says it ignores. */
    private static final Set<String> RESERVED_HEADERS = Set.of("uri", "scheme", "method", "authority");

    private static final String HOST = "host";
    private static final String REGEX_SYMBOLS = "*+.^$|";

    private MatchMapper() {}

    static HTTPMatchRequest map(ResolvedMatch match, OptionalInt port) {
        HTTPMatchRequest.Builder request = HTTPMatchRequest.builder().port(port);
        match.pathRegex().flatMap(MatchMapper::uri).ifPresent(request::uri);
        method(match.methods()).ifPresent(request::method);
        for (HeaderTest header : match.headers()) {
            StringMatch value = new StringMatch.Regex(nonEmpty(header.value().print()));
            if (header.name().equals(HOST)) {
                request.authority(value);
            } else {
                request.putHeader(header.name(), value);
            }
        }
        return request.build();
    }

    /** The first header that Istio would not test. */
    static Optional<String> reservedHeader(ResolvedMatch match) {
        return match.headers().stream()
                .map(HeaderTest::name)
                .filter(RESERVED_HEADERS::contains)
                .findFirst();
    }

    /** Whether Istio refuses a regular expression of the match for its length. */
    static boolean isTooLong(HTTPMatchRequest match) {
        return match.uri().filter(MatchMapper::isTooLong).isPresent()
                || match.method().filter(MatchMapper::isTooLong).isPresent()
                || match.authority().filter(MatchMapper::isTooLong).isPresent()
                || match.headers().values().stream().anyMatch(MatchMapper::isTooLong);
    }

    private static boolean isTooLong(StringMatch match) {
        return match instanceof StringMatch.Regex regex
                && regex.value().getBytes(StandardCharsets.UTF_8).length > MAX_REGEX_BYTES;
    }

    private static Optional<StringMatch> uri(Regex path) {
        if (path.openMatchesAll()) {
            return Optional.empty();
        }
        return Optional.of(path.openLiteral()
                .<StringMatch>map(StringMatch.Prefix::new)
                .orElseGet(() -> new StringMatch.Regex("(?:" + path.print() + ").*")));
    }

    private static Optional<StringMatch> method(List<String> methods) {
        if (methods.size() <= 1) {
            return methods.stream().<StringMatch>map(StringMatch.Exact::new).findFirst();
        }
        return Optional.of(
                new StringMatch.Regex(methods.stream().map(MatchMapper::escaped).collect(Collectors.joining("|"))));
    }

    /** A method is a token of HTTP, which may have symbols that mean something in a regular expression. */
    private static String escaped(String token) {
        return token.chars()
                .mapToObj(c -> REGEX_SYMBOLS.indexOf(c) >= 0 ? "\\" + (char) c : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    /** Istio refuses an empty regular expression. */
    private static String nonEmpty(String regex) {
        return regex.isEmpty() ? "(?:)" : regex;
    }
}
