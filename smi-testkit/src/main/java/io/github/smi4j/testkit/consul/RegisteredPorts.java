package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which ports of pods are registered: those that they name, else those of their first container, whatever the protocol, else those
 * that their Service leads to. The community edition has only the one that is asked for as the default, or the first one.
 */
final class RegisteredPorts {
    /** Nobody knows which. */
    static final OptionalInt NONE = OptionalInt.empty();

    private final Inventory inventory;
    private final Settings settings;
    private final Registrations registrations;

    RegisteredPorts(Inventory inventory, Settings settings, Registrations registrations) {
        this.inventory = inventory;
        this.settings = settings;
        this.registrations = registrations;
    }

    /**
     * Ports.
     *
     * @param all their numbers; absent if they are not known
     * @param first the default one; absent if there is none, or it is not known
     */
    record Ports(Optional<Set<Integer>> all, OptionalInt first) {
        static final Ports UNKNOWN = new Ports(Optional.empty(), NONE);

        static Ports of(Set<Integer> all, int first) {
            return new Ports(Optional.of(all), OptionalInt.of(first));
        }
    }

    Ports of(Workload workload) {
        List<String> tokens = PortTokens.of(workload);
        if (tokens.stream().allMatch(String::isEmpty) && tokens.size() <= 1) {
            return ofServices(workload);
        }
        List<OptionalInt> numbers = new ArrayList<>();
        for (String token : tokens) {
            OptionalInt number = token.isEmpty() ? OptionalInt.of(0) : PortTokens.number(workload, token);
            if (number.isEmpty()) {
                return Ports.UNKNOWN;
            }
            numbers.add(number);
        }
        Set<Integer> valid = new LinkedHashSet<>();
        numbers.forEach(number -> valid.add(number.getAsInt()));
        valid.remove(0);
        if (valid.isEmpty()) {
            return new Ports(Optional.of(Set.of()), NONE);
        }
        int wanted = numbers.get(PortTokens.indexOfDefault(workload, tokens, numbers))
                .getAsInt();
        int first = wanted > 0 ? wanted : valid.iterator().next();
        return Ports.of(settings.enterprise() ? valid : Set.of(first), first);
    }

    /** Those of several ports come in no order that is known. */
    private Ports ofServices(Workload workload) {
        List<KubernetesService> services = registrations.services(workload);
        Set<Set<Integer>> readings = new LinkedHashSet<>();
        for (KubernetesService service : services) {
            inventory.workloadsBehind(service).forEach(other -> readings.add(leads(service, other)));
            readings.add(leads(service, workload));
        }
        if (readings.size() != 1) {
            return Ports.UNKNOWN;
        }
        Set<Integer> numbers = readings.iterator().next();
        OptionalInt wanted = wanted(workload, services);
        if (numbers.size() > 1 && wanted.isEmpty()) {
            return settings.enterprise() ? new Ports(Optional.of(numbers), NONE) : Ports.UNKNOWN;
        }
        if (numbers.isEmpty()) {
            return new Ports(Optional.of(numbers), NONE);
        }
        int first = wanted.orElse(numbers.iterator().next());
        return Ports.of(settings.enterprise() ? numbers : Set.of(first), first);
    }

    private static Set<Integer> leads(KubernetesService service, Workload workload) {
        Set<Integer> numbers = new LinkedHashSet<>();
        service.ports().forEach(port -> workload.port(port).ifPresent(number -> numbers.add(number)));
        return Collections.unmodifiableSet(numbers);
    }

    private static OptionalInt wanted(Workload workload, List<KubernetesService> services) {
        String wanted = PortTokens.wanted(workload);
        for (KubernetesService service : services) {
            for (ServicePort port : service.ports()) {
                OptionalInt number = workload.port(port);
                boolean named = port.name().filter(wanted::equals).isPresent();
                if (number.isPresent() && (named || number.equals(PortTokens.decimal(wanted)))) {
                    return number;
                }
            }
        }
        return NONE;
    }
}
