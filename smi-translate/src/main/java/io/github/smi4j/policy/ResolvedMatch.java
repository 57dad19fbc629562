package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.regex.Regex;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A match of an HTTPRouteGroup that can be used. A request matches when all given parts match; at least one is given.
 * Immutable.
 */
public final class ResolvedMatch {
    private final ResourceRef group;
    private final String name;
    private final FieldPath path;
    private final Optional<Regex> pathRegex;
    private final List<String> methods;
    private final List<HeaderTest> headers;

    ResolvedMatch(
            ResourceRef group,
            String name,
            FieldPath path,
            Optional<Regex> pathRegex,
            List<String> methods,
            List<HeaderTest> headers) {
        this.group = group;
        this.name = name;
        this.path = path;
        this.pathRegex = pathRegex;
        this.methods = List.copyOf(methods);
        this.headers = List.copyOf(headers);
    }

    /** The HTTPRouteGroup that the match belongs to. */
    public ResourceRef group() {
        return group;
    }

    /** The name of the match in its group. */
    public String name() {
        return name;
    }

    /** Where the match stands in its group, in the newest version's shape: {@code spec.matches[0]}. */
    public FieldPath path() {
        return path;
    }

    /** What the path must match, anchored at its start and open at its end; absent for any path. */
    public Optional<Regex> pathRegex() {
        return pathRegex;
    }

    /** The methods, in upper case, without repetition, in the order written; empty for any method. */
    public List<String> methods() {
        return methods;
    }

    /** The tests of headers, all of which must pass, sorted by name; empty for any headers. */
    public List<HeaderTest> headers() {
        return headers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResolvedMatch that
                && group.equals(that.group)
                && name.equals(that.name)
                && path.equals(that.path)
                && pathRegex.equals(that.pathRegex)
                && methods.equals(that.methods)
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(group, name, pathRegex, methods, headers);
    }

    /** Group and name of the match. */
    @Override
    public String toString() {
        return group + "#" + name;
    }
}
