package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.translate.linkerd.gateway.HTTPRouteMatch;
import io.github.smi4j.translate.linkerd.gateway.HeaderMatch;
import io.github.smi4j.translate.linkerd.gateway.PathMatch;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requests that one match of a route lets through. Immutable.
 *
 * @param path the path
 * @param method the method; any if absent
 * @param headers the headers that must be there, by name
 */
record RequestSet(PathSet path, Optional<String> method, SortedMap<String, HeaderSet> headers) {
    RequestSet {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /**
     * The values of a header that a test lets through.
     *
     * @param match the test
     * @param language the values
     */
    record HeaderSet(HeaderMatch match, RegexLanguage language) {
        /** Whether it is the same test; its language follows from it. */
        boolean isSame(HeaderSet other) {
            return match.equals(other.match);
        }
    }

    /** As a match of a route. */
    HTTPRouteMatch toMatch() {
        return HTTPRouteMatch.builder()
                .path(path.match())
                .method(method)
                .headers(headers.values().stream().map(HeaderSet::match).toList())
                .build();
    }

    /** Whether it is proved that all of it is in another. */
    boolean isPartOf(RequestSet other, LanguageRelations languages) {
        return (other.method.isEmpty() || other.method.equals(method))
                && other.headers.entrySet().stream()
                        .allMatch(e -> Optional.ofNullable(headers.get(e.getKey()))
                                .filter(own -> isPart(own, e.getValue(), languages))
                                .isPresent())
                && isPath(other, languages);
    }

    private boolean isPath(RequestSet other, LanguageRelations languages) {
        if (path.isSame(other.path) || other.path.match().equals(PathMatch.ANY)) {
            return true;
        }
        if (path.literal().isPresent() && other.path.literal().isPresent()) {
            return path.literal().get().startsWith(other.path.literal().get());
        }
        return languages.isPart(path.language(), other.path.language());
    }

    private boolean isPathApart(RequestSet other, LanguageRelations languages) {
        boolean any = path.match().equals(PathMatch.ANY) || other.path.match().equals(PathMatch.ANY);
        if (any || path.isSame(other.path)) {
            return false;
        }
        if (path.literal().isPresent() && other.path.literal().isPresent()) {
            String left = path.literal().get();
            String right = other.path.literal().get();
            return !left.startsWith(right) && !right.startsWith(left);
        }
        return languages.areApart(path.language(), other.path.language());
    }

    private static boolean isPart(HeaderSet part, HeaderSet whole, LanguageRelations languages) {
        return part.isSame(whole) || languages.isPart(part.language(), whole.language());
    }

    /** Whether it is proved that no request is in both. */
    boolean isApartFrom(RequestSet other, LanguageRelations languages) {
        boolean methods = method.isPresent() && other.method.isPresent() && !method.equals(other.method);
        return methods
                || isPathApart(other, languages)
                || headers.entrySet().stream()
                        .anyMatch(e -> Optional.ofNullable(other.headers.get(e.getKey()))
                                .filter(theirs -> !theirs.isSame(e.getValue())
                                        && languages.areApart(e.getValue().language(), theirs.language()))
                                .isPresent());
    }

    /** What is in both, where one match can say it: where one path, and one value of each header, is a part of the other. */
    Optional<RequestSet> intersection(RequestSet other, LanguageRelations languages) {
        Optional<PathSet> common = isPath(other, languages)
                ? Optional.of(path)
                : Optional.of(other.path).filter(p -> other.isPath(this, languages));
        SortedMap<String, HeaderSet> both = new TreeMap<>(headers);
        for (Map.Entry<String, HeaderSet> e : other.headers.entrySet()) {
            HeaderSet own = both.get(e.getKey());
            if (own == null || isPart(e.getValue(), own, languages)) {
                both.put(e.getKey(), e.getValue());
            } else if (!isPart(own, e.getValue(), languages)) {
                return Optional.empty();
            }
        }
        return common.map(p -> new RequestSet(p, method.or(other::method), both));
    }

    /**
     * Whether Linkerd surely prefers this match, for all its requests, to one that they are all in too: by the length of the
     * path that is tested, then by the number of headers, then by whether there is a method.
     */
    boolean surelyBeats(RequestSet whole) {
        if (countsAs(whole)) {
            return hasMoreTests(whole);
        }
        if (!path.countsInFull()) {
            return !whole.path.countsInFull()
                    && path.match().value().length()
                            > whole.path.match().value().length();
        }
        return hasMoreTests(whole) || !path.mayBeAsShortAs(whole.path);
    }

    private boolean countsAs(RequestSet other) {
        return path.countsInFull() ? other.path.countsInFull() : Objects.equals(path.match(), other.path.match());
    }

    private boolean hasMoreTests(RequestSet other) {
        return headers.size() > other.headers.size()
                || (headers.size() == other.headers.size() && method.isPresent() && other.method.isEmpty());
    }

    /** All of the tests as one text: what it is known and sorted by. */
    String key() {
        return path.match().type() + " " + path.match().value() + " " + method.orElse("*") + " "
                + headers.values().stream().map(HeaderSet::match).toList();
    }
}
