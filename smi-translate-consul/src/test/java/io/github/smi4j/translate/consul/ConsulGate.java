package io.github.smi4j.translate.consul;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A root and its versions, who may call each other, and one thing that is hard for Consul. */
enum ConsulGate {
    /** A port that Consul does not see. */
    UDP,
    /** A root without an address. */
    HEADLESS,
    /** A root without pods, of which some requests only are split. */
    EMPTY_ROOT,
    /** Ports that do not say what they carry. */
    UNNAMED,
    /** Ports that do not say it, where some requests only are split. */
    UNNAMED_AND_CONDITION,
    /** Ports that carry no requests. */
    TCP,
    /** Ports that carry no requests, all for one version. */
    WHOLE,
    /** A share that Consul cannot say. */
    SMALL,
    /** Weights of which the sum depends on their order. */
    ORDERED,
    /** Weights that consul-k8s takes in no order. */
    NO_ORDER,
    /** A splitter of others for the root. */
    TAKEN,
    /** A resolver of others for a version. */
    DIVERTED,
    /** Two ports that lead to one, and are not split alike. */
    TWO_PORTS,
    /** Requests of a method that Consul does not know. */
    METHOD,
    /** Requests with a header that proxies set. */
    HEADER,
    /** A condition that is for one path. */
    CONDITION,
    /** A condition of a method that Consul does not know. */
    CONDITION_OF_A_METHOD,
    /** A condition of a header that proxies set. */
    CONDITION_OF_A_HEADER,
    /** Callers without mutual TLS. */
    PERMISSIVE,
    /** Pods of one service with other ports. */
    OTHER_PORTS,
    /** Pods that declare no port, behind a Service of several. */
    NO_PORT,
    /** Rules for a port that is not registered. */
    OUTSIDE,
    /** Intentions of others. */
    INTENTIONS,
    /** A Service that cannot be read. */
    UNREADABLE,
    /** A service of the name in another namespace. */
    TWICE;

    private static final String CONSUL = "consul.hashicorp.com/";
    private static final String SHOP = "shop";

    /** The settings that make it hard. */
    Map<String, String> settings() {
        return switch (this) {
            case UNREADABLE -> Map.of("acls", "false", "default-policy", "allow");
            case UNNAMED_AND_CONDITION -> Map.of("service-defaults", "verify");
            case PERMISSIVE -> Map.of("default-policy", "allow");
            default -> Map.of();
        };
    }

    /** The manifests. */
    List<Map<String, Object>> manifests() {
        List<Map<String, Object>> manifests = new ArrayList<>();
        for (String name : versions()) {
            manifests.add(service(name));
            if (this != EMPTY_ROOT || !name.equals("gate")) {
                manifests.add(pod(SHOP, name, name, containerPorts(name)));
            }
        }
        manifests.add(routes());
        manifests.add(ports());
        manifests.add(split());
        addTargets(manifests);
        addOthers(manifests);
        return manifests;
    }

    private List<String> versions() {
        return switch (this) {
            case ORDERED -> List.of("gate", "gate-a", "gate-b", "gate-c");
            case NO_ORDER -> List.of("gate", "gate-a", "gate-b", "gate-c", "gate-d");
            default -> List.of("gate", "gate-a", "gate-b");
        };
    }

    private List<Integer> weights() {
        return switch (this) {
            case WHOLE -> List.of(100, 0);
            case SMALL -> List.of(30_000, 1);
            case ORDERED -> List.of(534, 7051, 2415);
            case NO_ORDER -> List.of(1781, 1888, 3235, 3096);
            default -> List.of(90, 10);
        };
    }

    private boolean isConditional() {
        return List.of(EMPTY_ROOT, UNNAMED_AND_CONDITION, CONDITION, CONDITION_OF_A_METHOD, CONDITION_OF_A_HEADER)
                .contains(this);
    }

    private Map<String, Object> service(String name) {
        List<Map<String, Object>> ports = new ArrayList<>();
        boolean silent = this == UNNAMED || this == UNNAMED_AND_CONDITION;
        boolean tcp = this == TCP || this == WHOLE || this == OUTSIDE || this == OTHER_PORTS;
        Map<String, Object> main = port(80, 8080, "TCP");
        if (!silent) {
            main.put("appProtocol", tcp ? "tcp" : "http");
        }
        ports.add(main);
        switch (this) {
            case UDP -> ports.add(port(53, 53, "UDP"));
            case TWO_PORTS -> {
                if (!name.equals("gate-b")) {
                    ports.add(port(81, 8080, "TCP"));
                }
            }
            case OTHER_PORTS, NO_PORT, OUTSIDE -> ports.add(port(81, 9090, "TCP"));
            default -> {}
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("selector", fields("app", name));
        spec.put("ports", ports);
        if (this == HEADLESS) {
            spec.put("clusterIP", "None");
        }
        boolean ignored = this == EMPTY_ROOT && name.equals("gate");
        Map<String, Object> tree = object("v1", "Service", SHOP, name, spec);
        if (ignored) {
            Map<String, Object> metadata = fields("namespace", SHOP, "name", name);
            metadata.put("labels", fields(CONSUL + "service-ignore", "true"));
            tree.put("metadata", metadata);
        }
        return tree;
    }

    private static Map<String, Object> port(int number, int target, String protocol) {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("name", "p" + number);
        port.put("port", number);
        port.put("targetPort", target);
        port.put("protocol", protocol);
        return port;
    }

    private List<Map<String, Object>> containerPorts(String name) {
        return switch (this) {
            case UDP -> List.of(fields("containerPort", 8080), fields("containerPort", 53, "protocol", "UDP"));
            case NO_PORT -> name.equals("gate-a") ? List.of() : List.of(fields("containerPort", 8080));
            default -> List.of(fields("containerPort", 8080));
        };
    }

    private static Map<String, Object> pod(String namespace, String name, String app, List<Map<String, Object>> ports) {
        Map<String, Object> container = fields("name", "main", "ports", ports);
        Map<String, Object> tree = object(
                "v1", "Pod", namespace, name, fields("serviceAccountName", app, "containers", List.of(container)));
        tree.put("metadata", fields("namespace", namespace, "name", name, "labels", fields("app", app)));
        return tree;
    }

    private static Map<String, Object> routes() {
        return group(
                "gate",
                List.of(
                        fields("name", "path", "pathRegex", "/a|/b"),
                        fields("name", "method", "pathRegex", "/m", "methods", List.of("PROPFIND", "GET")),
                        fields("name", "header", "headers", fields("te", "ab?"))));
    }

    private Map<String, Object> ports() {
        int port = this == OUTSIDE ? 81 : 80;
        return object(
                "specs.smi-spec.io/v1alpha4",
                "TCPRoute",
                SHOP,
                "gate",
                fields("matches", fields("ports", List.of(port))));
    }

    private Map<String, Object> split() {
        List<Map<String, Object>> backends = new ArrayList<>();
        List<String> names = versions();
        for (int i = 1; i < names.size(); i++) {
            backends.add(fields("service", names.get(i), "weight", weights().get(i - 1)));
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("service", "gate");
        spec.put("backends", backends);
        if (isConditional()) {
            spec.put("matches", List.of(fields("kind", "HTTPRouteGroup", "name", condition())));
        }
        return object("split.smi-spec.io/v1alpha4", "TrafficSplit", SHOP, "gate", spec);
    }

    private String condition() {
        return switch (this) {
            case CONDITION_OF_A_METHOD -> "method";
            case CONDITION_OF_A_HEADER -> "header";
            default -> "exact";
        };
    }

    /** The root may call both versions, and groups that conditions name. */
    private void addTargets(List<Map<String, Object>> manifests) {
        boolean connections = List.of(TCP, WHOLE, OTHER_PORTS, OUTSIDE).contains(this);
        Map<String, Object> all = fields("kind", "TCPRoute", "name", "gate");
        List<String> matches = switch (this) {
            case METHOD -> List.of("method");
            case HEADER -> List.of("header");
            default -> List.of("path");
        };
        Map<String, Object> some = fields("kind", "HTTPRouteGroup", "name", "gate", "matches", matches);
        manifests.add(target("gate-a", "gate", connections ? all : some));
        manifests.add(target("gate-b", "gate", connections ? all : some));
        manifests.add(group("exact", List.of(fields("name", "exact", "pathRegex", "/x$"))));
        manifests.add(group("method", List.of(fields("name", "method", "methods", List.of("PROPFIND")))));
        manifests.add(group("header", List.of(fields("name", "header", "headers", fields("te", "ab?")))));
    }

    private static Map<String, Object> group(String name, List<Map<String, Object>> matches) {
        return object("specs.smi-spec.io/v1alpha4", "HTTPRouteGroup", SHOP, name, fields("matches", matches));
    }

    private static Map<String, Object> target(String destination, String source, Map<String, Object> rule) {
        return object(
                "access.smi-spec.io/v1alpha4",
                "TrafficTarget",
                SHOP,
                source + "-to-" + destination,
                fields(
                        "destination", fields("kind", "ServiceAccount", "name", destination, "namespace", SHOP),
                        "sources", List.of(fields("kind", "ServiceAccount", "name", source, "namespace", SHOP)),
                        "rules", List.of(rule)));
    }

    private void addOthers(List<Map<String, Object>> manifests) {
        switch (this) {
            case TAKEN -> {
                addDefaults(manifests);
                Map<String, Object> split = fields("weight", 100, "service", "gate-b");
                manifests.add(entry("ServiceSplitter", "gate", fields("splits", List.of(split))));
            }
            case DIVERTED -> {
                addDefaults(manifests);
                manifests.add(entry("ServiceResolver", "gate-a", fields("redirect", fields("service", "gate-b"))));
            }
            case PERMISSIVE ->
                manifests.add(
                        entry("ServiceDefaults", "gate-a", fields("protocol", "http", "mutualTLSMode", "permissive")));
            case OTHER_PORTS -> manifests.add(pod(SHOP, "gate-a-2", "gate-a", List.of(fields("containerPort", 9090))));
            case INTENTIONS ->
                manifests.add(entry(
                        "ServiceIntentions",
                        "old",
                        fields(
                                "destination",
                                fields("name", "gate-a"),
                                "sources",
                                List.of(fields("name", "*", "action", "deny")))));
            case UNREADABLE -> {
                manifests.add(pod(SHOP, "later", "later", List.of(fields("containerPort", 8080))));
                manifests.add(object("v1", "Service", SHOP, "later", fields("selector", "later")));
            }
            case TWICE -> {
                manifests.add(pod("data", "gate-a", "gate-a", List.of(fields("containerPort", 8080))));
                Map<String, Object> service = new LinkedHashMap<>(service("gate-a"));
                service.put("metadata", fields("namespace", "data", "name", "gate-a"));
                manifests.add(service);
            }
            default -> {}
        }
    }

    private static void addDefaults(List<Map<String, Object>> manifests) {
        Arrays.asList("gate", "gate-a", "gate-b")
                .forEach(name -> manifests.add(entry("ServiceDefaults", name, fields("protocol", "http"))));
    }

    private static Map<String, Object> entry(String kind, String name, Map<String, Object> spec) {
        return object(CONSUL + "v1alpha1", kind, SHOP, name, spec);
    }

    private static Map<String, Object> object(
            String apiVersion, String kind, String namespace, String name, Map<String, Object> spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", apiVersion);
        tree.put("kind", kind);
        tree.put("metadata", fields("namespace", namespace, "name", name));
        tree.put("spec", spec);
        return tree;
    }

    /** Names and values in turn, in this order, on which what is drawn depends. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
