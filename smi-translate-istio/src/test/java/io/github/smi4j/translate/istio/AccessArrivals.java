package io.github.smi4j.translate.istio;

import static io.github.smi4j.translate.istio.AccessPatterns.pick;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws what arrives: half of it is aimed at what a target grants, and then often changed in one part. */
final class AccessArrivals {
    private static final List<String> PRINCIPALS = List.of(
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
            "partner.example/batch/job");
    private static final List<Integer> PORTS =
            List.of(8080, 8081, 8181, 9090, 9091, 9191, 5432, 8443, 7000, 3306, 8082, 83, 9000, 80, 53, 1234);

    private AccessArrivals() {}

    static Arrival random(ResolvedPolicy policy, List<Workload> workloads, Random random) {
        List<ResolvedTarget> granting =
                policy.targets().stream().filter(t -> !t.grantsNothing()).toList();
        return granting.isEmpty() || random.nextInt(5) == 0
                ? any(policy, pick(workloads, random), random)
                : aimed(policy, pick(granting, random), workloads, random);
    }

    private static Arrival any(ResolvedPolicy policy, Workload workload, Random random) {
        return new Arrival(principal(policy, random), workload, pick(PORTS, random), call(random));
    }

    private static Optional<Arrival.Call> call(Random random) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(AccessPatterns.any(random));
    }

    private static Optional<String> principal(ResolvedPolicy policy, Random random) {
        return random.nextInt(8) == 0
                ? Optional.empty()
                : Optional.of(
                        pick(PRINCIPALS, random).replace("TD", policy.options().trustDomain()));
    }

    private static Arrival aimed(
            ResolvedPolicy policy, ResolvedTarget target, List<Workload> workloads, Random random) {
        Workload workload = pick(target.destinations(), random);
        List<Grant> grants = target.grants(workload).stream()
                .filter(g -> !(g instanceof Grant.UdpDatagrams))
                .toList();
        if (grants.isEmpty()) {
            return any(policy, workload, random);
        }
        Grant grant = pick(grants, random);
        Optional<Arrival.Call> call = grant instanceof Grant.HttpRequests http
                ? Optional.of(AccessPatterns.aimedAt(pick(http.matches(), random), random))
                : call(random);
        String principal = pick(new ArrayList<>(target.sources()), random)
                .spiffeId(policy.options().trustDomain());
        int port = pick(new ArrayList<>(grant.ports()), random);
        return switch (random.nextInt(12)) {
            case 0 -> new Arrival(principal(policy, random), workload, port, call);
            case 1 -> new Arrival(Optional.of(principal), pick(workloads, random), port, call);
            case 2 -> new Arrival(Optional.of(principal), workload, pick(PORTS, random), call);
            case 3 -> new Arrival(Optional.of(principal), workload, port, call(random));
            default -> new Arrival(Optional.of(principal), workload, port, call);
        };
    }
}
