package io.github.smi4j.translate.istio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws resources of Istio's security API, as Istio takes them: for whom they are, what they do, since when, and if at all. */
final class IstioDraw {
    private static final String SELECTOR = "selector";
    private static final List<Map<String, Object>> SELECTORS = List.of(
            Map.of(),
            Map.of(SELECTOR, Map.of("matchLabels", Map.of("app", "w0"))),
            Map.of(SELECTOR, Map.of("matchLabels", Map.of("tier", "front"))),
            Map.of(SELECTOR, Map.of("matchLabels", Map.of("app", "w1", "pod-template-hash", "5f7"))));
    private static final List<Map<String, Object>> FOR_GATEWAYS = List.of(
            Map.of("targetRefs", List.of(gateway("waypoint"), gateway("entry"))),
            Map.of("targetRef", gateway("waypoint")));
    private static final List<Map<String, Object>> RULES = List.of(
            Map.of(),
            Map.of("from", List.of(Map.of("source", Map.of("principals", List.of("cluster.local/ns/shop/sa/web"))))),
            Map.of("from", List.of(Map.of("source", Map.of("namespaces", List.of("sh*"))))),
            Map.of("to", List.of(Map.of("operation", Map.of("paths", List.of("/api*"), "methods", List.of("GET"))))),
            Map.of("to", List.of(Map.of("operation", Map.of("ports", List.of("8080"))))));
    private static final List<String> ACTIONS = List.of("ALLOW", "ALLOW", "ALLOW", "DENY", "DENY", "CUSTOM", "AUDIT");
    private static final List<String> TRIED_OUT = List.of("true", "True", "1", "false", "0");
    private static final List<String> MODES = List.of("STRICT", "PERMISSIVE", "DISABLE", "UNSET");
    private static final List<String> CREATED = List.of("2019-01-01T00:00:00Z", "2024-02-29T12:00:00Z");

    private IstioDraw() {}

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, Object> gateway(String name) {
        return Map.of("group", "gateway.networking.k8s.io", "kind", "Gateway", "name", name);
    }

    static Map<String, Object> authorizationPolicy(String name, Random random) {
        String action = pick(ACTIONS, random);
        boolean forGateways = random.nextInt(8) == 0;
        Map<String, Object> spec = new LinkedHashMap<>(pick(forGateways ? FOR_GATEWAYS : SELECTORS, random));
        spec.put("action", action);
        if (action.equals("CUSTOM")) {
            spec.put("provider", Map.of("name", "elsewhere"));
        }
        spec.put("rules", List.of(pick(RULES, random)));
        Map<String, Object> metadata = metadata(pick(List.of("shop", "data", "istio-system"), random), name, random);
        if (List.of("ALLOW", "DENY").contains(action) && random.nextInt(3) == 0) {
            metadata.put("annotations", Map.of("istio.io/dry-run", pick(TRIED_OUT, random)));
        }
        return object("security.istio.io/v1", "AuthorizationPolicy", metadata, spec);
    }

    static Map<String, Object> peerAuthentication(String name, Random random) {
        Map<String, Object> selector = pick(SELECTORS, random);
        Map<String, Object> spec = new LinkedHashMap<>(selector);
        if (random.nextInt(4) > 0) {
            spec.put("mtls", Map.of("mode", pick(MODES, random)));
        }
        if (!selector.isEmpty() && random.nextBoolean()) {
            spec.put(
                    "portLevelMtls",
                    Map.of(
                            pick(List.of("8080", "5432", "9090"), random),
                            Map.of("mode", pick(MODES, random)),
                            "1234",
                            Map.of("mode", pick(MODES, random))));
        }
        String namespace = pick(List.of("shop", "data", "shop", "data", "istio-system"), random);
        return object("security.istio.io/v1", "PeerAuthentication", metadata(namespace, name, random), spec);
    }

    /** Name and namespace, and for some the time of creation, or a label that makes it look like an earlier output. */
    static Map<String, Object> metadata(String namespace, String name, Random random) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", namespace);
        metadata.put("name", name);
        if (random.nextInt(3) == 0) {
            metadata.put("creationTimestamp", pick(CREATED, random));
        }
        if (random.nextInt(8) == 0) {
            metadata.put("labels", Map.of("app.kubernetes.io/managed-by", "smi4j"));
        }
        return metadata;
    }

    static Map<String, Object> object(
            String apiVersion, String kind, Map<String, Object> metadata, Map<String, Object> spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", apiVersion);
        tree.put("kind", kind);
        tree.put("metadata", metadata);
        tree.put("spec", spec);
        return tree;
    }
}
