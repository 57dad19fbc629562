package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.ServiceName;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that an inventory has in each namespace, for the question what somebody may have meant; sorted once. */
final class InventoryNames {
    private final Map<String, TreeSet<String>> services;
    private final Map<String, TreeSet<String>> accounts;

    InventoryNames(Inventory inventory) {
        this.services = inventory.services().stream()
                .map(service -> service.name())
                .collect(Collectors.groupingBy(
                        ServiceName::namespace,
                        TreeMap::new,
                        Collectors.mapping(ServiceName::name, Collectors.toCollection(TreeSet::new))));
        this.accounts = inventory.serviceAccounts().stream()
                .collect(Collectors.groupingBy(
                        ServiceAccountName::namespace,
                        TreeMap::new,
                        Collectors.mapping(ServiceAccountName::name, Collectors.toCollection(TreeSet::new))));
    }

    /**
     * What to do about a Service that there is not.
     *
     * @param used Services that are named beside it, and so are not meant
     */
    String help(PolicyCode code, ServiceName missing, Collection<ServiceName> used) {
        TreeSet<String> names = new TreeSet<>(services.getOrDefault(missing.namespace(), new TreeSet<>()));
        used.forEach(service -> names.remove(service.name()));
        return NearestName.help(code, missing.name(), names);
    }

    /** What to do about a service account that there is not. */
    String help(AccessCode code, ServiceAccountName missing) {
        return NearestName.help(code, missing.name(), accounts.getOrDefault(missing.namespace(), new TreeSet<>()));
    }
}
