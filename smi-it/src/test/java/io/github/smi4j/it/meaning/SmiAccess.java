package io.github.smi4j.it.meaning;

import com.google.re2j.Pattern;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.testkit.mesh.Arrival;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What SMI says of what arrives at a pod.
 *
 * @param policy the reading
 */
record SmiAccess(ResolvedPolicy policy) {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    boolean grants(Arrival arrival) {
        return policy.targets().stream().anyMatch(target -> grants(target, arrival));
    }

    boolean grants(ResolvedTarget target, Arrival arrival) {
        return target.destinations().contains(arrival.workload())
                && arrival.caller()
                        .filter(caller -> target.sources().contains(caller))
                        .isPresent()
                && target.grants(arrival.workload()).stream().anyMatch(grant -> grants(grant, arrival));
    }

    private static boolean grants(Grant grant, Arrival arrival) {
        if (!grant.ports().contains(arrival.port())) {
            return false;
        }
        if (grant instanceof Grant.HttpRequests http) {
            return arrival.traffic() instanceof Traffic.Http request
                    && http.matches().stream().anyMatch(match -> matches(match, request));
        }
        return grant instanceof Grant.UdpDatagrams == arrival.traffic() instanceof Traffic.Udp;
    }

    private static boolean matches(ResolvedMatch match, Traffic.Http call) {
        return match.pathRegex().map(regex -> matchesPath(regex, call.path())).orElse(true)
                && (match.methods().isEmpty() || match.methods().contains(call.method()))
                && match.headers().stream().allMatch(test -> passes(test, call));
    }

    private static boolean passes(HeaderTest test, Traffic.Http call) {
        return Optional.ofNullable(call.headers().get(test.name()))
                .filter(value -> matchesHeader(test.value(), value))
                .isPresent();
    }

    private static boolean matchesPath(Regex regex, String path) {
        boolean expected = pattern("^(?:" + regex.pattern() + ")").matcher(path).find();
        requireSame(regex, path, expected, regex.matchesPath(path));
        return expected;
    }

    private static boolean matchesHeader(Regex regex, String value) {
        boolean expected = pattern(regex.pattern()).matches(value);
        requireSame(regex, value, expected, regex.matchesHeader(value));
        return expected;
    }

    private static Pattern pattern(String text) {
        return PATTERNS.computeIfAbsent(text, Pattern::compile);
    }

    private static void requireSame(Regex regex, String text, boolean expected, boolean actual) {
        if (expected != actual) {
            throw new AssertionError(regex + " on " + text + ": re2j says " + expected);
        }
    }
}
