package io.github.smi4j.testkit.bundle;

import static io.github.smi4j.testkit.bundle.KubernetesTrees.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Draws what a cluster holds: workloads that share accounts and labels or do not, and Services of all kinds of ports. */
final class ClusterDraw {
    static final List<String> NAMESPACES = List.of("shop", "data");
    static final List<String> ACCOUNTS = List.of("web", "api", "db", "default");

    /** Services of the same ports, the root first. */
    static final List<String> VERSIONS = List.of("web", "web-v1", "web-v2", "web-v3");

    /** The Service ports on which proxies see requests. */
    static final List<Integer> REQUEST_PORTS = List.of(80, 9090, 90, 7000, 83);

    private static final List<Map<String, Object>> USUAL_PORTS = List.of(
            withProtocol(port(80, "http", 8080, "TCP"), "http"),
            port(9090, "grpc-admin", 9090, "TCP"),
            withProtocol(port(90, "web", 9091, "TCP"), "http"),
            port(5432, "tcp-db", 5432, "TCP"),
            port(443, "https", 8443, "TCP"),
            port(7000, "plain", 7000, "TCP"),
            withoutTarget(port(3306, "mysql", 3306, "TCP")),
            port(82, "redis", 8082, "TCP"),
            withProtocol(withoutTarget(port(83, "tcp-y", 83, "TCP")), "kubernetes.io/h2c"));
    private static final List<Map<String, Object>> ODD_PORTS = List.of(
            port(88, "http-web", "http", "TCP"),
            port(81, "tcp-x", "admin", "TCP"),
            port(53, "dns", 53, "UDP"),
            port(80, "http-udp", 8080, "UDP"));
    /** Ports that other Services of the same pods take for something else. */
    private static final List<Map<String, Object>> CONTRADICTORY = List.of(
            port(84, "tcp-http", 8080, "TCP"),
            port(85, "http-x", 5432, "TCP"),
            port(86, "x", 8443, "TCP"),
            port(80, "http", 8081, "TCP"));

    private static final List<Map<String, Object>> CONTAINER_PORTS = List.of(
            container(8080, "http", "TCP"),
            container(9191, "admin", "TCP"),
            container(5432, "db", "TCP"),
            container(9000, "web", "TCP"));
    private static final List<Map<String, Object>> ODD_CONTAINER_PORTS =
            List.of(container(8181, "http", "TCP"), container(53, "dns", "UDP"));

    private final Random random;
    private final Oddity oddity;
    private final List<Map<String, Object>> manifests = new ArrayList<>();

    private ClusterDraw(Random random, Oddity oddity) {
        this.random = random;
        this.oddity = oddity;
    }

    private static Map<String, Object> port(int number, String name, Object target, String protocol) {
        return fields("port", number, "name", name, "protocol", protocol, "targetPort", target);
    }

    private static Map<String, Object> withoutTarget(Map<String, Object> port) {
        Map<String, Object> less = new LinkedHashMap<>(port);
        less.remove("targetPort");
        return less;
    }

    private static Map<String, Object> withProtocol(Map<String, Object> port, String appProtocol) {
        Map<String, Object> more = new LinkedHashMap<>(port);
        more.put("appProtocol", appProtocol);
        return more;
    }

    private static Map<String, Object> container(int number, String name, String protocol) {
        return fields("containerPort", number, "protocol", protocol, "name", name);
    }

    /** A cluster; without oddities it has nothing that a translation would complain of. */
    static List<Map<String, Object>> random(Random random, Oddity oddity) {
        ClusterDraw cluster = new ClusterDraw(random, oddity);
        for (String namespace : NAMESPACES) {
            cluster.addWorkloads(namespace);
            if (random.nextInt(10) == 0) {
                cluster.addTwin(namespace);
            }
            cluster.addServices(namespace);
        }
        return cluster.manifests;
    }

    private void addWorkloads(String namespace) {
        int count = oddity.oneIn(8) ? 0 : 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String name = "w" + i;
            Map<String, String> labels = labels(name);
            Map<String, Object> template = template(labels);
            String kind = oddity.pick(List.of("Deployment", "StatefulSet", "DaemonSet", "Pod"));
            String app = labels.getOrDefault("app", "");
            if (kind.equals("Pod") || app.isEmpty()) {
                manifests.add(KubernetesTrees.pod(namespace, name, template));
            } else {
                manifests.add(KubernetesTrees.controller(kind, namespace, name, Map.of("app", app), template));
            }
        }
    }

    /** A pod of another account that nothing but its name tells from those of a workload: no selector may be for these alone. */
    private void addTwin(String namespace) {
        Map<String, String> labels = Map.of("app", "w" + random.nextInt(2));
        manifests.add(KubernetesTrees.pod(namespace, "twin", template(labels)));
    }

    private Map<String, String> labels(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app", oddity.oneIn(3) ? oddity.pick(ACCOUNTS) : name);
        if (random.nextInt(3) == 0) {
            labels.put("tier", oddity.pick(List.of("front", "back")));
        }
        if (oddity.oneIn(6)) {
            labels.put("bad key", "x");
        }
        if (oddity.oneIn(8)) {
            labels.put("long", "l".repeat(63 + random.nextInt(2)));
        }
        if (oddity.oneIn(12)) {
            labels.clear();
        }
        return labels;
    }

    private Map<String, Object> template(Map<String, String> labels) {
        List<Map<String, Object>> ports = new ArrayList<>();
        CONTAINER_PORTS.stream().filter(port -> random.nextInt(3) == 0).forEach(ports::add);
        ODD_CONTAINER_PORTS.stream().filter(port -> oddity.oneIn(3)).forEach(ports::add);
        Map<String, Object> container = fields("name", "main", "image", "shop/main:1", "ports", ports);
        Map<String, Object> spec = new LinkedHashMap<>();
        String account = oddity.pick(oddity.oneIn(2) ? ACCOUNTS : ACCOUNTS.subList(0, 3));
        if (!account.equals("default")) {
            spec.put("serviceAccountName", account);
        }
        spec.put("containers", List.of(container));
        return fields("metadata", fields("labels", labels), "spec", spec);
    }

    /** A root with versions that have its ports, as a canary needs them. */
    private void addVersions(String namespace) {
        List<Map<String, Object>> ports = new ArrayList<>(List.of(USUAL_PORTS.get(0)));
        if (random.nextInt(3) == 0) {
            ports.add(USUAL_PORTS.get(1 + random.nextInt(USUAL_PORTS.size() - 1)));
        }
        for (int i = 0; i < VERSIONS.size(); i++) {
            Map<String, String> selector = Map.of("app", "w" + i);
            manifests.add(KubernetesTrees.service(namespace, VERSIONS.get(i), selector, ports));
        }
    }

    private void addServices(String namespace) {
        if (random.nextInt(3) > 0) {
            addVersions(namespace);
        }
        int count = oddity.oneIn(2) ? random.nextInt(6) : 5;
        for (int i = 0; i < count; i++) {
            List<Map<String, Object>> ports = new ArrayList<>();
            for (Map<String, Object> port : USUAL_PORTS) {
                boolean usual = port.equals(USUAL_PORTS.get(0)) && !oddity.oneIn(2);
                if (usual || random.nextInt(4) == 0) {
                    ports.add(port);
                }
            }
            ODD_PORTS.stream().filter(port -> oddity.oneIn(4)).forEach(ports::add);
            if (oddity.oneIn(3)) {
                Map<String, Object> other = oddity.pick(CONTRADICTORY);
                ports.removeIf(port -> Objects.equals(port.get("port"), other.get("port")));
                ports.add(other);
            }
            if (oddity.oneIn(12) && !ports.isEmpty()) {
                // Kubernetes would refuse it, so what it does is not known.
                ports.add(ports.get(0));
            }
            Map<String, String> selector = oddity.oneIn(4)
                    ? Map.of("tier", oddity.pick(List.of("front", "back")))
                    : Map.of("app", oddity.oneIn(4) ? oddity.pick(ACCOUNTS) : "w" + i);
            Map<String, Object> service = KubernetesTrees.service(namespace, "s" + i, selector, ports);
            manifests.add(oddity.oneIn(12) ? KubernetesTrees.headless(service) : service);
        }
    }
}
