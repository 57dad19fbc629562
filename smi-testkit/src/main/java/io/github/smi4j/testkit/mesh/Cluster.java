package io.github.smi4j.testkit.mesh;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.policy.PolicyOptions;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is there beside the resources that a translator emits. Immutable.
 *
 * @param inventory workloads, Services, and the resources of the mesh that are in force already
 * @param options the settings of the reading: cluster domain, trust domain, default namespace
 * @param settings those of the translator, by name and text, as far as they were given
 */
public record Cluster(Inventory inventory, PolicyOptions options, Map<String, String> settings) {
    /** Copies. */
    public Cluster {
        Objects.requireNonNull(inventory, "inventory");
        Objects.requireNonNull(options, "options");
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** A cluster with default settings. */
    public static Cluster of(Inventory inventory) {
        return new Cluster(inventory, PolicyOptions.defaults(), Map.of());
    }
}
