package io.github.smi4j.testkit.proof;

import com.google.re2j.Pattern;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.mesh.Routes.Place;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The mesh that {@link TestMesh} translates to: what arrives is judged by the tree, but for what a test changes. */
final class TestModel implements MeshModel {
    private final Change change;
    private final List<String> faults;

    /** What a mesh does instead. */
    interface Change {
        Outcome of(Arrival arrival, Outcome outcome);
    }

    private TestModel(Change change, List<String> faults) {
        this.change = change;
        this.faults = faults;
    }

    static TestModel create() {
        return changing((arrival, outcome) -> outcome);
    }

    static TestModel changing(Change change) {
        return new TestModel(change, List.of());
    }

    /** A mesh that accepts nothing. */
    static TestModel refusing(String fault) {
        return new TestModel((arrival, outcome) -> outcome, List.of(fault));
    }

    @Override
    public List<String> faults(Map<String, ?> resource) {
        return faults;
    }

    @Override
    public ModelledMesh apply(List<? extends Map<String, ?>> resources, Cluster cluster) {
        List<Map<String, Object>> specs =
                resources.stream().map(r -> child(r, "spec")).toList();
        return new Mesh(specs, cluster.options().trustDomain(), change);
    }

    @SuppressWarnings("unchecked") // as TestMesh emits it
    private static Map<String, Object> child(Map<String, ?> tree, String field) {
        return (Map<String, Object>) tree.get(field);
    }

    private record Mesh(List<Map<String, Object>> specs, String trustDomain, Change change) implements ModelledMesh {
        @Override
        public Outcome decide(Arrival arrival) {
            boolean closed = specs.stream().anyMatch(spec -> isClosed(spec, arrival));
            boolean allowed = !closed
                    || specs.stream()
                            .flatMap(spec -> PolicyTree.objects(spec, PolicyTree.GRANTS).stream())
                            .anyMatch(grant -> allows(grant, arrival));
            return change.of(arrival, allowed ? Outcome.ALLOWED : Outcome.DENIED);
        }

        private static boolean isClosed(Map<String, Object> spec, Arrival arrival) {
            return list(spec, PolicyTree.CLOSED_NAMESPACES)
                            .contains(arrival.workload().namespace())
                    || list(spec, PolicyTree.CLOSED_WORKLOADS)
                            .contains(arrival.workload().ref().toString());
        }

        private boolean allows(Map<String, Object> grant, Arrival arrival) {
            String kind = switch (arrival.traffic().protocol()) {
                case TCP -> "TcpConnections";
                default -> "UdpDatagrams";
            };
            boolean carried = grant.get("kind").equals(kind)
                    || (arrival.traffic() instanceof Traffic.Http request && isForOneOf(grant, request));
            return carried
                    && grant.get("workload").equals(arrival.workload().ref().toString())
                    && list(grant, "ports").stream().anyMatch(port -> ((Number) port).intValue() == arrival.port())
                    && arrival.caller()
                            .filter(caller -> list(grant, "sources").contains(caller.spiffeId(trustDomain)))
                            .isPresent();
        }

        private static boolean isForOneOf(Map<String, Object> tree, Traffic.Http request) {
            return PolicyTree.objects(tree, "matches").stream().anyMatch(match -> isFor(match, request));
        }

        private static boolean isFor(Map<String, Object> match, Traffic.Http request) {
            List<?> methods = list(match, "methods");
            return Pattern.matches("(?:" + match.get("path") + ").*", request.path())
                    && (methods.isEmpty() || methods.contains(request.method()))
                    && child(match, "headers").entrySet().stream()
                            .allMatch(test -> Optional.ofNullable(
                                            request.headers().get(test.getKey()))
                                    .filter(value -> Pattern.matches((String) test.getValue(), value))
                                    .isPresent());
        }

        private static List<?> list(Map<String, Object> tree, String field) {
            return (List<?>) tree.get(field);
        }

        @Override
        public Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
            return Optional.of(specs.stream()
                    .flatMap(spec -> PolicyTree.objects(spec, PolicyTree.SPLITS).stream())
                    .filter(split -> isFor(split, service, port, traffic))
                    .flatMap(split -> PolicyTree.objects(split, "routes").stream())
                    .filter(route -> list(route, "matches").isEmpty()
                            || (traffic instanceof Traffic.Http request && isForOneOf(route, request)))
                    .findFirst()
                    .map(route -> routes(child(route, "shares"), port))
                    .orElseGet(() -> Routes.all(service, port)));
        }

        private static boolean isFor(Map<String, Object> split, ServiceName service, int port, Traffic traffic) {
            int number = ((Number) split.get("port")).intValue();
            return split.get("root").equals(service.toString())
                    && (number == 0
                            || (number == port
                                    && split.get("protocol")
                                            .equals(traffic.protocol().name())));
        }

        private static Routes routes(Map<String, Object> shares, int port) {
            SortedMap<Place, BigInteger> weights = new TreeMap<>();
            BinaryOperator<BigInteger> sum = BigInteger::add;
            shares.forEach((backend, weight) -> {
                String[] parts = backend.split("/", -1);
                Place place = new Place(new ServiceName(parts[0], parts[1]), port);
                weights.merge(place, new BigInteger(weight.toString()), sum);
            });
            return new Routes(weights, BigInteger.ZERO);
        }
    }
}
