package io.github.smi4j.translate.consul;

import io.github.smi4j.testkit.bundle.ClusterStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Clusters that Consul accepts, as far as that is not left out on purpose: one Service for each pod, one port, one name. */
final class ConsulClusters {
    private static final String PREFIX = "consul.hashicorp.com/";
    private static final String KUBERNETES_SERVICE = PREFIX + "kubernetes-service";
    private static final List<Map<String, String>> ANNOTATIONS = List.of(
            Map.of(PREFIX + "connect-inject", "false"),
            Map.of(PREFIX + "connect-inject", "yes"),
            Map.of(PREFIX + "transparent-proxy", "false"),
            Map.of(PREFIX + "transparent-proxy-exclude-inbound-ports", "8080,9000"),
            Map.of(PREFIX + "connect-service-port", "9090"),
            Map.of(PREFIX + "connect-service-port", "http,9091"),
            Map.of(PREFIX + "connect-service-default-port", "9090"),
            Map.of(PREFIX + "connect-service", "web"));

    private final Random random;
    private final boolean acls;
    private final boolean enterprise;
    private final boolean onePort;

    private ConsulClusters(Random random) {
        this.random = random;
        this.acls = random.nextInt(4) > 0;
        this.enterprise = random.nextInt(5) > 0;
        this.onePort = random.nextInt(8) > 0;
    }

    /** A style for most bundles; the others stay as they are drawn. */
    static ClusterStyle style(Random random) {
        if (random.nextInt(24) == 0) {
            return new ClusterStyle(
                    manifests -> manifests, Map.of("edition", random.nextInt(4) == 0 ? "community" : "enterprise"));
        }
        ConsulClusters clusters = new ConsulClusters(random);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("acls", String.valueOf(clusters.acls));
        settings.put("edition", clusters.enterprise ? "enterprise" : "community");
        return new ClusterStyle(clusters::changed, settings);
    }

    private List<Map<String, Object>> changed(List<Map<String, Object>> drawn) {
        List<Map<String, Object>> manifests = new ArrayList<>(drawn);
        drawn.stream()
                .filter(workload -> !"Service".equals(workload.get("kind")) && random.nextInt(8) > 0)
                .filter(workload -> drawn.stream().noneMatch(service -> selects(service, workload, pod(workload))))
                .forEach(workload -> addService(workload, manifests));
        boolean distinct = !enterprise && random.nextInt(8) > 0;
        List<Map<String, Object>> changed = new ArrayList<>();
        for (Map<String, Object> manifest : manifests) {
            if ("Service".equals(manifest.get("kind"))) {
                changed.add(service(manifest, distinct));
            } else {
                changed.add(workload(manifest, manifests, distinct));
            }
        }
        return changed;
    }

    /** A Service for the pods of a workload that is behind none. */
    private static void addService(Map<String, Object> workload, List<Map<String, Object>> manifests) {
        Map<String, Object> labels = child(child(pod(workload), "metadata"), "labels");
        String name = "own-" + name(workload);
        if (labels.get("app") instanceof String app) {
            Map<String, Object> port =
                    Map.of("name", "http", "port", 80, "targetPort", 8080, "protocol", "TCP", "appProtocol", "http");
            Map<String, Object> service = new LinkedHashMap<>();
            service.put("apiVersion", "v1");
            service.put("kind", "Service");
            service.put("metadata", Map.of("namespace", namespace(workload), "name", name));
            service.put("spec", Map.of("selector", Map.of("app", app), "ports", List.of(port)));
            manifests.add(service);
        }
    }

    private static Map<String, Object> pod(Map<String, Object> workload) {
        return "Pod".equals(workload.get("kind")) ? workload : child(child(workload, "spec"), "template");
    }

    private Map<String, Object> service(Map<String, Object> manifest, boolean distinct) {
        Map<String, Object> service = manifest;
        if (distinct && namespace(manifest).equals("data")) {
            service = with(service, "metadata", with(child(service, "metadata"), "name", name(service) + "-data"));
        }
        List<?> ports = (List<?>) child(service, "spec").get("ports");
        return onePort && !ports.isEmpty()
                ? with(service, "spec", with(child(service, "spec"), "ports", List.of(leading(ports.get(0)))))
                : service;
    }

    private Map<String, Object> workload(
            Map<String, Object> manifest, List<Map<String, Object>> cluster, boolean distinct) {
        boolean pod = "Pod".equals(manifest.get("kind"));
        Map<String, Object> template = pod(manifest);
        boolean renamed = distinct && namespace(manifest).equals("data");
        Map<String, Object> spec = child(template, "spec");
        Map<String, String> annotations = new LinkedHashMap<>();
        List<String> services = cluster.stream()
                .filter(service -> selects(service, manifest, template))
                .map(service -> name(service) + (renamed ? "-data" : ""))
                .toList();
        Optional<String> version =
                services.stream().filter(name -> name.startsWith("web")).findFirst();
        String chosen = services.isEmpty() ? "" : services.get(random.nextInt(services.size()));
        if (version.isPresent() && random.nextInt(12) > 0) {
            chosen = version.get();
        }
        if (services.size() > 1 && random.nextInt(32) > 0) {
            annotations.put(KUBERNETES_SERVICE, chosen);
        }
        String account = String.valueOf(spec.getOrDefault("serviceAccountName", "default"));
        if (renamed && !account.equals("default")) {
            account += "-data";
            spec = with(spec, "serviceAccountName", account);
        }
        if (acls && random.nextInt(32) > 0) {
            if (!chosen.startsWith("web") && (random.nextBoolean() || services.isEmpty())) {
                annotations.put(PREFIX + "connect-service", account);
            } else {
                spec = with(spec, "serviceAccountName", chosen);
            }
        }
        if (onePort) {
            spec = with(spec, "containers", List.of(Map.of("name", "main", "ports", List.of(port()))));
        }
        if (random.nextInt(32) == 0) {
            annotations.putAll(ANNOTATIONS.get(random.nextInt(ANNOTATIONS.size())));
        }
        Map<String, Object> metadata = with(child(template, "metadata"), "annotations", annotations);
        Map<String, Object> changed = with(with(template, "metadata", metadata), "spec", spec);
        return pod ? changed : with(manifest, "spec", with(child(manifest, "spec"), "template", changed));
    }

    /** A port that leads to the one that the pods have. */
    @SuppressWarnings("unchecked") // of trees that the generator built
    private Map<String, Object> leading(Object port) {
        Map<String, Object> tree = (Map<String, Object>) port;
        return "TCP".equals(tree.get("protocol")) && random.nextInt(24) > 0 ? with(tree, "targetPort", 8080) : tree;
    }

    private Map<String, Object> port() {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("containerPort", random.nextInt(32) == 0 ? 9090 : 8080);
        port.put("name", "http");
        return port;
    }

    private static boolean selects(Map<String, Object> service, Map<String, Object> workload, Map<String, Object> pod) {
        return "Service".equals(service.get("kind"))
                && namespace(service).equals(namespace(workload))
                && child(child(pod, "metadata"), "labels")
                        .entrySet()
                        .containsAll(child(child(service, "spec"), "selector").entrySet());
    }

    private static String namespace(Map<String, Object> manifest) {
        return String.valueOf(child(manifest, "metadata").get("namespace"));
    }

    private static String name(Map<String, Object> manifest) {
        return String.valueOf(child(manifest, "metadata").get("name"));
    }

    @SuppressWarnings("unchecked") // of trees that the generator built
    private static Map<String, Object> child(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.getOrDefault(name, Map.of());
    }

    private static Map<String, Object> with(Map<String, Object> tree, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(tree);
        changed.put(name, value);
        return changed;
    }

    /** What is there of Consul already: nothing in most clusters. */
    static List<Map<String, Object>> manifests(Random random) {
        if (random.nextInt(6) > 0) {
            return List.of();
        }
        String name = pick(List.of("web", "web-v1", "s0", "api", "s1"), random);
        return List.of(
                switch (random.nextInt(7)) {
                    case 0 ->
                        entry(
                                random,
                                "ServiceDefaults",
                                name,
                                Map.of("protocol", pick(List.of("http", "grpc", "tcp", ""), random)));
                    case 1 ->
                        entry(
                                random,
                                "ServiceDefaults",
                                name,
                                Map.of(
                                        "protocol",
                                        "http",
                                        "mutualTLSMode",
                                        pick(List.of("permissive", "strict"), random)));
                    case 2 ->
                        entry(
                                random,
                                "ProxyDefaults",
                                "global",
                                Map.of("config", Map.of("protocol", pick(List.of("http", "tcp"), random))));
                    case 3 ->
                        entry(
                                random,
                                "ServiceIntentions",
                                "old",
                                Map.of(
                                        "destination",
                                        Map.of("name", pick(List.of(name, "*"), random)),
                                        "sources",
                                        List.of(Map.of("name", pick(List.of("*", "api"), random), "action", "allow"))));
                    case 4 ->
                        entry(
                                random,
                                "ServiceResolver",
                                name,
                                Map.of("redirect", Map.of("service", pick(List.of("web-v3", "s2"), random))));
                    case 5 ->
                        entry(
                                random,
                                "ServiceSplitter",
                                name,
                                Map.of("splits", List.of(Map.of("weight", 100, "service", "web-v3"))));
                    default -> namespace(random);
                });
    }

    private static Map<String, Object> namespace(Random random) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "v1");
        tree.put("kind", "Namespace");
        tree.put(
                "metadata",
                Map.of(
                        "name",
                        pick(List.of("shop", "data"), random),
                        "labels",
                        Map.of(PREFIX + "transparent-proxy", pick(List.of("true", "false"), random))));
        return tree;
    }

    private static Map<String, Object> entry(Random random, String kind, String name, Map<String, Object> spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "consul.hashicorp.com/v1alpha1");
        tree.put("kind", kind);
        tree.put("metadata", Map.of("namespace", pick(List.of("shop", "data"), random), "name", name));
        tree.put("spec", spec);
        return tree;
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** The defaults for most. */
    static Map<String, String> settings(Random random) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (random.nextInt(3) == 0) {
            settings.put("default-policy", "allow");
        }
        if (random.nextInt(8) == 0) {
            settings.put("service-defaults", pick(List.of("require", "verify"), random));
        }
        if (random.nextInt(6) == 0) {
            settings.put("unknown-protocol", "http");
        }
        if (random.nextInt(6) == 0) {
            settings.put("output", "native");
        }
        if (random.nextInt(12) == 0) {
            settings.put("namespace-mirroring", "false");
        }
        if (random.nextInt(6) == 0) {
            settings.put("namespace-prefix", "k8s-");
        }
        if (random.nextInt(24) == 0) {
            settings.put("transparent-proxy", "false");
        }
        if (random.nextInt(3) == 0) {
            settings.put("visible-roots", "true");
        }
        return settings;
    }
}
