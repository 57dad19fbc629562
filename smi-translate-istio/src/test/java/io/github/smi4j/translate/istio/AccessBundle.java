package io.github.smi4j.translate.istio;

import static io.github.smi4j.translate.istio.AccessPatterns.pick;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.MatchNames;
import io.github.smi4j.model.PodLabelSelector;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import io.github.smi4j.policy.PolicyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Targets with what they refer to, and the cluster that they are for.
 *
 * @param trees the SMI resources, some of them faulty
 * @param inventory the cluster
 * @param options the settings
 */
record AccessBundle(List<Map<String, Object>> trees, Inventory inventory, PolicyOptions options) {
    private static final List<Integer> PORTS = List.of(80, 9090, 90, 5432, 443, 7000, 3306, 83, 1234);
    private static final List<String> BINDINGS = List.of("by-labels", "by-account", "by-spiffe", "by-both");
    private static final String OWN_TRUST_DOMAIN = "corp.example";

    static AccessBundle random(Random random) {
        return new Draw(random).bundle();
    }

    /** The resources as they are read. */
    ResourceSet set() {
        ResourceSet.Builder set = ResourceSet.builder();
        trees.forEach(set::addTree);
        return set.build();
    }

    private static final class Draw {
        private final Random random;
        private final Oddity oddity;
        private final AccessPatterns patterns;
        private final Inventory inventory;
        private final List<Map<String, Object>> trees = new ArrayList<>();

        Draw(Random random) {
            this.random = random;
            this.oddity = Oddity.random(random);
            this.patterns = new AccessPatterns(random, oddity);
            this.inventory = AccessCluster.random(random, oddity);
        }

        private List<String> accounts() {
            return oddity.oneIn(2) ? AccessCluster.ACCOUNTS : AccessCluster.ACCOUNTS.subList(0, 3);
        }

        AccessBundle bundle() {
            for (String namespace : AccessCluster.NAMESPACES) {
                if (!oddity.oneIn(4)) {
                    addRoutes(namespace);
                }
                for (String binding : BINDINGS) {
                    if (!oddity.oneIn(4)) {
                        boolean odd = inventory.workloads(namespace).isEmpty() || oddity.oneIn(2);
                        add(odd ? binding(binding, namespace) : soundBinding(binding, namespace));
                    }
                }
            }
            int targets = 1 + random.nextInt(4);
            for (int i = 0; i < targets; i++) {
                String namespace = pick(AccessCluster.NAMESPACES, random);
                boolean odd = inventory.workloads(namespace).isEmpty() || oddity.oneIn(2);
                add(odd ? target("t" + i, namespace) : soundTarget("t" + i, namespace));
            }
            PolicyOptions.Builder options = PolicyOptions.builder()
                    .set("default-deny", pick(List.of("namespace", "namespace", "destinations", "none"), random));
            if (random.nextInt(3) == 0) {
                options.set("trust-domain", OWN_TRUST_DOMAIN);
            }
            if (oddity.oneIn(4)) {
                options.set("workload-label", "app");
            }
            return new AccessBundle(trees, inventory, options.build());
        }

        private void add(SmiResource resource) {
            trees.add(resource.toTree());
        }

        private void addRoutes(String namespace) {
            for (String name : List.of("g0", "g1")) {
                HTTPRouteGroup.Builder group =
                        HTTPRouteGroup.builder().name(name).namespace(namespace);
                int count = oddity.oneIn(10) ? 0 : 1 + random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    group.addMatch(patterns.match(oddity.oneIn(10) ? "m0" : "m" + i));
                }
                add(group.build());
            }
            add(TCPRoute.builder().name("any").namespace(namespace).build());
            add(TCPRoute.builder()
                    .name("some")
                    .namespace(namespace)
                    .ports(pick(PORTS, random), pick(PORTS, random), pick(PORTS, random))
                    .build());
            add(UDPRoute.builder().name("udp").namespace(namespace).ports(53).build());
            addFaulty(namespace);
        }

        /** Lists of ports that faults empty in part or as a whole, and a group with a field that SMI does not have. */
        private void addFaulty(String namespace) {
            if (!oddity.oneIn(3)) {
                return;
            }
            Object ports = pick(List.of(List.of(80, 0), List.of(70000), List.of(), "80"), random);
            trees.add(Map.of(
                    "apiVersion",
                    "specs.smi-spec.io/v1alpha4",
                    "kind",
                    "TCPRoute",
                    "metadata",
                    Map.of("name", "odd", "namespace", namespace),
                    "spec",
                    Map.of("matches", Map.of("ports", ports))));
            Object odd = pick(
                    List.of(
                            Map.of("name", "m0", "pathRegex", "/a", "hosts", List.of("a")),
                            Map.of("name", "m0", "pathRegex", 1),
                            Map.of("name", "m0"),
                            Map.of("name", "m0", "methods", List.of(1, "GET"))),
                    random);
            trees.add(Map.of(
                    "apiVersion",
                    "specs.smi-spec.io/v1alpha4",
                    "kind",
                    "HTTPRouteGroup",
                    "metadata",
                    Map.of("name", "odd", "namespace", namespace),
                    "spec",
                    Map.of("matches", List.of(odd, Map.of("name", "m1", "pathRegex", "/api")))));
        }

        private IdentityBinding binding(String name, String namespace) {
            IdentityBinding.Builder binding =
                    IdentityBinding.builder().name(name).namespace(namespace);
            if (name.equals("by-labels") || name.equals("by-both")) {
                Map<String, String> labels = pick(
                        List.of(
                                Map.of("app", "w0"),
                                Map.of("app", "web"),
                                Map.of("tier", "front"),
                                Map.of("app", "w1", "tier", "back"),
                                Map.<String, String>of(),
                                Map.of("app", "w0", "tier", "no label!")),
                        random);
                binding.podLabelSelector(PodLabelSelector.of(labels));
            }
            if (name.equals("by-account") || (name.equals("by-both") && oddity.oneIn(2))) {
                binding.serviceAccount(pick(AccessCluster.ACCOUNTS, random));
            }
            if (!name.equals("by-labels")) {
                for (int i = 0; i < random.nextInt(3); i++) {
                    binding.addSpiffeIdentity(pick(
                            List.of(
                                    "spiffe://partner.example/ns/shop/sa/web",
                                    "spiffe://partner.example/batch/job",
                                    "cluster.local/ns/" + namespace + "/sa/api",
                                    OWN_TRUST_DOMAIN + "/ns/" + namespace + "/sa/db",
                                    "spiffe://cluster.local/other",
                                    "spiffe://partner.example/*"),
                            random));
                }
            }
            return binding.build();
        }

        private IdentityBinding soundBinding(String name, String namespace) {
            IdentityBinding.Builder binding =
                    IdentityBinding.builder().name(name).namespace(namespace);
            Workload workload = pick(inventory.workloads(namespace), random);
            boolean alone = inventory.workloads(namespace).stream()
                            .filter(w -> w.serviceAccount().equals(workload.serviceAccount()))
                            .count()
                    == 1;
            if (name.equals("by-labels") && alone) {
                String app = workload.labels().getOrDefault("app", "none");
                binding.podLabelSelector(PodLabelSelector.of(Map.of("app", app)));
            } else if (!name.equals("by-spiffe")) {
                binding.serviceAccount(workload.serviceAccount());
            }
            if (name.equals("by-spiffe") || name.equals("by-both")) {
                binding.addSpiffeIdentities("spiffe://partner.example/ns/shop/sa/web", "partner.example/batch/job");
            }
            return binding.build();
        }

        /** A target whose ports are there, and of requests where it has rules for requests. */
        private TrafficTarget soundTarget(String name, String namespace) {
            Workload destination = pick(inventory.workloads(namespace), random);
            TrafficTarget.Builder target = TrafficTarget.builder()
                    .name(name)
                    .namespace(namespace)
                    .destination(
                            Subject.serviceAccount(destination.serviceAccount()).inNamespace(namespace));
            for (int i = 0; i <= random.nextInt(3); i++) {
                target.addSource(subject(pick(AccessCluster.NAMESPACES, random), true));
            }
            boolean http = random.nextInt(3) > 0;
            List<Integer> ports = new ArrayList<>(inventory.servicesOf(destination).stream()
                    .flatMap(service -> service.ports().stream())
                    .map(ServicePort::number)
                    .filter(port -> !http || AccessCluster.REQUEST_PORTS.contains(port))
                    .filter(port -> port == 80 || random.nextInt(4) > 0)
                    .toList());
            if (http) {
                target.addRule(http());
            }
            if (!ports.isEmpty()) {
                int first = ports.remove(0);
                int[] more = ports.stream().mapToInt(port -> port).toArray();
                add(TCPRoute.builder()
                        .name(name)
                        .namespace(namespace)
                        .ports(first, more)
                        .build());
                target.addRule(Rule.tcpRoute(name));
            } else if (!http) {
                target.addRule(Rule.tcpRoute("any"));
            }
            return target.build();
        }

        private Subject subject(String namespace, boolean source) {
            if (random.nextInt(3) == 0) {
                return Subject.identityBinding(pick(BINDINGS, random)).inNamespace(namespace);
            }
            String name = oddity.oneIn(12) ? pick(List.of("*", "nobody", "Web"), random) : pick(accounts(), random);
            Subject subject = Subject.serviceAccount(name);
            return oddity.oneIn(8)
                    ? subject
                    : subject.inNamespace(source && random.nextInt(3) == 0 ? "edge" : namespace);
        }

        private TrafficTarget target(String name, String namespace) {
            TrafficTarget.Builder target = TrafficTarget.builder()
                    .name(name)
                    .namespace(namespace)
                    .destination(subject(oddity.oneIn(12) ? "edge" : namespace, false));
            int sources = oddity.oneIn(12) ? 0 : 1 + random.nextInt(3);
            for (int i = 0; i < sources; i++) {
                target.addSource(subject(pick(AccessCluster.NAMESPACES, random), true));
            }
            if (random.nextInt(8) == 0) {
                target.destinationPort(pick(PORTS, random));
            }
            int kinds = oddity.oneIn(12) ? 0 : 1 + random.nextInt(3);
            if ((kinds & 1) != 0) {
                target.addRule(http());
                if (random.nextBoolean()) {
                    target.addRule(http());
                }
            }
            if ((kinds & 2) != 0) {
                target.addRule(Rule.tcpRoute(pick(List.of("any", "any", "some", "some", "odd"), random)));
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
                    oddity.oneIn(8) ? pick(List.of("missing", "odd"), random) : pick(List.of("g0", "g1"), random));
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
}
