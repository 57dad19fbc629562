package io.github.smi4j.translate.istio;

import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.translate.istio.internal.PatternSampler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Matches of HTTPRouteGroups of all the shapes that Istio can say, and of some that it cannot, and requests for them. */
final class AccessPatterns {
    static final List<String> EXACT_PATHS = texts("""
            /api  /api.*  /api$  ^/api  /  /$  ''  .*  /?  /(a|b)$  /(a|b)  /a/?$  /v[12]/x$  /v[12]  /api.+
            /api(/.*)?$  /a/[^/]+  .*\\.css$  /.*\\.css$  /.*/x$  /api|/x$  //a  /a{2}  /(|a)$  /%2F
            /a.b|/a  /a\\.b$  /.*$  /\\*  /~u/  /ap  /api/v  /a\\*b$  /a-b_c  (?:/a|/b)/c$  /a(/b)?(/c)?$
            .*\\.(css|js)$  /x|.*/y$  /[a-c]{2}
            """);
    static final List<String> OTHER_PATHS = texts("""
            /a b  /a/[^/]+$  /a/[^/]+/b$  /a/[^/]+/b  /api|/x/[^/]+$  /[^/]*$  /[^/]*/[^/]*$  /a/.*/x$  /.*x  /a/\\d+
            (?i)/api  /a\\{b\\}  /a\\*$  /a\\?b  /api\\b  a  [^/]  /a"b  /{2}|/a[^/]*$  /users/\\d+$|/users
            /[^/]+/\\*$  /a/[^/]+/  /%7B/[^/]+$  /a$|/b/.*\\.x$  /\\x61  /a(?!b)  /(a  .*\\*$  /\\*+$  /[!-~]$
            /(?:[^/]|%2F)+$
            """);
    private static final List<String> EXACT_VALUES = texts("""
            a  a|b  a.*  .*a  .*  a.*b  [ab]  \\d  aa.*aa  ab.*ba  a.*|b  a b.*  [ab].*  ^a$  .*\\.b
            a-b  A  a,b  a.*b|a
            """);
    private static final List<String> OTHER_VALUES = texts("""
            .*a.*  (?:a|b)*  (a|b).*c  .+  (?i)a  ''  a?  \\*  \\*a  a\\*  .*\\*  (?:a.*b|c)  [^a].*  [ab]+  \\*.*  (?=a)  a.*b.*c
            """);
    private static final List<String> HEADERS = List.of("x-a", "X-B", "Host", "x_c", "x.d");
    private static final List<String> METHODS = List.of("GET", "PUT", "*", "M-SEARCH", "A.B", "A*B", "get", "M*", "*M");
    private static final int SOUND_METHODS = 6;

    private final Random random;
    private final Oddity oddity;

    /** Draws what Istio can say, but for oddities. */
    AccessPatterns(Random random, Oddity oddity) {
        this.random = random;
        this.oddity = oddity;
    }

    /** Texts between double spaces, of which two quotes are the empty one. */
    private static List<String> texts(String lines) {
        return Stream.of(lines.strip().split("  +|\\n"))
                .map(text -> text.equals("''") ? "" : text)
                .toList();
    }

    static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private String pick(List<String> sound, List<String> others) {
        return pick(oddity.oneIn(3) ? others : sound, random);
    }

    HTTPMatch match(String name) {
        HTTPMatch.Builder match = HTTPMatch.builder().name(name);
        int parts = 1 + random.nextInt(7);
        if ((parts & 1) != 0) {
            match.pathRegex(pick(EXACT_PATHS, OTHER_PATHS));
        }
        if ((parts & 2) != 0 || (parts == 1 && !oddity.oneIn(1))) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                match.addMethod(METHODS.get(random.nextInt(oddity.oneIn(2) ? METHODS.size() : SOUND_METHODS)));
            }
        }
        if ((parts & 4) != 0) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                headers.put(pick(HEADERS, random), pick(EXACT_VALUES, OTHER_VALUES));
            }
            match.headers(headers);
        }
        return match.build();
    }

    /** A request that matches, as far as its texts can be guessed, unless a part of it is changed. */
    static Arrival.Call aimedAt(ResolvedMatch match, Random random) {
        String path = match.pathRegex().map(regex -> text(regex, random)).orElse("/");
        Map<String, String> headers = headers(random);
        for (HeaderTest test : match.headers()) {
            headers.put(test.name(), header(text(test.value(), random)));
        }
        if (!match.headers().isEmpty() && random.nextInt(8) == 0) {
            headers.remove(match.headers().get(0).name());
        }
        String method = match.methods().isEmpty() || random.nextInt(8) == 0 ? "GET" : pick(match.methods(), random);
        return new Arrival.Call(method, path(path, random), headers);
    }

    private static String text(Regex regex, Random random) {
        String text = PatternSampler.sample(regex.pattern(), random);
        return random.nextInt(3) == 0 ? PatternSampler.mutate(text, random) : text;
    }

    /** Any request. */
    static Arrival.Call any(Random random) {
        String path = PatternSampler.sample("(/(api|a|b|c|v1|x|users|{x}|\\*|[!-~])?){1,4}(\\.css)?", random);
        return new Arrival.Call(
                pick(List.of("GET", "PUT", "get", "M-SEARCH", "MX", "A.B", "AxB", "A*B"), random),
                path(path, random),
                headers(random));
    }

    private static Map<String, String> headers(Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", header(PatternSampler.sample("web|a|b|a.*b", random)));
        for (String name : List.of("x-a", "x-b", "x_c", "x.d")) {
            if (random.nextBoolean()) {
                headers.put(name, header(PatternSampler.sample("|a|b|c|a.*b|\\*|A|[!-~]|.*", random)));
            }
        }
        return headers;
    }

    /** Paths and values are of the domain that decisions are about. */
    private static String path(String text, Random random) {
        String path = text.startsWith("/") ? text : "/" + text;
        return RequestDomain.PATH.contains(path)
                ? path
                : pick(List.of("/", "/a", "/api", "/x", "/api/x.css", "//"), random);
    }

    private static String header(String text) {
        return text.strip();
    }
}
