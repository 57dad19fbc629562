package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.translate.linkerd.gateway.HeaderMatch;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sets of requests as matches of SMI give them; each language is worked out once. */
final class Requests {
    private final LanguageCache languages = new LanguageCache();

    private static RequestSet of(PathSet path) {
        return new RequestSet(path, Optional.empty(), new TreeMap<>());
    }

    RequestSet any() {
        return of(new PathSet(PathMatch.ANY, languages.anyPath()));
    }

    RequestSet path(String pattern) {
        Regex regex = RequestMapper.regex(pattern);
        PathMatch match = new PathMatch(PathMatch.Type.RegularExpression, "(?:" + regex.print() + ").*");
        return of(new PathSet(match, languages.ofPath(regex), regex.openLiteral()));
    }

    RequestSet prefix(String segments) {
        return of(new PathSet(new PathMatch(PathMatch.Type.PathPrefix, segments), languages.ofSegments(segments)));
    }

    /** A new language each time, as health checks have. */
    static RequestSet exactly(String path) {
        return of(new PathSet(
                new PathMatch(PathMatch.Type.Exact, path), RegexLanguage.literal(RequestDomain.PATH, Set.of(path))));
    }

    static RequestSet with(RequestSet requests, String method) {
        return new RequestSet(requests.path(), Optional.of(method), requests.headers());
    }

    RequestSet with(RequestSet requests, String header, String value) {
        Regex regex = RequestMapper.regex(value);
        SortedMap<String, RequestSet.HeaderSet> headers = new TreeMap<>(requests.headers());
        headers.put(
                header,
                new RequestSet.HeaderSet(
                        new HeaderMatch(header, "^(?:" + regex.print() + ")$"), languages.ofHeader(regex)));
        return new RequestSet(requests.path(), requests.method(), headers);
    }

    /** From a text: a method or {@code *}, an expression for the path or {@code *}, and headers as {@code name=value}. */
    RequestSet read(String text) {
        String[] parts = text.split(" ", -1);
        RequestSet requests = switch (parts[1].charAt(0)) {
            case '*' -> any();
            case '=' -> exactly(parts[1].substring(1));
            case '/' -> path(parts[1]);
            case '>' -> prefix(parts[1].substring(1));
            default -> throw new IllegalArgumentException(text);
        };
        for (int i = 2; i < parts.length; i++) {
            int end = parts[i].indexOf('=');
            requests = with(requests, parts[i].substring(0, end), parts[i].substring(end + 1));
        }
        return parts[0].equals("*") ? requests : with(requests, parts[0]);
    }
}
