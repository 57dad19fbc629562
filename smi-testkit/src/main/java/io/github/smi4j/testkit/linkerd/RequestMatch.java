package io.github.smi4j.testkit.linkerd;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether one match of an HTTPRoute takes a request, and how well: all that it tests must match. */
final class RequestMatch {
    private RequestMatch() {}

    /**
     * How well a match takes a request.
     *
     * @param path how many characters of the path it takes
     * @param headers how many headers it tests
     * @param method whether it tests the method
     */
    record Rank(int path, int headers, boolean method) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return Comparator.comparingInt(Rank::path)
                    .thenComparingInt(Rank::headers)
                    .thenComparing(Rank::method)
                    .compare(this, other);
        }
    }

    /** Absent if it does not take the request. */
    static Optional<Rank> rank(Map<?, ?> match, Traffic.Http request) {
        Fields.requireKnown(match, "a match", "path", "headers", "method");
        List<Map<?, ?>> headers = Fields.objects(match, "headers");
        String method = Fields.text(match, "method");
        boolean takes = (method.isEmpty() || method.equals(request.method()))
                && headers.stream().filter(header -> takes(header, request)).count() == headers.size();
        return pathLength(Fields.object(match, "path"), request.path())
                .filter(length -> takes)
                .map(length -> new Rank(length, headers.size(), !method.isEmpty()));
    }

    private static Optional<Integer> pathLength(Map<?, ?> test, String path) {
        Fields.requireKnown(test, "a test of the path", "type", "value");
        String value = test.containsKey("value") ? Fields.text(test, "value") : "/";
        String type = Fields.text(test, "type");
        return switch (type) {
            case "", "PathPrefix" -> prefixLength(value, path);
            case "Exact" -> Optional.of(path.length()).filter(length -> value.equals(path));
            case "RegularExpression" -> Optional.of(path.length()).filter(length -> spans(value, path));
            default -> throw new UnsupportedOperationException("the model of Linkerd does not know the path " + type);
        };
    }

    /** By segments; slashes at the end count on neither side. */
    private static Optional<Integer> prefixLength(String value, String path) {
        if (!value.startsWith("/")) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the prefix " + value);
        }
        if (value.equals("/")) {
            return Optional.of(1);
        }
        String prefix = trim(value);
        String given = trim(path);
        boolean takes = given.equals(prefix) || given.startsWith(prefix + "/");
        return Optional.of(prefix.length()).filter(length -> takes);
    }

    private static String trim(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static boolean takes(Map<?, ?> test, Traffic.Http request) {
        Fields.requireKnown(test, "a test of a header", "type", "name", "value");
        Optional<String> given = Optional.ofNullable(
                request.headers().get(Fields.text(test, "name").toLowerCase(Locale.ROOT)));
        String value = Fields.text(test, "value");
        String type = Fields.text(test, "type");
        return switch (type) {
            case "", "Exact" -> given.filter(value::equals).isPresent();
            case "RegularExpression" -> given.filter(text -> spans(value, text)).isPresent();
            default -> throw new UnsupportedOperationException("the model of Linkerd does not know the header " + type);
        };
    }

    /** Whether the first match that a search finds is the whole text: the leftmost one, of which the first alternative. */
    static boolean spans(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        return matcher.find() && matcher.start() == 0 && matcher.end() == text.length();
    }
}
