package io.github.smi4j.testkit.istio;

import com.google.re2j.Pattern;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether one HTTPMatchRequest of a VirtualService takes a request: all that it tests must match. */
final class RouteMatch {
    private RouteMatch() {}

    /** Whether it is for a port of the Service: any, if it names none. */
    static boolean isForPort(Map<?, ?> match, int port) {
        return Fields.number(match, "port", port) == port;
    }

    static boolean takes(Map<?, ?> match, Traffic.Http request) {
        Fields.requireKnown(match, "a match", "name", "port", "uri", "method", "authority", "headers");
        return accepts(Fields.object(match, "uri"), Optional.of(request.path()))
                && accepts(Fields.object(match, "method"), Optional.of(request.method()))
                && accepts(Fields.object(match, "authority"), header("host", request))
                && Fields.object(match, "headers").entrySet().stream()
                        .allMatch(test -> acceptsHeader(test.getValue(), header((String) test.getKey(), request)));
    }

    /** Envoy compares names of headers in lower case, and keeps method and host as pseudo-headers. */
    static Optional<String> header(String name, Traffic.Http request) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case ":authority" -> Optional.ofNullable(request.headers().get("host"));
            case ":method" -> Optional.of(request.method());
            default -> {
                if (lower.startsWith(":")) {
                    throw new UnsupportedOperationException("the model of Istio does not know the header " + name);
                }
                yield Optional.ofNullable(request.headers().get(lower));
            }
        };
    }

    /** An empty test of a header asks whether it is there. */
    private static boolean acceptsHeader(Object test, Optional<String> value) {
        return (test instanceof Map<?, ?> match && !match.isEmpty()) ? accepts(match, value) : value.isPresent();
    }

    /** What is not tested is accepted; what is not there matches no test. */
    private static boolean accepts(Map<?, ?> match, Optional<String> value) {
        if (match.isEmpty()) {
            return true;
        }
        Fields.requireKnown(match, "a test of a text", "exact", "prefix", "regex");
        String way = (String) match.keySet().iterator().next();
        String expected = Fields.text(match, way);
        return value.filter(text -> switch (way) {
                    case "exact" -> text.equals(expected);
                    case "prefix" -> text.startsWith(expected);
                    default -> Pattern.matches(expected, text);
                })
                .isPresent();
    }
}
