package io.github.smi4j.policy;

import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a policy allows, asked with fixed requests: a small, slow reading of grants that shares nothing with the translators.
 *
 * @param allowed one text for each allowed request: who, which workload, port and protocol, and what is sent there
 * @param closed the workloads that are closed to everything else
 * @param namespaces the namespaces that are closed as a whole
 */
record Decisions(Set<String> allowed, Set<Workload> closed, Set<String> namespaces) {
    /** How the text of a workload begins that is not closed. */
    static final String OPEN = "open: ";

    private static final List<Request> REQUESTS = List.of(
            Request.of("GET", "/"),
            Request.of("GET", "/other"),
            Request.of("GET", "/api"),
            Request.of("GET", "/api/items"),
            Request.of("POST", "/api"),
            Request.of("DELETE", "/api"),
            Request.of("GET", "/admin"),
            Request.of("POST", "/admin"),
            Request.of("GET", "/admin", "x-team", "blue"),
            Request.of("POST", "/orders/1", "x-team", "blue"),
            Request.of("POST", "/orders/1", "x-team", "blue", "x-zone", "b"),
            Request.of("POST", "/orders/1", "x-team", "red", "x-zone", "a"),
            Request.of("POST", "/orders/1", "x-team", "blue", "x-zone", "a"),
            Request.of("PUT", "/orders/1", "x-team", "blue", "x-zone", "a"));

    /**
     * An HTTP request.
     *
     * @param method the method
     * @param path the path
     * @param headers the headers by their names in lower case
     */
    private record Request(String method, String path, Map<String, String> headers) {
        static Request of(String method, String path) {
            return new Request(method, path, Map.of());
        }

        static Request of(String method, String path, String name, String value) {
            return new Request(method, path, Map.of(name, value));
        }

        static Request of(String method, String path, String name, String value, String other, String otherValue) {
            return new Request(method, path, Map.of(name, value, other, otherValue));
        }

        boolean matches(ResolvedMatch match) {
            return match.pathRegex().map(regex -> regex.matchesPath(path)).orElse(true)
                    && (match.methods().isEmpty() || match.methods().contains(method))
                    && match.headers().stream()
                            .allMatch(h ->
                                    headers.containsKey(h.name()) && h.value().matchesHeader(headers.get(h.name())));
        }
    }

    /** What a policy allows and closes, among these workloads and those that its targets name. */
    static Decisions of(ResolvedPolicy policy, List<Workload> workloads) {
        return of(policy, workloads, target -> true);
    }

    /** The same with some of the targets alone. */
    static Decisions of(ResolvedPolicy policy, List<Workload> workloads, Predicate<ResolvedTarget> targets) {
        Set<String> allowed = new TreeSet<>();
        for (ResolvedTarget target : policy.targets().stream().filter(targets).toList()) {
            for (Workload workload : target.destinations()) {
                String to = workload.kind() + " " + workload.namespace() + "/" + workload.name();
                target.grants(workload).stream()
                        .flatMap(Decisions::sent)
                        .forEach(what -> target.sources().forEach(who -> allowed.add(who + " to " + to + what)));
            }
        }
        Set<Workload> closed = Stream.concat(workloads.stream(), policy.scope().destinations().stream())
                .filter(policy.scope()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Decisions(allowed, closed, policy.scope().namespaces());
    }

    private static Stream<String> sent(Grant grant) {
        return grant.ports().stream().flatMap(port -> {
            String at = " port " + port;
            if (grant instanceof Grant.UdpDatagrams) {
                return Stream.of(at + " datagrams");
            }
            if (grant instanceof Grant.HttpRequests http) {
                return REQUESTS.stream()
                        .filter(request -> http.matches().stream().anyMatch(request::matches))
                        .map(request -> at + " " + request);
            }
            return Stream.concat(Stream.of(at + " bytes"), REQUESTS.stream().map(request -> at + " " + request));
        });
    }

    /** What this one allows and the other does not, and what the other closes and this one does not. */
    Set<String> beyond(Decisions other) {
        Set<String> beyond = new TreeSet<>(allowed);
        beyond.removeAll(other.allowed);
        other.closed.stream()
                .filter(workload -> !closed.contains(workload))
                .filter(workload -> !namespaces.contains(workload.namespace()))
                .forEach(workload -> beyond.add(OPEN + workload.kind() + " " + workload.name()));
        return beyond;
    }
}
