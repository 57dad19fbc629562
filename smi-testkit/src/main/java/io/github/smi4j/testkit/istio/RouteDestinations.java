package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.mesh.Routes.Place;
import io.github.smi4j.testkit.tree.Fields;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a route of a VirtualService leads: weights are shares of their sum, and a lone destination takes everything. */
final class RouteDestinations {
    private final ResourcesInForce resources;
    private final Inventory inventory;
    private final String suffix;

    RouteDestinations(ResourcesInForce resources, Cluster cluster) {
        this.resources = resources;
        this.inventory = cluster.inventory();
        this.suffix = ".svc." + cluster.options().clusterDomain();
    }

    /** The Service that a host names: one without a dot is completed, one with a dot is taken as it is. */
    Optional<ServiceName> service(Map<?, ?> virtualService, String host) {
        if (host.contains("*")) {
            throw new UnsupportedOperationException("the model of Istio does not know the host " + host);
        }
        if (!host.contains(".")) {
            return Optional.of(new ServiceName(resources.namespace(virtualService), host));
        }
        String[] parts = host.endsWith(suffix)
                ? host.substring(0, host.length() - suffix.length()).split("\\.", -1)
                : new String[0];
        return parts.length == 2 ? Optional.of(new ServiceName(parts[1], parts[0])) : Optional.empty();
    }

    Routes of(Map<?, ?> virtualService, Map<?, ?> route, int port, boolean bytes) {
        List<Map<?, ?>> weighted = Fields.objects(route, "route");
        SortedMap<Place, BigInteger> weights = new TreeMap<>();
        BigInteger refused = BigInteger.ZERO;
        for (Map<?, ?> one : weighted) {
            Fields.requireKnown(one, "a weighted destination", "destination", "weight");
            BigInteger weight =
                    weighted.size() == 1 ? BigInteger.ONE : BigInteger.valueOf(Fields.number(one, "weight", 0));
            Optional<Place> place = place(virtualService, Fields.object(one, "destination"), port, bytes);
            if (place.isPresent()) {
                weights.merge(place.get(), weight, BigInteger::add);
            } else {
                refused = refused.add(weight);
            }
        }
        return new Routes(weights, refused);
    }

    /** Absent where there is no such Service or port, so that nobody answers. */
    private Optional<Place> place(Map<?, ?> virtualService, Map<?, ?> destination, int port, boolean bytes) {
        Fields.requireKnown(destination, "a destination", "host", "port");
        Optional<ServiceName> name = service(virtualService, Fields.text(destination, "host"));
        return name.filter(n -> inventory.service(n).isPresent() || !inventory.isKnown(n))
                .flatMap(n -> port(n, destination, port, bytes).map(number -> new Place(n, number)));
    }

    /** The port that is named, else the one that was called; for bytes the only one that there is. */
    private Optional<Integer> port(ServiceName name, Map<?, ?> destination, int called, boolean bytes) {
        Optional<KubernetesService> service = inventory.service(name);
        long number = Fields.number(Fields.object(destination, "port"), "number", called);
        if (bytes
                && !destination.containsKey("port")
                && service.filter(s -> s.ports().size() == 1).isPresent()) {
            return Optional.of(service.get().ports().get(0).number());
        }
        boolean there = service.isEmpty()
                || service.get().ports().stream()
                        .anyMatch(p -> p.number() == number && p.protocol() == TransportProtocol.TCP);
        return there ? Optional.of((int) number) : Optional.empty();
    }
}
