package io.github.smi4j.testkit.bundle;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.MatchNames;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws TrafficTargets, with TCPRoutes of their own where they need some. */
final class TargetDraw {
    /** One character longer than a name may be. */
    private static final int TOO_LONG = 254;

    private final Random random;
    private final Oddity oddity;
    private final Inventory inventory;

    TargetDraw(Random random, Oddity oddity, Inventory inventory) {
        this.random = random;
        this.oddity = oddity;
        this.inventory = inventory;
    }

    List<SmiResource> random(String name, String namespace) {
        boolean odd = inventory.workloads(namespace).isEmpty() || oddity.oneIn(2);
        return odd ? List.of(odd(name, namespace)) : sound(name, namespace);
    }

    /** A target whose ports are there, and of requests where it has rules for requests. */
    private List<SmiResource> sound(String name, String namespace) {
        List<SmiResource> resources = new ArrayList<>();
        Workload destination = oddity.pick(inventory.workloads(namespace));
        TrafficTarget.Builder target = TrafficTarget.builder()
                .name(name)
                .namespace(namespace)
                .destination(
                        Subject.serviceAccount(destination.serviceAccount()).inNamespace(namespace));
        for (int i = 0; i <= random.nextInt(3); i++) {
            target.addSource(subject(oddity.pick(ClusterDraw.NAMESPACES), true));
        }
        if (random.nextInt(20) == 0) {
            // As many as a list of some mesh may have, or one more.
            int many = 16 + random.nextInt(2);
            for (int i = 0; i < many; i++) {
                target.addSource(Subject.serviceAccount("caller-" + i).inNamespace("edge"));
            }
        }
        boolean http = random.nextInt(3) > 0;
        List<Integer> ports = new ArrayList<>(inventory.servicesOf(destination).stream()
                .flatMap(service -> service.ports().stream())
                .map(ServicePort::number)
                .filter(port -> !http || ClusterDraw.REQUEST_PORTS.contains(port))
                .filter(port -> port == 80 || random.nextInt(4) > 0)
                .toList());
        if (http) {
            target.addRule(http());
        }
        if (!ports.isEmpty()) {
            int[] more = ports.stream().skip(1).mapToInt(port -> port).toArray();
            resources.add(TCPRoute.builder()
                    .name(name)
                    .namespace(namespace)
                    .ports(ports.get(0), more)
                    .build());
            target.addRule(Rule.tcpRoute(name));
        } else if (!http) {
            target.addRule(Rule.tcpRoute("any"));
        }
        resources.add(target.build());
        return resources;
    }

    private Subject subject(String namespace, boolean source) {
        if (oddity.oneIn(30)) {
            return Subject.builder()
                    .kind(oddity.pick(List.of("Group", "User", "serviceaccount")))
                    .name("web")
                    .namespace(namespace)
                    .build();
        }
        if (random.nextInt(3) == 0) {
            return Subject.identityBinding(oddity.pick(BindingDraw.NAMES)).inNamespace(namespace);
        }
        List<String> accounts = oddity.oneIn(2) ? ClusterDraw.ACCOUNTS : ClusterDraw.ACCOUNTS.subList(0, 3);
        String name = oddity.oneIn(12)
                ? oddity.pick(List.of("*", "nobody", "Web", "a".repeat(TOO_LONG)))
                : oddity.pick(accounts);
        Subject subject = Subject.serviceAccount(name);
        return oddity.oneIn(8) ? subject : subject.inNamespace(source && random.nextInt(3) == 0 ? "edge" : namespace);
    }

    private TrafficTarget odd(String name, String namespace) {
        boolean tooLong = oddity.oneIn(30);
        TrafficTarget.Builder target = TrafficTarget.builder()
                .name(tooLong ? name + "-".repeat(TOO_LONG - 1 - name.length()) + "t" : name)
                .namespace(namespace)
                .destination(subject(oddity.oneIn(12) ? "edge" : namespace, false));
        int sources = oddity.oneIn(12) ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < sources; i++) {
            target.addSource(subject(oddity.pick(ClusterDraw.NAMESPACES), true));
        }
        if (random.nextInt(8) == 0) {
            target.destinationPort(oddity.pick(SpecDraw.PORTS));
        }
        int kinds = oddity.oneIn(12) ? 0 : 1 + random.nextInt(3);
        if ((kinds & 1) != 0) {
            target.addRule(http());
            if (random.nextBoolean()) {
                target.addRule(http());
            }
        }
        if ((kinds & 2) != 0) {
            target.addRule(Rule.tcpRoute(oddity.pick(List.of("any", "any", "some", "some", "odd"))));
        }
        if (oddity.oneIn(6)) {
            target.addRule(Rule.udpRoute("udp"));
        }
        if (oddity.oneIn(20)) {
            target.addRule(Rule.builder().kind("Other").name("g0").build());
        }
        return target.build();
    }

    private Rule http() {
        Rule rule = Rule.httpRouteGroup(
                oddity.oneIn(8) ? oddity.pick(List.of("missing", "odd")) : oddity.pick(SpecDraw.GROUPS));
        return switch (random.nextInt(6)) {
            case 0 -> rule.toBuilder().matches(MatchNames.of("m0")).build();
            case 1 ->
                oddity.oneIn(1)
                        ? rule.toBuilder()
                                .matches(MatchNames.of("m1", "unknown"))
                                .build()
                        : rule;
            case 2 ->
                oddity.oneIn(2) ? rule.toBuilder().matches(MatchNames.of()).build() : rule;
            default -> rule;
        };
    }
}
