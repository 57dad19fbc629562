package io.github.smi4j.testkit.consul;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a request is as Envoy is told: all that is tested must match. Regexes span the whole text. */
final class HttpMatch {
    private HttpMatch() {}

    /** The permission of an intention; without any test it is for every request. */
    static boolean isPermission(Map<?, ?> http, Traffic.Http request) {
        Fields.requireKnown(
                http, "the HTTP of a permission", "pathExact", "pathPrefix", "pathRegex", "header", "methods");
        return matches(http, request, false);
    }

    /** The match of a route; without any test it is for every request. Requests have no query, so no test of one matches. */
    static boolean isRoute(Map<?, ?> match, Traffic.Http request) {
        Fields.requireKnown(match, "the match of a route", "http");
        Map<?, ?> http = Fields.object(match, "http");
        Fields.requireKnown(
                http,
                "the HTTP of a match",
                "caseInsensitive",
                "pathExact",
                "pathPrefix",
                "pathRegex",
                "header",
                "queryParam",
                "methods");
        return Fields.list(http, "queryParam").isEmpty()
                && matches(http, request, Boolean.TRUE.equals(http.get("caseInsensitive")));
    }

    private static boolean matches(Map<?, ?> http, Traffic.Http request, boolean anyCase) {
        List<String> methods = Fields.texts(http, "methods").stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .toList();
        return (methods.isEmpty() || methods.contains(request.method()))
                && isPath(http, request.path(), anyCase)
                && Fields.objects(http, "header").stream().allMatch(test -> HeaderMatch.matches(test, request));
    }

    private static boolean isPath(Map<?, ?> http, String path, boolean anyCase) {
        String exact = Fields.text(http, "pathExact");
        String prefix = Fields.text(http, "pathPrefix");
        String regex = Fields.text(http, "pathRegex");
        if (!exact.isEmpty()) {
            return anyCase ? path.equalsIgnoreCase(exact) : path.equals(exact);
        }
        if (!prefix.isEmpty()) {
            return path.regionMatches(anyCase, 0, prefix, 0, prefix.length());
        }
        return regex.isEmpty() || spans(regex, path);
    }

    /** Whether a regex matches all of a text. Envoy takes nothing of what has a regex that is not RE2. */
    static boolean spans(String regex, String text) {
        try {
            return Pattern.matches(regex, text);
        } catch (PatternSyntaxException e) {
            throw new UnsupportedOperationException("Envoy does not take the regex " + regex, e);
        }
    }

    /** What Envoy sees as a header; it keeps the host as a pseudo-header. */
    static Optional<String> header(String name, Traffic.Http request) {
        return switch (name) {
            case ":method" -> Optional.of(request.method());
            case ":path" -> Optional.of(request.path());
            case ":authority" -> Optional.ofNullable(request.headers().get("host"));
            default -> {
                if (name.startsWith(":")) {
                    throw new UnsupportedOperationException("the model of Consul does not know the header " + name);
                }
                yield Optional.ofNullable(request.headers().get(name));
            }
        };
    }
}
