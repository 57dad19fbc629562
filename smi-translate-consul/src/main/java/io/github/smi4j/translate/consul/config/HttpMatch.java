package io.github.smi4j.translate.consul.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests of a request, all of which must pass; those of a route and those of a permission have the same fields.
 *
 * @param path the test of the path; any if absent
 * @param headers the tests of headers; none if empty
 * @param methods the methods, in upper case, none twice; any if empty
 */
public record HttpMatch(Optional<PathMatch> path, List<HeaderMatch> headers, List<String> methods) {
    /** Every request, since each has a method; Consul refuses tests that are empty. */
    public static final HttpMatch ANY =
            new HttpMatch(Optional.empty(), List.of(HeaderMatch.present(":method")), List.of());

    /** Copies. */
    public HttpMatch {
        headers = List.copyOf(headers);
        methods = List.copyOf(methods);
    }

    /** Whether there is no test at all. */
    public boolean isEmpty() {
        return path.isEmpty() && headers.isEmpty() && methods.isEmpty();
    }

    /** The plain tree. */
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        path.ifPresent(test -> tree.put(test.kind().field(), test.value()));
        if (!headers.isEmpty()) {
            tree.put("header", headers.stream().map(HeaderMatch::toTree).toList());
        }
        if (!methods.isEmpty()) {
            tree.put("methods", methods);
        }
        return Collections.unmodifiableMap(tree);
    }
}
