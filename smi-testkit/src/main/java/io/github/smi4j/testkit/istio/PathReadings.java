package io.github.smi4j.testkit.istio;

import io.github.smi4j.policy.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Requests as Envoy may hand them to policies and routes: a character that RFC 3986 does not have in paths is escaped before it
 * is compared, or not, by version and place.
 */
final class PathReadings {
    private static final String ESCAPED = " \"<>^`{|}";

    private PathReadings() {}

    /** The paths that may be compared; one for most. */
    static Set<String> of(String path) {
        StringBuilder escaped = new StringBuilder();
        path.chars()
                .forEach(c ->
                        escaped.append(ESCAPED.indexOf(c) < 0 ? Character.toString(c) : String.format("%%%02X", c)));
        return new TreeSet<>(List.of(path, escaped.toString()));
    }

    /** What is said of a request, if the same is said of all its readings. */
    static <T> Optional<T> agreed(Traffic.Http request, Function<Traffic.Http, T> decide) {
        Set<T> answers = of(request.path()).stream()
                .map(path -> decide.apply(new Traffic.Http(request.method(), path, request.headers())))
                .collect(Collectors.toSet());
        return answers.size() == 1 ? Optional.of(answers.iterator().next()) : Optional.empty();
    }
}
