package io.github.smi4j.translate.istio;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.istio.internal.IstioStrings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads emitted AuthorizationPolicies as Istio's documentation says sidecars do. A field that is not modelled here is a
 * failure, not a guess.
 */
final class EmittedAccess {
    private static final Set<String> HTTP_FIELDS = Set.of("methods", "paths", "notPaths");

    private final List<Map<?, ?>> policies;
    private final Inventory inventory;
    private final String trustDomain;

    /** What a proxy takes a port to carry. */
    private enum Protocol {
        HTTP,
        BYTES,
        DETECTED
    }

    EmittedAccess(List<? extends Map<?, ?>> trees, Inventory inventory, String trustDomain) {
        this.policies = trees.stream()
                .<Map<?, ?>>map(tree -> tree)
                .filter(tree -> tree.get("kind").equals("AuthorizationPolicy"))
                .toList();
        this.inventory = inventory;
        this.trustDomain = trustDomain;
    }

    /** Whether it is allowed; both where Services say different things of the port. */
    Set<Boolean> decisions(Arrival arrival) {
        return protocols(arrival.workload(), arrival.port()).stream()
                .map(protocol -> isAllowed(arrival, protocol))
                .collect(Collectors.toSet());
    }

    /** Whether a proxy takes nothing but requests on the port, so that bytes fail whatever policies say. */
    boolean refusesBytes(Workload workload, int port) {
        return protocols(workload, port).contains(Protocol.HTTP);
    }

    /** Whether no policy is for the workload, so that everything is allowed. */
    boolean isOpen(Workload workload) {
        return policies.stream().noneMatch(policy -> selects(policy, workload));
    }

    private boolean isAllowed(Arrival arrival, Protocol protocol) {
        if (protocol == Protocol.HTTP && arrival.call().isEmpty()) {
            return false;
        }
        Optional<Arrival.Call> seen = protocol == Protocol.BYTES ? Optional.empty() : arrival.call();
        List<Map<?, ?>> selecting =
                policies.stream().filter(p -> selects(p, arrival.workload())).toList();
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(policy -> Trees.objects(Trees.object(policy, "spec"), "rules").stream())
                        .anyMatch(rule -> allows(rule, arrival, seen));
    }

    private Set<Protocol> protocols(Workload workload, int port) {
        Set<Protocol> protocols = EnumSet.noneOf(Protocol.class);
        inventory.services().stream()
                .filter(service -> service.selects(workload))
                .flatMap(service -> service.ports().stream())
                .filter(p -> p.protocol() == TransportProtocol.TCP
                        && workload.port(p).orElse(0) == port)
                .forEach(p -> protocols.add(protocol(p)));
        return protocols.isEmpty() ? EnumSet.of(Protocol.DETECTED) : protocols;
    }

    private static Protocol protocol(ServicePort port) {
        String name = port.appProtocol().or(port::name).orElse("").toLowerCase(Locale.ROOT);
        String word = name.replaceFirst("-.*", "");
        if (word.matches("http2?|grpc|kubernetes\\.io/(h2c|ws)")) {
            return Protocol.HTTP;
        }
        boolean wellKnown = List.of(25, 53, 3306, 27017).contains(port.number());
        return wellKnown || word.matches("tcp|mongo|redis|mysql|https|tls") ? Protocol.BYTES : Protocol.DETECTED;
    }

    private static boolean selects(Map<?, ?> policy, Workload workload) {
        Map<?, ?> spec = Trees.object(policy, "spec");
        Trees.requireFields(spec, "selector", "action", "rules");
        if (!"ALLOW".equals(spec.containsKey("action") ? spec.get("action") : "ALLOW")) {
            throw new AssertionError("not modelled: " + spec);
        }
        Map<?, ?> selector = Trees.object(spec, "selector");
        Trees.requireFields(selector, "matchLabels");
        return Trees.object(policy, "metadata").get("namespace").equals(workload.namespace())
                && workload.labels()
                        .entrySet()
                        .containsAll(Trees.object(selector, "matchLabels").entrySet());
    }

    /** A list that is absent or empty tests nothing. */
    private boolean allows(Map<?, ?> rule, Arrival arrival, Optional<Arrival.Call> seen) {
        Trees.requireFields(rule, "from", "to", "when");
        List<Map<?, ?>> from = Trees.objects(rule, "from");
        List<Map<?, ?>> to = Trees.objects(rule, "to").stream()
                .<Map<?, ?>>map(item -> Trees.object(item, "operation"))
                .toList();
        List<Map<?, ?>> when = Trees.objects(rule, "when");
        if (seen.isEmpty() && (!when.isEmpty() || to.stream().anyMatch(EmittedAccess::testsRequests))) {
            return false;
        }
        return (from.isEmpty() || from.stream().anyMatch(item -> isFrom(Trees.object(item, "source"), arrival)))
                && (to.isEmpty() || to.stream().anyMatch(operation -> isTo(operation, arrival, seen)))
                && when.stream().allMatch(condition -> holds(condition, seen.orElseThrow()));
    }

    private static boolean testsRequests(Map<?, ?> operation) {
        return operation.keySet().stream().anyMatch(HTTP_FIELDS::contains);
    }

    private boolean isFrom(Map<?, ?> source, Arrival arrival) {
        Trees.requireFields(source, "principals");
        return any(
                source,
                "principals",
                value -> arrival.principal()
                        .filter(id -> IstioStrings.matches(local(value), id))
                        .isPresent());
    }

    /** Istio takes service accounts of cluster.local for those of its own trust domain. */
    private String local(String principal) {
        String[] parts = principal.split("/", -1);
        boolean account = parts.length == 5 && parts[1].equals("ns") && parts[3].equals("sa");
        return account && parts[0].equals("cluster.local")
                ? trustDomain + principal.substring("cluster.local".length())
                : principal;
    }

    private static boolean isTo(Map<?, ?> operation, Arrival arrival, Optional<Arrival.Call> seen) {
        Trees.requireFields(operation, "ports", "methods", "paths", "notPaths");
        if (!any(operation, "ports", String.valueOf(arrival.port())::equals)) {
            return false;
        }
        return !testsRequests(operation)
                || (any(
                                operation,
                                "methods",
                                m -> IstioStrings.matches(m, seen.orElseThrow().method()))
                        && any(operation, "paths", p -> matchesPath(p, seen.orElseThrow()))
                        && none(operation, "notPaths", p -> matchesPath(p, seen.orElseThrow())));
    }

    private static boolean matchesPath(String pattern, Arrival.Call call) {
        return IstioStrings.matchesPath(pattern, call.path());
    }

    private static boolean holds(Map<?, ?> condition, Arrival.Call call) {
        Trees.requireFields(condition, "key", "values", "notValues");
        String key = (String) condition.get("key");
        if (!key.matches("request\\.headers\\[(:authority|[^:].*)]")) {
            throw new AssertionError("not modelled: " + key);
        }
        String name = key.substring("request.headers[".length(), key.length() - 1);
        Optional<String> value = Optional.ofNullable(
                call.headers().get(name.equals(":authority") ? "host" : name.toLowerCase(Locale.ROOT)));
        Predicate<String> test =
                pattern -> value.filter(v -> IstioStrings.matches(pattern, v)).isPresent();
        return any(condition, "values", test) && none(condition, "notValues", test);
    }

    private static boolean any(Map<?, ?> tree, String field, Predicate<String> test) {
        List<String> values = Trees.texts(tree, field);
        return values.isEmpty() || values.stream().anyMatch(test);
    }

    private static boolean none(Map<?, ?> tree, String field, Predicate<String> test) {
        return Trees.texts(tree, field).stream().noneMatch(test);
    }
}
