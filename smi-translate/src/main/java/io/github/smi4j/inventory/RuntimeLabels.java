package io.github.smi4j.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels that controllers and meshes put on running pods. They are not in the templates of workloads, or belong to one rollout
 * or one pod alone, so that nothing that is to last can be selected by them.
 */
public final class RuntimeLabels {
    private static final Set<String> KEYS = Set.of(
            "pod-template-hash",
            "controller-revision-hash",
            "pod-template-generation",
            "rollouts-pod-template-hash",
            "job-name",
            "controller-uid");
    private static final List<String> PREFIXES = List.of(
            "statefulset.kubernetes.io/",
            "apps.kubernetes.io/",
            "batch.kubernetes.io/",
            "security.istio.io/",
            "service.istio.io/",
            "topology.istio.io/",
            "istio.io/",
            "sidecar.istio.io/",
            "linkerd.io/",
            "consul.hashicorp.com/");

    private RuntimeLabels() {}

    /** Whether a label of this key is put on running pods. */
    public static boolean contains(String key) {
        return KEYS.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
    }

    /** The labels but for those that are put on running pods, in their order. */
    public static Map<String, String> without(Map<String, String> labels) {
        Map<String, String> rest = new LinkedHashMap<>(labels);
        rest.keySet().removeIf(RuntimeLabels::contains);
        return rest;
    }
}
