package io.github.smi4j.testkit.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The settings of the reading that were drawn, and what manifests are like under them.
 *
 * @param values by name and text
 */
record SettingDraw(Map<String, String> values) {
    private static final String DEFAULT_NAMESPACE = "default-namespace";
    private static final String CLUSTER_DOMAIN = "cluster-domain";

    /** Draws some; most have their defaults. */
    static SettingDraw random(Random random, Oddity oddity) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("default-deny", oddity.pick(List.of("namespace", "namespace", "destinations", "none")));
        if (random.nextInt(3) == 0) {
            settings.put("trust-domain", BindingDraw.OWN_TRUST_DOMAIN);
        }
        if (oddity.oneIn(4)) {
            settings.put("workload-label", "app");
        }
        if (oddity.oneIn(6)) {
            settings.put("partial-inventory", "true");
        }
        if (random.nextInt(4) == 0) {
            settings.put("mtls", oddity.pick(List.of("strict", "permissive")));
        }
        if (random.nextInt(5) == 0) {
            settings.put(CLUSTER_DOMAIN, "k8s.corp.example");
        }
        if (random.nextInt(5) == 0) {
            settings.put(DEFAULT_NAMESPACE, oddity.pick(ClusterDraw.NAMESPACES));
        }
        return new SettingDraw(settings);
    }

    /** The domain of the names of Services. */
    String clusterDomain() {
        return values.getOrDefault(CLUSTER_DOMAIN, SplitDraw.USUAL_DOMAIN);
    }

    /** The same resource, which half of the time does not name its namespace where that is the default one. */
    Map<String, Object> inDefaultNamespace(Map<String, Object> manifest, Random random) {
        if (!values.containsKey(DEFAULT_NAMESPACE)
                || !(manifest.get("metadata") instanceof Map<?, ?> metadata)
                || !values.get(DEFAULT_NAMESPACE).equals(metadata.get("namespace"))
                || random.nextBoolean()) {
            return manifest;
        }
        Map<Object, Object> less = new LinkedHashMap<>(metadata);
        less.remove("namespace");
        Map<String, Object> tree = new LinkedHashMap<>(manifest);
        tree.put("metadata", less);
        return tree;
    }
}
