package io.github.smi4j.testkit.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Manifests of Kubernetes as plain trees. */
final class KubernetesTrees {
    private KubernetesTrees() {}

    static Map<String, Object> object(
            String apiVersion, String kind, String namespace, String name, Map<String, ?> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", apiVersion);
        tree.put("kind", kind);
        tree.put("metadata", fields("namespace", namespace, "name", name));
        tree.putAll(fields);
        return tree;
    }

    /** A Service. */
    static Map<String, Object> service(
            String namespace, String name, Map<String, String> selector, List<Map<String, Object>> ports) {
        return object("v1", "Service", namespace, name, Map.of("spec", fields("selector", selector, "ports", ports)));
    }

    /** The same Service without a cluster IP, so that clients address its pods. */
    static Map<String, Object> headless(Map<String, Object> service) {
        Map<String, Object> spec = new LinkedHashMap<>(child(service, "spec"));
        spec.put("clusterIP", "None");
        Map<String, Object> tree = new LinkedHashMap<>(service);
        tree.put("spec", spec);
        return tree;
    }

    /** A Pod. */
    static Map<String, Object> pod(String namespace, String name, Map<String, Object> template) {
        Map<String, Object> tree = object("v1", "Pod", namespace, name, Map.of());
        Map<String, Object> metadata = fields("namespace", namespace, "name", name);
        metadata.putAll(child(template, "metadata"));
        tree.put("metadata", metadata);
        tree.put("spec", child(template, "spec"));
        return tree;
    }

    /** A Deployment, StatefulSet or DaemonSet. */
    static Map<String, Object> controller(
            String kind, String namespace, String name, Map<String, String> selector, Map<String, Object> template) {
        Map<String, Object> spec = fields("selector", Map.of("matchLabels", selector), "template", template);
        return object("apps/v1", kind, namespace, name, Map.of("spec", spec));
    }

    /** An object with fields in the order given: names and values in turns. */
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    @SuppressWarnings("unchecked") // of a tree that was built here
    private static Map<String, Object> child(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.getOrDefault(name, Map.of());
    }
}
