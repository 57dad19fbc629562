package com.example.doorman;

import com.google.re2j.Pattern;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.mesh.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Doorman as its documentation describes it; what a list of others lacks is empty. Expressions are matched by RE2/J, never by
 * smi4j.
 */
final class DoormanModel implements MeshModel {
    @Override
    public ModelledMesh apply(List<? extends Map<String, ?>> resources, Cluster cluster) {
        Map<String, Map<?, ?>> lists = new LinkedHashMap<>();
        Stream<? extends Map<String, ?>> present =
                cluster.inventory().meshResources("mesh.example").stream().map(Manifest::toTree);
        // What is emitted replaces what is there under the same name.
        Stream.concat(present, resources.stream()).forEach(tree -> {
            Map<?, ?> metadata = map(tree.get("metadata"));
            lists.put(metadata.get("namespace") + "/" + metadata.get("name"), tree);
        });
        return new Mesh(List.copyOf(lists.values()), cluster);
    }

    @Override
    public List<String> faults(Map<String, ?> resource) {
        List<String> faults = new ArrayList<>();
        Map<?, ?> spec = map(resource.get("spec"));
        if (spec.containsKey("selector") && map(spec.get("selector")).isEmpty()) {
            faults.add("the selector is empty");
        }
        for (Object entry : list(spec.get("entries"))) {
            Stream.of("callers", "ports", "requests")
                    .filter(name -> map(entry).get(name) instanceof List<?> values && values.isEmpty())
                    .forEach(name -> faults.add("the list " + name + " is empty"));
        }
        return faults;
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private record Mesh(List<Map<?, ?>> lists, Cluster cluster) implements ModelledMesh {
        @Override
        public Outcome decide(Arrival arrival) {
            List<Map<?, ?>> specs = lists.stream()
                    .filter(list -> isFor(list, arrival))
                    .<Map<?, ?>>map(list -> map(list.get("spec")))
                    .toList();
            boolean allowed = specs.isEmpty()
                    || specs.stream()
                            .flatMap(spec -> list(spec.get("entries")).stream())
                            .anyMatch(entry -> allows(map(entry), arrival));
            return allowed ? Outcome.ALLOWED : Outcome.DENIED;
        }

        private static boolean isFor(Map<?, ?> list, Arrival arrival) {
            Map<?, ?> selector = map(map(list.get("spec")).get("selector"));
            return arrival.workload()
                            .namespace()
                            .equals(map(list.get("metadata")).get("namespace"))
                    && arrival.workload().labels().entrySet().containsAll(selector.entrySet());
        }

        private boolean allows(Map<?, ?> entry, Arrival arrival) {
            Optional<String> caller = arrival.caller()
                    .map(identity ->
                            "spiffe://" + identity.spiffeId(cluster.options().trustDomain()));
            return !(arrival.traffic() instanceof Traffic.Udp)
                    && caller.filter(list(entry.get("callers"))::contains).isPresent()
                    && list(entry.get("ports")).contains(arrival.port())
                    && (!entry.containsKey("requests")
                            || (arrival.traffic() instanceof Traffic.Http sent
                                    && list(entry.get("requests")).stream()
                                            .anyMatch(request -> matches(map(request), sent))));
        }

        private static boolean matches(Map<?, ?> request, Traffic.Http sent) {
            return (!request.containsKey("path")
                            || Pattern.compile("^(?:" + request.get("path") + ")")
                                    .matcher(sent.path())
                                    .find())
                    && (!request.containsKey("methods")
                            || list(request.get("methods")).contains(sent.method()))
                    && map(request.get("headers")).entrySet().stream()
                            .allMatch(test -> Optional.ofNullable(sent.headers().get(test.getKey()))
                                    .filter(value -> Pattern.matches(String.valueOf(test.getValue()), value))
                                    .isPresent());
        }

        /** Doorman does not route: what is sent to a Service goes to it. */
        @Override
        public Optional<Routes> route(ServiceName service, int port, Traffic traffic) {
            return Optional.of(Routes.all(service, port));
        }
    }
}
