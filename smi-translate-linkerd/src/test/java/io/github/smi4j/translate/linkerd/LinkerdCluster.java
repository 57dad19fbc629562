package io.github.smi4j.translate.linkerd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws what a cluster has of Linkerd already, and the settings of the translator. */
final class LinkerdCluster {
    private static final List<String> NAMESPACES = List.of("shop", "data");
    private static final String DENY = "config.linkerd.io/default-inbound-policy";
    private static final List<Map<String, String>> ANNOTATIONS = List.of(
            Map.of(),
            Map.of("linkerd.io/inject", "disabled"),
            Map.of("config.linkerd.io/skip-inbound-ports", "8080,9000-9100"),
            Map.of("config.linkerd.io/opaque-ports", "8080"),
            Map.of(DENY, "all-authenticated"));
    private static final List<Map<String, Object>> SELECTORS = List.of(
            Map.of(),
            Map.of("matchLabels", Map.of("app", "w0")),
            Map.of("matchLabels", Map.of("tier", "front")),
            Map.of("matchExpressions", List.of(Map.of("key", "app", "operator", "Exists"))));

    private LinkerdCluster() {}

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Nothing for most clusters. */
    static List<Map<String, Object>> manifests(Random random) {
        List<Map<String, Object>> manifests = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            manifests.add(namespace(random));
        }
        if (random.nextInt(6) == 0) {
            manifests.add(pod(random));
        }
        if (random.nextInt(8) == 0) {
            addGate(random, manifests);
        }
        if (random.nextInt(6) > 0) {
            return manifests;
        }
        manifests.add(
                switch (random.nextInt(5)) {
                    case 0 -> server(random);
                    case 1 -> policyOfNamespace(random);
                    case 2 -> route(random);
                    case 3 -> profile(random);
                    default -> service(random);
                });
        return manifests;
    }

    /** What is hard in every cluster. */
    static List<Map<String, Object>> hard(Random random) {
        List<Map<String, Object>> manifests = manifests(random);
        if (manifests.stream().noneMatch(tree -> "Pod".equals(tree.get("kind")))) {
            manifests.add(pod(random));
        }
        if (manifests.stream().noneMatch(tree -> "TrafficSplit".equals(tree.get("kind")))) {
            addGate(random, manifests);
        }
        return manifests;
    }

    private static Map<String, Object> namespace(Random random) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("linkerd.io/inject", random.nextInt(8) == 0 ? "disabled" : "enabled");
        if (random.nextBoolean()) {
            annotations.put(
                    DENY, pick(List.of("deny", "deny", "all-unauthenticated", "cluster-authenticated"), random));
        }
        if (random.nextInt(4) == 0) {
            annotations.put("config.linkerd.io/opaque-ports", pick(List.of("9090", "8080", "80-90", ""), random));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "v1");
        tree.put("kind", "Namespace");
        tree.put("metadata", Map.of("name", pick(NAMESPACES, random), "annotations", annotations));
        return tree;
    }

    private static Map<String, Object> pod(Random random) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("namespace", pick(NAMESPACES, random));
        metadata.put("name", "past");
        metadata.put("labels", Map.of("app", "past"));
        metadata.put("annotations", pick(ANNOTATIONS, random));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("serviceAccountName", pick(List.of("web", "api", "db"), random));
        spec.put("hostNetwork", random.nextInt(4) == 0);
        Map<String, Object> container = new LinkedHashMap<>();
        container.put("name", "main");
        container.put(
                "ports",
                pick(
                        List.of(
                                List.of(Map.of("containerPort", 8080)),
                                List.of(Map.of("containerPort", 8080), Map.of("containerPort", 53, "protocol", "UDP"))),
                        random));
        if (random.nextBoolean()) {
            String path = pick(List.of("/api", "/a", "/x"), random);
            container.put("livenessProbe", Map.of("httpGet", Map.of("path", path, "port", 8080)));
        }
        spec.put("containers", List.of(container));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "v1");
        tree.put("kind", "Pod");
        tree.put("metadata", metadata);
        tree.put("spec", spec);
        return tree;
    }

    private static Map<String, Object> server(Random random) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("podSelector", pick(SELECTORS, random));
        spec.put("port", pick(List.of(8080, 9090, "http"), random));
        spec.put("accessPolicy", pick(List.of("deny", "all-unauthenticated", "all-authenticated"), random));
        return object("policy.linkerd.io/v1beta3", "Server", pick(NAMESPACES, random), "old", spec);
    }

    private static Map<String, Object> policyOfNamespace(Random random) {
        String namespace = pick(NAMESPACES, random);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("targetRef", Map.of("kind", "Namespace", "name", namespace));
        spec.put(
                "requiredAuthenticationRefs",
                pick(List.of(List.of(), List.of(Map.of("kind", "ServiceAccount", "name", "web"))), random));
        return object("policy.linkerd.io/v1alpha1", "AuthorizationPolicy", namespace, "old", spec);
    }

    private static Map<String, Object> route(Random random) {
        String namespace = pick(NAMESPACES, random);
        Map<String, Object> parent = new LinkedHashMap<>();
        parent.put("group", "");
        parent.put("kind", "Service");
        parent.put("name", "web");
        if (random.nextBoolean()) {
            parent.put("port", 80);
        }
        Map<String, Object> backend = Map.of("kind", "Service", "name", "web-v3", "namespace", namespace, "port", 80);
        return object(
                "gateway.networking.k8s.io/v1",
                "HTTPRoute",
                namespace,
                "old",
                Map.of("parentRefs", List.of(parent), "rules", List.of(Map.of("backendRefs", List.of(backend)))));
    }

    private static Map<String, Object> profile(Random random) {
        String namespace = pick(NAMESPACES, random);
        List<Map<String, Object>> overrides =
                List.of(Map.of("authority", "web-v3." + namespace + ".svc.cluster.local", "weight", "500m"));
        return object(
                "linkerd.io/v1alpha2",
                "ServiceProfile",
                namespace,
                "web." + namespace + ".svc.cluster.local",
                random.nextBoolean() ? Map.of("dstOverrides", overrides) : Map.of());
    }

    private static Map<String, Object> service(Random random) {
        Map<String, Object> tree = object(
                "v1",
                "Service",
                pick(NAMESPACES, random),
                "opaque",
                Map.of(
                        "selector",
                        Map.of("app", "w0"),
                        "ports",
                        List.of(Map.of("port", 8080, "appProtocol", pick(List.of("grpc", "http", "tcp"), random)))));
        return tree;
    }

    /**
     * A root whose versions have not the same ports, or which Linkerd cannot split; split as a whole or for values of which one
     * begins another. And callers of the pods that may send what overlaps.
     */
    private static void addGate(Random random, List<Map<String, Object>> manifests) {
        String namespace = pick(NAMESPACES, random);
        Map<String, Object> http = Map.of("name", "http", "port", 80, "targetPort", 8080, "appProtocol", "http");
        List<List<Map<String, Object>>> more = List.of(
                List.of(),
                List.of(Map.of("name", "dns", "port", 53, "protocol", "UDP")),
                List.of(Map.of("name", "other", "port", 90)),
                List.of(Map.of("name", "bytes", "port", 5432)));
        List<Map<String, Object>> ports = new ArrayList<>(List.of(http));
        ports.addAll(pick(more, random));
        boolean headless = random.nextInt(4) == 0;
        for (String name : List.of("gate", "gate-a", "gate-b")) {
            Map<String, Object> spec = new LinkedHashMap<>();
            spec.put("selector", Map.of("app", "w1"));
            boolean less = name.equals("gate-b") && random.nextInt(3) == 0;
            spec.put("ports", less ? List.of(http) : List.copyOf(ports));
            if (headless && name.equals("gate")) {
                spec.put("clusterIP", "None");
            }
            if (!name.equals("gate") || random.nextInt(8) > 0) {
                manifests.add(object("v1", "Service", namespace, name, spec));
            }
        }
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("service", "gate");
        split.put(
                "backends",
                List.of(Map.of("service", "gate-a", "weight", 90), Map.of("service", "gate-b", "weight", 10)));
        if (random.nextBoolean()) {
            split.put("matches", List.of(Map.of("kind", "HTTPRouteGroup", "name", "gate")));
        }
        manifests.add(object("split.smi-spec.io/v1alpha4", "TrafficSplit", namespace, "gate", split));
        manifests.add(object(
                "specs.smi-spec.io/v1alpha4",
                "HTTPRouteGroup",
                namespace,
                "gate",
                Map.of(
                        "matches",
                        List.of(
                                Map.of("name", "values", "headers", Map.of("x-a", "a|ab")),
                                Map.of("name", "below", "pathRegex", "/api"),
                                Map.of("name", "style", "pathRegex", ".*\\.css$")))));
        String account = pick(List.of("web", "api", "db"), random);
        manifests.add(caller(namespace, "gate-0", account, "gate", List.of("values", "below")));
        manifests.add(caller(namespace, "gate-1", account, "keeper", List.of("style")));
    }

    private static Map<String, Object> caller(
            String namespace, String name, String destination, String source, List<String> matches) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("destination", Map.of("kind", "ServiceAccount", "name", destination, "namespace", namespace));
        spec.put("sources", List.of(Map.of("kind", "ServiceAccount", "name", source, "namespace", namespace)));
        spec.put("rules", List.of(Map.of("kind", "HTTPRouteGroup", "name", "gate", "matches", matches)));
        return object("access.smi-spec.io/v1alpha3", "TrafficTarget", namespace, name, spec);
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

    /** The defaults for most. */
    static Map<String, String> settings(Random random) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            settings.put("linkerd-version", pick(List.of("2.14", "2.15", "2.16", "2.17", "2.20"), random));
        }
        if (random.nextInt(3) == 0) {
            settings.put("gateway-api", pick(List.of("none", "1.2-experimental", "1.5-experimental"), random));
        }
        if (random.nextInt(6) == 0) {
            settings.put("split-mode", "serviceprofile");
        }
        if (random.nextInt(8) == 0) {
            settings.put("probe-networks", "10.0.0.0/8");
        }
        return settings;
    }
}
