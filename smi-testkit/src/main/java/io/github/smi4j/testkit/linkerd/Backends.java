package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.mesh.Routes.Place;
import io.github.smi4j.testkit.tree.Fields;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a rule leads: weights are shares of their sum, and a lone backend takes everything. What has no port, or leads to a
 * Service or port that is not there, is answered by the proxy. Several backends whose weights are all 0 make the proxy panic.
 */
final class Backends {
    private final Inventory inventory;

    Backends(Inventory inventory) {
        this.inventory = inventory;
    }

    /** Without backends it is the Service itself. */
    Routes of(ServiceName parent, int port, Map<?, ?> rule) {
        List<Map<?, ?>> refs = Fields.objects(rule, "backendRefs");
        if (refs.isEmpty()) {
            return Routes.all(parent, port);
        }
        SortedMap<Place, BigInteger> weights = new TreeMap<>();
        BigInteger refused = BigInteger.ZERO;
        for (Map<?, ?> ref : refs) {
            BigInteger weight = BigInteger.valueOf(refs.size() == 1 ? 1 : Fields.number(ref, "weight", 1));
            Optional<Place> place = place(parent, ref);
            if (place.isPresent()) {
                weights.merge(place.get(), weight, BigInteger::add);
            } else {
                refused = refused.add(weight);
            }
        }
        Routes routes = new Routes(weights, refused);
        return routes.weights().isEmpty() ? Routes.none() : routes;
    }

    private Optional<Place> place(ServiceName parent, Map<?, ?> ref) {
        Fields.requireKnown(ref, "a backend", "group", "kind", "namespace", "name", "port", "weight", "filters");
        String kind = ref.containsKey("kind") ? Fields.text(ref, "kind") : "Service";
        if (!List.of("", "core").contains(Fields.text(ref, "group"))
                || !kind.equals("Service")
                || !Fields.list(ref, "filters").isEmpty()) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the backend " + ref);
        }
        String namespace = Fields.text(ref, "namespace");
        return place(
                new ServiceName(namespace.isEmpty() ? parent.namespace() : namespace, Fields.text(ref, "name")),
                Fields.number(ref, "port", 0));
    }

    /** Absent where there is no such Service or port; what is not known is taken to be there. */
    Optional<Place> place(ServiceName name, long port) {
        Optional<KubernetesService> service = inventory.service(name);
        boolean there = service.isEmpty()
                ? !inventory.isKnown(name)
                : service.get().ports().stream()
                        .anyMatch(p -> p.number() == port && p.protocol() == TransportProtocol.TCP);
        return there && port > 0 ? Optional.of(new Place(name, (int) port)) : Optional.empty();
    }
}
