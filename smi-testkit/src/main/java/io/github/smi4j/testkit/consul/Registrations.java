package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which service of Consul pods are: each Service that selects them registers them, under its name or the one that they ask for.
 * Several Services that register them under one name are one registration. Pods that have not exactly one never start; and with ACLs
 * those whose service account has not its name, or is the one that pods have without being asked.
 */
final class Registrations {
    private final Inventory inventory;
    private final Settings settings;
    private final Injection injection;

    Registrations(Inventory inventory, Settings settings, Injection injection) {
        this.inventory = inventory;
        this.settings = settings;
        this.injection = injection;
    }

    /**
     * What pods are in the mesh.
     *
     * @param starts whether they may run at all
     * @param service what they are; absent if they never start, or may be any service of their namespace
     */
    record Registration(boolean starts, Optional<ConsulService> service) {
        static final Registration NEVER = new Registration(false, Optional.empty());
        static final Registration ANY = new Registration(true, Optional.empty());
    }

    /** What injected pods are. */
    Registration of(Workload workload) {
        if (injection.of(workload) != Injection.State.INJECTED) {
            return Registration.NEVER;
        }
        if (Injection.hasSeveralServices(workload)) {
            return Registration.ANY;
        }
        Set<String> names = new TreeSet<>();
        services(workload).forEach(service -> names.add(name(workload, service)));
        if (names.size() > 1 || (names.isEmpty() && isKnown(workload))) {
            return Registration.NEVER;
        }
        Optional<String> name = names.stream().findFirst().or(() -> asked(workload));
        if (!settings.acls()) {
            return name.map(found -> registered(workload, found)).orElse(Registration.ANY);
        }
        String account = workload.serviceAccount();
        boolean mayLogIn = !account.equals(Workload.DEFAULT_SERVICE_ACCOUNT)
                && name.filter(found -> !found.equals(account)).isEmpty()
                && PodAnnotations.of(workload, "connect-service")
                        .filter(raw -> !raw.isEmpty() && !raw.equals(account))
                        .isEmpty();
        return mayLogIn ? registered(workload, account) : Registration.NEVER;
    }

    private Registration registered(Workload workload, String name) {
        return new Registration(true, Optional.of(new ConsulService(settings.namespace(workload.namespace()), name)));
    }

    /** The Services that register pods. */
    List<KubernetesService> services(Workload workload) {
        Optional<String> only = PodAnnotations.of(workload, "kubernetes-service");
        return inventory.servicesOf(workload).stream()
                .filter(service -> !service.externalName() && !isIgnored(service))
                .filter(service ->
                        only.filter(name -> !name.equals(service.name().name())).isEmpty())
                .toList();
    }

    static boolean isIgnored(KubernetesService service) {
        return PodAnnotations.flag(service.labels().getOrDefault(PodAnnotations.PREFIX + "service-ignore", ""))
                .orElse(false);
    }

    private static String name(Workload workload, KubernetesService service) {
        return asked(workload).orElse(service.name().name());
    }

    private static Optional<String> asked(Workload workload) {
        return PodAnnotations.list(workload, "connect-service").stream()
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /** Whether no Service that is not here can register pods. */
    private boolean isKnown(Workload workload) {
        String namespace = workload.namespace();
        boolean all = inventory.isTakenAsWhole(namespace)
                && inventory.unreadableServices(namespace).isEmpty();
        return all
                || PodAnnotations.of(workload, "kubernetes-service")
                        .filter(name -> name.isEmpty() || inventory.isKnown(new ServiceName(namespace, name)))
                        .isPresent();
    }
}
