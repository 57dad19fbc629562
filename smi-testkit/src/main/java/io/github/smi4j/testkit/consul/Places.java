package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.testkit.mesh.Routes.Place;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which Services the ends of a chain are: those of their names in the namespace of the root. What is sent to a service arrives at the
 * port that it has registered, so the place has the port that was called if that leads there, else the lowest one that does. A Service
 * without pods is a place, since nobody else answers for it; one whose pods are no such service is none.
 */
final class Places {
    private final Inventory inventory;
    private final Settings settings;
    private final Instances instances;

    Places(Inventory inventory, Settings settings, Instances instances) {
        this.inventory = inventory;
        this.settings = settings;
        this.instances = instances;
    }

    /**
     * Where a share ends.
     *
     * @param known whether it can be said
     * @param place absent if nobody answers
     */
    private record End(boolean known, Optional<Place> place) {
        static final End UNKNOWN = new End(false, Optional.empty());
        static final End NOWHERE = new End(true, Optional.empty());

        static End at(ServiceName name, int port) {
            return new End(true, Optional.of(new Place(name, port)));
        }
    }

    /** Absent if one of the ends cannot be told. */
    Optional<Routes> of(List<ChainNode.Split> shares, String namespace, int port) {
        SortedMap<Place, BigInteger> weights = new TreeMap<>();
        BigInteger refused = BigInteger.ZERO;
        for (ChainNode.Split share : shares) {
            BigInteger weight = SplitWeights.ofEnvoy(share.weight());
            if (weight.signum() <= 0) {
                continue;
            }
            End end = end(share.next(), namespace, port);
            if (!end.known()) {
                return Optional.empty();
            }
            if (end.place().isPresent()) {
                weights.merge(end.place().get(), weight, BigInteger::add);
            } else {
                refused = refused.add(weight);
            }
        }
        Routes routes = new Routes(weights, refused);
        return Optional.of(routes.weights().isEmpty() ? Routes.none() : routes);
    }

    private End end(ChainNode node, String rootNamespace, int port) {
        if (!(node instanceof ChainNode.Resolver resolver)
                || !resolver.unknown().isEmpty()) {
            String unknown = node instanceof ChainNode.Resolver resolver ? resolver.unknown() : node.toString();
            throw new UnsupportedOperationException("the model of Consul does not know " + unknown + " of a chain");
        }
        ConsulService target = resolver.target();
        String namespace =
                settings.mirroring() ? settings.kubernetes(target.namespace()).orElse("") : rootNamespace;
        ServiceName name = new ServiceName(namespace, target.name());
        if (namespace.isEmpty() || isElsewhere(target, namespace)) {
            return End.UNKNOWN;
        }
        Optional<KubernetesService> service = inventory.service(name);
        if (service.isEmpty()) {
            boolean gone = inventory.isKnown(name) && instances.of(target).isEmpty();
            return gone ? End.NOWHERE : inventory.isKnown(name) ? End.UNKNOWN : End.at(name, port);
        }
        return instances.of(target).isEmpty() ? withoutInstances(service.get(), port) : at(service.get(), target, port);
    }

    /** Whether other namespaces of Kubernetes may be the same service. */
    private boolean isElsewhere(ConsulService target, String namespace) {
        boolean services = inventory.services().stream()
                .map(KubernetesService::name)
                .anyMatch(name -> name.name().equals(target.name())
                        && !name.namespace().equals(namespace)
                        && settings.namespace(name.namespace()).equals(target.namespace()));
        return services
                || instances.of(target).stream().anyMatch(w -> !w.namespace().equals(namespace));
    }

    private End withoutInstances(KubernetesService service, int port) {
        if (instances.mayBeAny(service)) {
            return End.UNKNOWN;
        }
        boolean hasPort = tcpPorts(service).anyMatch(number -> number == port);
        boolean open = !inventory.isClosed(service.name().namespace());
        return (hasPort || open) && !instances.hasOthers(service) ? End.at(service.name(), port) : End.NOWHERE;
    }

    private End at(KubernetesService service, ConsulService target, int called) {
        if (instances.leads(service, called, target)) {
            return End.at(service.name(), called);
        }
        return tcpPorts(service).filter(port -> instances.leads(service, port, target)).min().stream()
                .mapToObj(port -> End.at(service.name(), port))
                .findFirst()
                .orElse(End.UNKNOWN);
    }

    private static IntStream tcpPorts(KubernetesService service) {
        return service.ports().stream()
                .filter(port -> port.protocol() == TransportProtocol.TCP)
                .mapToInt(ServicePort::number);
    }
}
