package io.github.smi4j.testkit.consul;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.testkit.consul.Registrations.Registration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which services a caller may be. A service account is the services of those of its pods that start. Without any pod it is the
 * service of its name where there are ACLs, since a pod would have to be that; without ACLs it may be any service of a namespace of
 * which not all workloads are known, and cannot call from one that is known as a whole. A SPIFFE id is the service that it
 * names, if it is one of Consul in this trust domain; with any other id a caller is not in the mesh and has none to show.
 */
final class Callers {
    private static final Pattern SERVICE = Pattern.compile("/ns/([^/]+)/dc/[^/]+/svc/([^/]+)");

    private final Inventory inventory;
    private final Settings settings;
    private final Injection injection;
    private final Registrations registrations;

    Callers(Inventory inventory, Settings settings, Injection injection, Registrations registrations) {
        this.inventory = inventory;
        this.settings = settings;
        this.injection = injection;
        this.registrations = registrations;
    }

    /** Who may call. */
    sealed interface Caller {
        /**
         * A service of the mesh.
         *
         * @param service which
         */
        record Known(ConsulService service) implements Caller {}

        /**
         * Any service of a namespace of Consul.
         *
         * @param namespace which
         */
        record AnyOf(String namespace) implements Caller {}

        /** Who has no identity to show. */
        record Nobody() implements Caller {}
    }

    /** One of these; none if there can be no such caller. */
    Set<Caller> of(Optional<Identity> identity) {
        if (identity.isEmpty()) {
            return Set.of(new Caller.Nobody());
        }
        return identity.get() instanceof Identity.ServiceAccount account
                ? ofAccount(account)
                : ofSpiffe(identity.get());
    }

    /** The namespace of Consul that pods are in. */
    String namespace(Workload workload) {
        return settings.namespace(workload.namespace());
    }

    private Set<Caller> ofSpiffe(Identity identity) {
        String id = identity.spiffeId(settings.trustDomain());
        String domain = settings.trustDomain();
        Matcher service = SERVICE.matcher(id.startsWith(domain + "/") ? id.substring(domain.length()) : "");
        return service.matches()
                ? Set.of(new Caller.Known(new ConsulService(service.group(1), service.group(2))))
                : Set.of(new Caller.Nobody());
    }

    private Set<Caller> ofAccount(Identity.ServiceAccount account) {
        String namespace = account.name().namespace();
        List<Workload> workloads = inventory.workloadsOf(account.name());
        Set<Caller> callers = new LinkedHashSet<>();
        workloads.forEach(workload -> ofPods(workload).ifPresent(caller -> callers.add(caller)));
        boolean mayHaveMore = !inventory.knowsWorkloads(namespace) && Injection.mayInject(namespace);
        if (workloads.isEmpty() && !Injection.mayInject(namespace)) {
            callers.add(new Caller.Nobody());
        }
        if (!settings.acls() && mayHaveMore) {
            callers.add(new Caller.AnyOf(settings.namespace(namespace)));
        }
        String name = account.name().name();
        boolean named = settings.acls() && !name.equals(Workload.DEFAULT_SERVICE_ACCOUNT);
        if (named && (mayHaveMore || (workloads.isEmpty() && Injection.mayInject(namespace)))) {
            callers.add(new Caller.Known(new ConsulService(settings.namespace(namespace), name)));
        }
        return callers;
    }

    /** Absent for pods that never start. */
    private Optional<Caller> ofPods(Workload workload) {
        if (injection.of(workload) == Injection.State.OUTSIDE) {
            return Optional.of(new Caller.Nobody());
        }
        Registration registration = registrations.of(workload);
        if (!registration.starts()) {
            return Optional.empty();
        }
        return Optional.of(registration
                .service()
                .<Caller>map(Caller.Known::new)
                .orElseGet(() -> new Caller.AnyOf(namespace(workload))));
    }
}
