package io.github.smi4j.testkit.bundle;

import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.UDPRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws the HTTPRouteGroups, TCPRoutes and UDPRoutes of a namespace; some have faults. */
final class SpecDraw {
    static final List<Integer> PORTS = List.of(80, 9090, 90, 5432, 443, 7000, 3306, 83, 1234, 65535);
    static final List<String> GROUPS = List.of("g0", "g1");
    private static final String API_VERSION = "specs.smi-spec.io/v1alpha4";

    private final Random random;
    private final Oddity oddity;
    private final RequestPatterns patterns;

    SpecDraw(Random random, Oddity oddity) {
        this.random = random;
        this.oddity = oddity;
        this.patterns = new RequestPatterns(random, oddity);
    }

    List<Map<String, Object>> random(String namespace) {
        List<Map<String, Object>> specs = new ArrayList<>();
        GROUPS.forEach(name -> specs.add(group(name, namespace).toTree()));
        specs.add(TCPRoute.builder().name("any").namespace(namespace).build().toTree());
        specs.add(TCPRoute.builder()
                .name("some")
                .namespace(namespace)
                .ports(oddity.pick(PORTS), oddity.pick(PORTS), oddity.pick(PORTS))
                .build()
                .toTree());
        specs.add(UDPRoute.builder()
                .name("udp")
                .namespace(namespace)
                .ports(53)
                .build()
                .toTree());
        if (oddity.oneIn(3)) {
            specs.add(oddPorts(namespace));
            specs.add(oddGroup(namespace));
        }
        return specs;
    }

    /** A group of one to four matches; two of one name where it is odd. */
    SmiResource group(String name, String namespace) {
        HTTPRouteGroup.Builder group = HTTPRouteGroup.builder().name(name).namespace(namespace);
        int count = oddity.oneIn(10) ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            group.addMatch(patterns.match(oddity.oneIn(10) ? "m0" : "m" + i));
        }
        return group.build();
    }

    /** Lists of ports that faults empty in part or as a whole. */
    private Map<String, Object> oddPorts(String namespace) {
        Object ports = oddity.pick(
                List.of(List.of(80, 0), List.of(70000), List.of(65535, 65536), List.of(), "80", List.of("80")));
        return KubernetesTrees.object(
                API_VERSION, "TCPRoute", namespace, "odd", Map.of("spec", Map.of("matches", Map.of("ports", ports))));
    }

    /** A match that SMI does not know as it is, beside one that it does. */
    private Map<String, Object> oddGroup(String namespace) {
        Map<String, Object> odd = oddity.pick(List.of(
                KubernetesTrees.fields("name", "m0", "pathRegex", "/a", "hosts", List.of("a")),
                KubernetesTrees.fields("name", "m0", "pathRegex", 1),
                KubernetesTrees.fields("name", "m0"),
                KubernetesTrees.fields("name", "m0", "headers", Map.of("bad name", "a")),
                KubernetesTrees.fields("name", "m0", "methods", List.of(1, "GET"))));
        Map<String, Object> sound = KubernetesTrees.fields("name", "m1", "pathRegex", "/api");
        return KubernetesTrees.object(
                API_VERSION,
                "HTTPRouteGroup",
                namespace,
                "odd",
                Map.of("spec", Map.of("matches", List.of(odd, sound))));
    }
}
