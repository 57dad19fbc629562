package io.github.smi4j.translate.istio;

import io.github.smi4j.model.GeneratedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws what a cluster has of Istio already, and the settings of the translator. */
final class IstioCluster {
    private static final List<String> NAMESPACES = List.of("shop", "data");
    /** Names that the translator gives, of its own accord or where the first is taken. */
    private static final List<String> EMITTED_NAMES =
            List.of("default-deny", GeneratedNames.of("default-deny", "smi"), GeneratedNames.of("allow", "app=w0"));

    /** Names of a Service, and some that are not its own. */
    private static final List<String> HOSTS = List.of(
            "web", "web.NS.svc.cluster.local", "web.NS.svc.k8s.corp.example", "web.NS", "web.other.svc.cluster.local");

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
        if (random.nextInt(5) > 0) {
            return manifests;
        }
        for (int i = 0; i <= random.nextInt(2); i++) {
            manifests.add(
                    switch (random.nextInt(4)) {
                        case 0 -> IstioDraw.peerAuthentication(pick(List.of("p" + i, "default"), random), random);
                        case 1 -> virtualService(pick(List.of("v" + i, "web-all", "web-some"), random), random);
                        default ->
                            IstioDraw.authorizationPolicy(
                                    random.nextBoolean() ? "a" + i : pick(EMITTED_NAMES, random), random);
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

    private static Map<String, Object> virtualService(String name, Random random) {
        String namespace = pick(NAMESPACES, random);
        String host = pick(HOSTS, random).replace("NS", namespace);
        return IstioDraw.object(
                "networking.istio.io/v1",
                "VirtualService",
                IstioDraw.metadata(namespace, name, random),
                Map.of(
                        "hosts",
                        List.of(host),
                        "http",
                        List.of(Map.of("route", List.of(Map.of("destination", Map.of("host", "web-v3")))))));
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
