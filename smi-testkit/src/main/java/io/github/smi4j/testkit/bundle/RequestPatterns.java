package io.github.smi4j.testkit.bundle;

import io.github.smi4j.model.HTTPMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Matches of HTTPRouteGroups of simple shapes, and of hard ones where something odd is wanted. */
final class RequestPatterns {
    static final List<String> PLAIN_PATHS = texts("""
            /api  /api.*  /api$  ^/api  /  /$  ''  .*  /?  /(a|b)$  /(a|b)  /a/?$  /v[12]/x$  /v[12]  /api.+
            /api(/.*)?$  /a/[^/]+  .*\\.css$  /.*\\.css$  /.*/x$  /api|/x$  //a  /a{2}  /(|a)$  /%2F
            /a.b|/a  /a\\.b$  /.*$  /\\*  /~u/  /ap  /api/v  /a\\*b$  /a-b_c  (?:/a|/b)/c$  /a(/b)?(/c)?$
            .*\\.(css|js)$  /x|.*/y$  /[a-c]{2}
            """);
    static final List<String> HARD_PATHS = texts("""
            /a b  /a/[^/]+$  /a/[^/]+/b$  /a/[^/]+/b  /api|/x/[^/]+$  /[^/]*$  /[^/]*/[^/]*$  /a/.*/x$  /.*x  /a/\\d+
            (?i)/api  /a\\{b\\}  /a\\*$  /a\\?b  /api\\b  a  [^/]  /a"b  /{2}|/a[^/]*$  /users/\\d+$|/users
            /[^/]+/\\*$  /a/[^/]+/  /%7B/[^/]+$  /a$|/b/.*\\.x$  /\\x61  /a(?!b)  /(a  .*\\*$  /\\*+$  /[!-~]$
            /(?:[^/]|%2F)+$
            """);
    private static final List<String> PLAIN_VALUES = texts("""
            a  a|b  a.*  .*a  .*  a.*b  [ab]  \\d  aa.*aa  ab.*ba  a.*|b  a b.*  [ab].*  ^a$  .*\\.b
            a-b  A  a,b  a.*b|a
            """);
    private static final List<String> HARD_VALUES = texts("""
            .*a.*  (?:a|b)*  (a|b).*c  .+  (?i)a  ''  a?  \\*  \\*a  a\\*  .*\\*  (?:a.*b|c)  [^a].*  [ab]+  \\*.*  (?=a)  a.*b.*c
            """);
    private static final List<String> HEADERS = List.of("x-a", "X-B", "x_c", "x.d", "Host");
    private static final int SOUND_HEADERS = 4;
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "*", "M-SEARCH", "A.B", "A*B", "get", "M*", "*M");
    private static final int SOUND_METHODS = 4;

    private final Random random;
    private final Oddity oddity;

    /** Draws simple patterns, but for oddities. */
    RequestPatterns(Random random, Oddity oddity) {
        this.random = random;
        this.oddity = oddity;
    }

    /** Texts between double spaces, of which two quotes are the empty one. */
    private static List<String> texts(String lines) {
        return Stream.of(lines.strip().split("  +|\\n"))
                .map(text -> text.equals("''") ? "" : text)
                .toList();
    }

    private String pick(List<String> plain, List<String> hard) {
        return oddity.pick(oddity.oneIn(3) ? hard : plain);
    }

    HTTPMatch match(String name) {
        HTTPMatch.Builder match = HTTPMatch.builder().name(name);
        int parts = 1 + random.nextInt(7);
        if ((parts & 1) != 0) {
            match.pathRegex(pick(PLAIN_PATHS, HARD_PATHS));
        }
        if ((parts & 2) != 0 || (parts == 1 && !oddity.oneIn(1))) {
            for (int i = 0; i <= random.nextInt(3); i++) {
                match.addMethod(METHODS.get(random.nextInt(oddity.oneIn(2) ? METHODS.size() : SOUND_METHODS)));
            }
        }
        if ((parts & 4) != 0) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 0; i <= random.nextInt(2); i++) {
                headers.put(
                        HEADERS.get(random.nextInt(oddity.oneIn(2) ? HEADERS.size() : SOUND_HEADERS)),
                        pick(PLAIN_VALUES, HARD_VALUES));
            }
            match.headers(headers);
        }
        return match.build();
    }
}
