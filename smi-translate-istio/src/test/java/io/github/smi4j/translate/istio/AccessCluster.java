package io.github.smi4j.translate.istio;

import static io.github.smi4j.translate.istio.AccessPatterns.pick;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TargetPort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws what a cluster holds. */
final class AccessCluster {
    static final List<String> NAMESPACES = List.of("shop", "data");
    static final List<String> ACCOUNTS = List.of("web", "api", "db", "default");

    /** The Service ports on which proxies see requests. */
    static final List<Integer> REQUEST_PORTS = List.of(80, 9090, 90, 7000, 83);

    private static final List<ServicePort> PORTS = List.of(
            port(80, "http", TargetPort.of(8080)),
            port(80, "http-web", TargetPort.of("http")),
            port(9090, "grpc-admin", TargetPort.same()),
            port(90, "web", TargetPort.of(9091)),
            port(5432, "tcp-db", TargetPort.same()),
            port(443, "https", TargetPort.of(8443)),
            ServicePort.builder().number(7000).build(),
            ServicePort.builder().number(3306).build(),
            port(81, "tcp-x", TargetPort.of("admin")),
            port(82, "redis", TargetPort.of(8082)),
            ServicePort.builder()
                    .number(83)
                    .name("tcp-y")
                    .appProtocol("kubernetes.io/h2c")
                    .build(),
            ServicePort.builder()
                    .number(53)
                    .name("dns")
                    .protocol(TransportProtocol.UDP)
                    .build());
    /** Ports that other Services of the same pods take for something else. */
    private static final List<ServicePort> CONTRADICTORY = List.of(
            port(84, "tcp-http", TargetPort.of(8080)),
            port(85, "http-x", TargetPort.of(5432)),
            port(86, "x", TargetPort.of(8443)),
            port(80, "http", TargetPort.of(8081)));

    private static final List<ContainerPort> CONTAINER_PORTS = List.of(
            ContainerPort.tcp(8080, "http"),
            ContainerPort.tcp(8181, "http"),
            ContainerPort.tcp(9191, "admin"),
            ContainerPort.builder().number(5432).build(),
            ContainerPort.tcp(9000, "web"),
            ContainerPort.builder().number(53).protocol(TransportProtocol.UDP).build());

    private final Random random;
    private final Oddity oddity;
    private final Inventory.Builder inventory = Inventory.builder();

    private AccessCluster(Random random, Oddity oddity) {
        this.random = random;
        this.oddity = oddity;
    }

    private static ServicePort port(int number, String name, TargetPort target) {
        return ServicePort.builder()
                .number(number)
                .name(name)
                .targetPort(target)
                .build();
    }

    /** A cluster; without oddities it has nothing that a translation would complain of. */
    static Inventory random(Random random, Oddity oddity) {
        AccessCluster cluster = new AccessCluster(random, oddity);
        for (String namespace : NAMESPACES) {
            cluster.addWorkloads(namespace);
            cluster.addServices(namespace);
        }
        boolean partial = oddity.oneIn(6);
        return (partial ? cluster.inventory.partial() : cluster.inventory).build();
    }

    private void addWorkloads(String namespace) {
        int count = oddity.oneIn(8) ? 0 : 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("app", oddity.oneIn(3) ? pick(ACCOUNTS, random) : "w" + i);
            if (random.nextInt(3) == 0) {
                labels.put("tier", pick(List.of("front", "back"), random));
            }
            if (oddity.oneIn(6)) {
                labels.put("bad key", "x");
            }
            if (oddity.oneIn(12)) {
                labels.clear();
            }
            Workload.Builder workload = Workload.builder()
                    .kind(pick(List.of("Deployment", "StatefulSet", "Pod"), random))
                    .namespace(namespace)
                    .name("w" + i)
                    .labels(labels)
                    .serviceAccount(pick(oddity.oneIn(2) ? ACCOUNTS : ACCOUNTS.subList(0, 3), random));
            if (random.nextBoolean() && labels.containsKey("app")) {
                workload.controllerLabels(Map.of("app", labels.get("app")));
            }
            for (ContainerPort port : CONTAINER_PORTS) {
                boolean udp = port.protocol() == TransportProtocol.UDP;
                boolean odd = udp || port.number() == 8181;
                if (odd ? oddity.oneIn(3) : random.nextInt(3) == 0) {
                    workload.addContainerPort(port);
                }
            }
            inventory.addWorkload(workload.build());
        }
    }

    private void addServices(String namespace) {
        int count = oddity.oneIn(2) ? random.nextInt(6) : 5;
        for (int i = 0; i < count; i++) {
            List<ServicePort> ports = new ArrayList<>();
            for (ServicePort port : PORTS) {
                boolean plain =
                        port.protocol() == TransportProtocol.TCP && !(port.targetPort() instanceof TargetPort.Named);
                boolean usual = port.equals(PORTS.get(0)) && !oddity.oneIn(2);
                if (plain ? usual || random.nextInt(4) == 0 : oddity.oneIn(4)) {
                    ports.add(port);
                }
            }
            if (oddity.oneIn(3)) {
                ports.add(pick(CONTRADICTORY, random));
            }
            Map<String, String> selector = oddity.oneIn(4)
                    ? Map.of("tier", pick(List.of("front", "back"), random))
                    : Map.of("app", oddity.oneIn(4) ? pick(ACCOUNTS, random) : "w" + i);
            inventory.addService(KubernetesService.builder()
                    .name(new ServiceName(namespace, "s" + i))
                    .ports(ports)
                    .selector(selector)
                    .build());
        }
    }
}
