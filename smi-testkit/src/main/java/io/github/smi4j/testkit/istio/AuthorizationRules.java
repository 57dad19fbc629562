package io.github.smi4j.testkit.istio;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a rule of an AuthorizationPolicy is for a call: one of its sources, one of its operations, and all conditions. A list
 * that is absent or empty tests nothing. Where a proxy sees bytes, a rule that tests requests in any of its parts is left out if
 * it allows, and loses these tests if it denies.
 */
final class AuthorizationRules {
    private static final Set<String> REQUEST_FIELDS =
            Set.of("hosts", "notHosts", "methods", "notMethods", "paths", "notPaths");
    private static final String HEADER_KEY = "request.headers[";

    private final AuthorizationSources sources;

    AuthorizationRules(String trustDomain) {
        this.sources = new AuthorizationSources(trustDomain);
    }

    boolean matches(Map<?, ?> rule, Call call, boolean denies) {
        Fields.requireKnown(rule, "a rule", "from", "to", "when");
        List<Map<?, ?>> operations = Fields.objects(rule, "to").stream()
                .<Map<?, ?>>map(to -> Fields.object(to, "operation"))
                .toList();
        List<Map<?, ?>> conditions = Fields.objects(rule, "when");
        boolean asksForRequests = operations.stream().anyMatch(AuthorizationRules::testsRequests)
                || conditions.stream().anyMatch(AuthorizationRules::isOfRequests);
        if (call.request().isEmpty() && asksForRequests && !denies) {
            return false;
        }
        return sources.match(rule, call)
                && (operations.isEmpty() || operations.stream().anyMatch(operation -> isTo(operation, call)))
                && conditions.stream().allMatch(condition -> holds(condition, call));
    }

    /** An empty list tests nothing. */
    private static boolean testsRequests(Map<?, ?> operation) {
        return REQUEST_FIELDS.stream()
                .anyMatch(field -> !Fields.list(operation, field).isEmpty());
    }

    private static boolean isOfRequests(Map<?, ?> condition) {
        return Fields.text(condition, "key").startsWith("request.");
    }

    private static boolean isTo(Map<?, ?> operation, Call call) {
        Fields.requireKnown(
                operation,
                "an operation",
                "ports",
                "notPorts",
                "methods",
                "notMethods",
                "paths",
                "notPaths",
                "hosts",
                "notHosts");
        return test(operation, "ports", "notPorts", port -> isPort(port, call))
                && call.request().map(request -> isTo(operation, request)).orElse(true);
    }

    private static boolean isTo(Map<?, ?> operation, Traffic.Http request) {
        Optional<String> host = Optional.ofNullable(request.headers().get("host"));
        return test(operation, "methods", "notMethods", m -> AuthorizationStrings.matches(m, request.method()))
                && test(operation, "paths", "notPaths", p -> AuthorizationStrings.matchesPath(p, request.path()))
                && test(
                        operation,
                        "hosts",
                        "notHosts",
                        h -> host.filter(value -> AuthorizationStrings.matches(lower(h), lower(value)))
                                .isPresent());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Istio reads ports as numbers. */
    private static boolean isPort(String text, Call call) {
        return Integer.parseInt(text) == call.port();
    }

    private static boolean holds(Map<?, ?> condition, Call call) {
        Fields.requireKnown(condition, "a condition", "key", "values", "notValues");
        String key = Fields.text(condition, "key");
        if (key.equals("destination.port")) {
            return test(condition, "values", "notValues", port -> isPort(port, call));
        }
        if (!key.startsWith(HEADER_KEY) || !key.endsWith("]")) {
            throw new UnsupportedOperationException("the model of Istio does not know the condition " + key);
        }
        if (call.request().isEmpty()) {
            return true;
        }
        Optional<String> value = RouteMatch.header(
                key.substring(HEADER_KEY.length(), key.length() - 1),
                call.request().get());
        return test(
                condition,
                "values",
                "notValues",
                pattern -> value.filter(v -> AuthorizationStrings.matches(pattern, v))
                        .isPresent());
    }

    /** Any of the values, if there are some, and none of the others. */
    static boolean test(Map<?, ?> tree, String values, String notValues, Predicate<String> test) {
        List<String> wanted = Fields.texts(tree, values);
        Stream<String> unwanted = Fields.texts(tree, notValues).stream();
        return (wanted.isEmpty() || wanted.stream().anyMatch(test)) && unwanted.noneMatch(test);
    }
}
