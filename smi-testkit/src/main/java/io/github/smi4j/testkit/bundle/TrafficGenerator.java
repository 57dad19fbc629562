package io.github.smi4j.testkit.bundle;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/**
 * Draws what is sent in a bundle: mostly aimed at what a target grants or a split divides, and then often changed in one part.
 * All of it is of the domain that decisions are about, and for workloads in scope. Immutable.
 */
public final class TrafficGenerator {
    private static final List<String> CALLERS = List.of(
            "TD/ns/shop/sa/web",
            "TD/ns/shop/sa/api",
            "TD/ns/shop/sa/db",
            "TD/ns/data/sa/web",
            "TD/ns/data/sa/default",
            "TD/ns/edge/sa/web",
            "TD/ns/shop/sa/w",
            "TD/ns/shop/sa/webx",
            "cluster.local/ns/shop/sa/api",
            "corp.example/ns/shop/sa/db",
            "cluster.local/other",
            "partner.example/ns/shop/sa/web",
            "partner.example/ns/shop/sa/api",
            "partner.example/batch/job",
            "TD/ns/shop/sa/web/extra",
            "TD/ns/shop/x/sa/web",
            "partner.example/x/ns/shop/sa/api");
    private static final List<Integer> PORTS =
            List.of(8080, 8081, 8181, 9090, 9091, 9191, 5432, 8443, 7000, 3306, 8082, 83, 9000, 80, 53, 1234, 65535);

    private static final int DATAGRAM_PORT = 53;

    private final ResolvedPolicy policy;
    private final Evaluator evaluator;
    private final List<Workload> workloads;
    private final List<ResolvedTarget> granting;
    private final List<KubernetesService> services;

    private TrafficGenerator(ResolvedPolicy policy, Inventory inventory) {
        this.policy = policy;
        this.evaluator = Evaluator.of(policy, inventory);
        this.workloads = Stream.concat(
                        inventory.workloads().stream(),
                        policy.targets().stream().flatMap(t -> t.destinations().stream()))
                .distinct()
                .filter(policy.scope()::contains)
                .toList();
        this.granting =
                policy.targets().stream().filter(t -> !t.grantsNothing()).toList();
        this.services = inventory.services();
    }

    /** What is sent where a policy is in force. */
    public static TrafficGenerator of(ResolvedPolicy policy, Inventory inventory) {
        return new TrafficGenerator(policy, inventory);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** What arrives at a pod in scope; absent if there is none. */
    public Optional<Arrival> arrival(Random random) {
        if (workloads.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                granting.isEmpty() || random.nextInt(5) == 0
                        ? any(pick(workloads, random), random)
                        : aimed(pick(granting, random), random));
    }

    private Arrival any(Workload workload, Random random) {
        return random.nextInt(20) == 0
                ? new Arrival(caller(random), workload, DATAGRAM_PORT, Traffic.udp())
                : new Arrival(caller(random), workload, pick(PORTS, random), traffic(random));
    }

    private static Traffic traffic(Random random) {
        return random.nextInt(4) == 0 ? Traffic.tcp() : RequestDraw.any(random);
    }

    private Optional<Identity> caller(Random random) {
        String id = pick(CALLERS, random).replace("TD", policy.options().trustDomain());
        return random.nextInt(8) == 0 ? Optional.empty() : Optional.of(evaluator.identity(id));
    }

    private Arrival aimed(ResolvedTarget target, Random random) {
        Workload workload = pick(target.destinations(), random);
        List<Grant> grants = target.grants(workload);
        if (grants.isEmpty()) {
            return any(workload, random);
        }
        Grant grant = pick(grants, random);
        Traffic traffic = aimed(grant, random);
        Optional<Identity> source = Optional.of(pick(new ArrayList<>(target.sources()), random));
        int port = pick(new ArrayList<>(grant.ports()), random);
        return switch (random.nextInt(12)) {
            case 0 -> new Arrival(caller(random), workload, port, traffic);
            case 1 -> new Arrival(source, pick(workloads, random), port, traffic);
            case 2 -> new Arrival(source, workload, pick(PORTS, random), traffic);
            case 3 -> new Arrival(source, workload, port, traffic(random));
            default -> new Arrival(source, workload, port, traffic);
        };
    }

    private static Traffic aimed(Grant grant, Random random) {
        if (grant instanceof Grant.HttpRequests http) {
            return RequestDraw.aimedAt(pick(http.matches(), random), random);
        }
        return grant instanceof Grant.UdpDatagrams ? Traffic.udp() : traffic(random);
    }

    /** What is sent to a Service that has a split, or to any; absent if no Service is known. */
    public Optional<Dispatch> dispatch(Random random) {
        List<ResolvedSplit> splits = policy.splits();
        if (splits.isEmpty() || random.nextInt(5) == 0) {
            return services.isEmpty() ? Optional.empty() : Optional.of(toAny(pick(services, random), random));
        }
        ResolvedSplit split = pick(splits, random);
        if (split.ports().isEmpty()) {
            return Optional.empty();
        }
        PortSplit port = pick(split.ports(), random);
        int number = port.port().map(ServicePort::number).orElse(80);
        boolean tcp =
                port.port().map(p -> p.protocol() == TransportProtocol.TCP).orElse(true);
        return Optional.of(new Dispatch(split.root(), number, tcp ? aimed(port, random) : Traffic.udp()));
    }

    private static Traffic aimed(PortSplit port, Random random) {
        List<ResolvedMatch> matches = port.routes().stream()
                .flatMap(route -> route.matches().stream())
                .toList();
        return matches.isEmpty() || random.nextInt(4) == 0
                ? traffic(random)
                : RequestDraw.aimedAt(pick(matches, random), random);
    }

    private static Dispatch toAny(KubernetesService service, Random random) {
        ServiceName name = service.name();
        if (service.ports().isEmpty()) {
            return new Dispatch(name, 80, traffic(random));
        }
        ServicePort port = pick(service.ports(), random);
        boolean tcp = port.protocol() == TransportProtocol.TCP;
        return new Dispatch(name, port.number(), tcp ? traffic(random) : Traffic.udp());
    }

    /** The same arrivals for properties of jqwik; absent where no pod is in scope. */
    public Arbitrary<Optional<Arrival>> arrivals() {
        return new DrawnArbitrary<>(this::arrival, arrival -> Stream.empty(), arrival -> 1);
    }
}
