package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Which pods are which service of Consul, and which ports of Services lead to the port that is registered. */
final class Instances {
    private final Inventory inventory;
    private final Pods pods;

    Instances(Inventory inventory, Pods pods) {
        this.inventory = inventory;
        this.pods = pods;
    }

    /** The pods that are a service, of whatever namespace of Kubernetes. */
    List<Workload> of(ConsulService service) {
        return inventory.workloads().stream()
                .filter(workload -> pods.registrations()
                        .of(workload)
                        .service()
                        .filter(service::equals)
                        .isPresent())
                .toList();
    }

    /** The services that a Service registers its pods as; none if it registers none. */
    Set<ConsulService> through(KubernetesService service) {
        return inventory.workloadsBehind(service).stream()
                .filter(workload -> pods.registrations().services(workload).contains(service))
                .flatMap(workload -> pods.registrations().of(workload).service().stream())
                .collect(Collectors.toSet());
    }

    /** Whether pods of a Service run that are no service, or not one that this Service registers. */
    boolean hasOthers(KubernetesService service) {
        return inventory.workloadsBehind(service).stream()
                .anyMatch(workload -> pods.injection().of(workload) == Injection.State.OUTSIDE
                        || pods.registrations().of(workload).starts());
    }

    /** Whether pods of a Service may be any service. */
    boolean mayBeAny(KubernetesService service) {
        return inventory.workloadsBehind(service).stream()
                .anyMatch(workload -> pods.registrations().of(workload).equals(Registrations.Registration.ANY));
    }

    /** Whether a port of a Service leads to the registered port of all pods that are a service. */
    boolean leads(KubernetesService service, int port, ConsulService to) {
        return service.ports().stream()
                .filter(candidate -> candidate.number() == port && candidate.protocol() == TransportProtocol.TCP)
                .anyMatch(candidate -> of(to).stream().allMatch(workload -> leads(service, candidate, workload)));
    }

    private boolean leads(KubernetesService service, ServicePort port, Workload workload) {
        OptionalInt registered = pods.ports().of(workload).first();
        return service.selects(workload) && registered.isPresent() && registered.equals(workload.port(port));
    }
}
