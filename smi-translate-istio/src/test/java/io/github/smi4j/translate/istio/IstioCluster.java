package io.github.smi4j.translate.istio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws what a cluster has of Istio already, and the settings of the translator. */
final class IstioCluster {
    private static final List<String> NAMESPACES = List.of("shop", "data");
    private static final List<Map<String, Object>> SELECTORS = List.of(
            Map.of(),
            Map.of("selector", Map.of("matchLabels", Map.of("app", "w0"))),
            Map.of("selector", Map.of("matchLabels", Map.of("tier", "front"))),
            Map.of("selector", Map.of("matchLabels", Map.of("app", "w1", "pod-template-hash", "5f7"))));
    private static final List<Map<String, Object>> RULES = List.of(
            Map.of(),
            Map.of("from", List.of(Map.of("source", Map.of("principals", List.of("cluster.local/ns/shop/sa/web"))))),
            Map.of("from", List.of(Map.of("source", Map.of("namespaces", List.of("sh*"))))),
            Map.of("to", List.of(Map.of("operation", Map.of("paths", List.of("/api*"), "methods", List.of("GET"))))),
            Map.of("to", List.of(Map.of("operation", Map.of("ports", List.of("8080"))))));

    private static final List<Map<String, String>> PAST_THE_PROXY = List.of(
            Map.of(),
            Map.of("sidecar.istio.io/inject", "false"),
            Map.of("traffic.sidecar.istio.io/excludeInboundPorts", "8080, 9090"),
            Map.of("traffic.sidecar.istio.io/includeInboundPorts", "80"),
            Map.of("traffic.sidecar.istio.io/includeInboundPorts", ""),
            Map.of("traffic.sidecar.istio.io/excludeInterfaces", "eth1"),
            Map.of("sidecar.istio.io/interceptionMode", "NONE"));

    private IstioCluster() {}

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Nothing for most clusters. */
    static List<Map<String, Object>> manifests(Random random) {
        List<Map<String, Object>> manifests = new ArrayList<>();
        if (random.nextInt(12) == 0) {
            manifests.add(podPastItsProxy(random));
        }
        if (random.nextInt(6) > 0) {
            return manifests;
        }
        for (int i = 0; i <= random.nextInt(2); i++) {
            manifests.add(
                    switch (random.nextInt(4)) {
                        case 0 -> peerAuthentication("p" + i, random);
                        case 1 -> virtualService("v" + i, random);
                        default -> authorizationPolicy("a" + i, random);
                    });
        }
        return manifests;
    }

    /** A pod of which the proxy does not see everything, or that has none. */
    private static Map<String, Object> podPastItsProxy(Random random) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", pick(NAMESPACES, random));
        metadata.put("name", "past");
        metadata.put("labels", Map.of("app", "past"));
        metadata.put("annotations", pick(PAST_THE_PROXY, random));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("serviceAccountName", pick(List.of("web", "api", "db"), random));
        spec.put("hostNetwork", random.nextInt(4) == 0);
        spec.put("containers", List.of(Map.of("name", "main")));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "v1");
        tree.put("kind", "Pod");
        tree.put("metadata", metadata);
        tree.put("spec", spec);
        return tree;
    }

    private static Map<String, Object> authorizationPolicy(String name, Random random) {
        Map<String, Object> spec = new LinkedHashMap<>(pick(SELECTORS, random));
        spec.put("action", pick(List.of("ALLOW", "ALLOW", "DENY"), random));
        spec.put("rules", List.of(pick(RULES, random)));
        String namespace = pick(List.of("shop", "data", "istio-system"), random);
        return object("security.istio.io/v1", "AuthorizationPolicy", namespace, name, spec);
    }

    private static Map<String, Object> peerAuthentication(String name, Random random) {
        Map<String, Object> spec = new LinkedHashMap<>(pick(SELECTORS, random));
        spec.put("mtls", Map.of("mode", pick(List.of("STRICT", "PERMISSIVE", "DISABLE"), random)));
        return object("security.istio.io/v1", "PeerAuthentication", pick(NAMESPACES, random), name, spec);
    }

    private static Map<String, Object> virtualService(String name, Random random) {
        String namespace = pick(NAMESPACES, random);
        String host = pick(List.of("web", "web." + namespace + ".svc.cluster.local", "web." + namespace), random);
        return object(
                "networking.istio.io/v1",
                "VirtualService",
                namespace,
                name,
                Map.of(
                        "hosts",
                        List.of(host),
                        "http",
                        List.of(Map.of("route", List.of(Map.of("destination", Map.of("host", "web-v3")))))));
    }

    private static Map<String, Object> object(
            String apiVersion, String kind, String namespace, String name, Map<String, Object> spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", apiVersion);
        tree.put("kind", kind);
        tree.put("metadata", Map.of("namespace", namespace, "name", name));
        tree.put("spec", spec);
        return tree;
    }

    /** The default version and root namespace for most. */
    static Map<String, String> settings(Random random) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            settings.put("istio-version", pick(List.of("1.16", "1.21", "1.22", "1.30"), random));
        }
        if (random.nextInt(12) == 0) {
            settings.put("root-namespace", pick(NAMESPACES, random));
        }
        return settings;
    }
}
