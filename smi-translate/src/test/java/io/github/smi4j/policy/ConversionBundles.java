package io.github.smi4j.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws bundles of SMI documents for one small cluster, with the faults and the rare shapes that a conversion may trip over. */
final class ConversionBundles {
    /** The same three workloads in two namespaces; batch has no Service. */
    static final String CLUSTER = cluster("shop") + cluster("default");

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<Integer> PORTS = List.of(80, 90, 443, 53);
    private static final List<String> UNKNOWN = List.of("zone: b", "match: []", "other: {a: 1}");

    private final Random random;
    private final List<String> documents = new ArrayList<>();

    private ConversionBundles(Random random) {
        this.random = random;
    }

    /** The documents of one bundle, each a text of its own. */
    static List<String> draw(Random random) {
        ConversionBundles bundle = new ConversionBundles(random);
        bundle.draw();
        return List.copyOf(bundle.documents);
    }

    private static String cluster(String namespace) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: NS}
                spec:
                  template:
                    metadata: {labels: {app: web}}
                    spec: {serviceAccountName: web, containers: [{ports: [{name: http, containerPort: 8080}]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: NS}
                spec:
                  selector: {app: web}
                  ports:
                  - {name: http, port: 80, targetPort: http}
                  - {name: admin, port: 90, targetPort: 9090}
                  - {name: dns, port: 53, targetPort: 5353, protocol: UDP}
                  - {name: dns-tcp, port: 53, targetPort: 5354}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: api, namespace: NS}
                spec:
                  template:
                    metadata: {labels: {app: api}}
                    spec: {serviceAccountName: api, containers: [{ports: [{containerPort: 8081}]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: api, namespace: NS}
                spec:
                  selector: {app: api}
                  ports:
                  - {name: http, port: 80, targetPort: 8081}
                  - {name: tls, port: 443}
                  - {name: dns, port: 53, protocol: UDP}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: batch, namespace: NS}
                spec:
                  template:
                    metadata: {labels: {app: batch}}
                    spec: {serviceAccountName: batch, containers: [{ports: [{containerPort: 90}, {containerPort: 80}]}]}
                """.replace("NS", namespace);
    }

    /** A sound target with a port beside routes that have it or not: what the port alone decides. */
    private void drawPort() {
        documents.add(
                document("specs", 4, "HTTPRouteGroup", "a", "shop", false, "matches: [{name: api, pathRegex: /api}]"));
        for (String name : NAMES) {
            String list = any(List.of("[80]", "[90]", "[80, 90]", "[53]"));
            documents.add(document("specs", 4, "TCPRoute", name, "shop", false, "matches: {ports: " + list + "}"));
        }
        String rules = any(List.of(
                "{kind: TCPRoute, name: a}",
                "{kind: TCPRoute, name: a}, {kind: TCPRoute, name: b}",
                "{kind: HTTPRouteGroup, name: a}, {kind: TCPRoute, name: c}",
                "{kind: HTTPRouteGroup, name: a}"));
        documents.add(document(
                "access",
                2,
                "TrafficTarget",
                "a",
                "shop",
                false,
                "destination: {kind: ServiceAccount, name: web, port: " + any(PORTS)
                        + "}, sources: [{kind: ServiceAccount, name: api}], rules: [" + rules + "]"));
    }

    private void draw() {
        if (one(4)) {
            drawPort();
            return;
        }
        List<String> namespaces = random.nextInt(3) == 0 ? List.of("shop", "") : List.of(any(List.of("shop", "")));
        for (String namespace : namespaces) {
            for (String name : NAMES.subList(0, 1 + random.nextInt(2))) {
                documents.add(group(name, namespace));
            }
            for (String name : NAMES.subList(0, 1 + random.nextInt(3))) {
                documents.add(tcpRoute(name, namespace));
            }
            if (random.nextBoolean()) {
                documents.add(udpRoute(any(NAMES.subList(0, 2)), namespace));
            }
            for (String name : NAMES.subList(0, 1 + random.nextInt(3))) {
                documents.add(target(name, namespace));
            }
            for (String name : NAMES.subList(0, random.nextInt(3))) {
                documents.add(split(name, namespace));
            }
            if (one(4)) {
                documents.add("""
                        apiVersion: access.smi-spec.io/v1alpha4
                        kind: IdentityBinding
                        metadata: {name: a, namespace: %s}
                        spec: {schemes: {serviceAccount: api}}
                        """.formatted(namespace).replace(", namespace: }", "}"));
            }
        }
        if (one(10)) {
            documents.add(any(documents));
        }
        if (one(10)) {
            documents.add(any(documents).replaceFirst("v1alpha\\d", any(List.of("v1alpha2", "v1alpha3", "v1alpha4"))));
        }
    }

    private String group(String name, String namespace) {
        int version = version();
        List<String> matches = new ArrayList<>();
        matches.add("{name: api, pathRegex: /api, methods: [GET]}");
        if (version > 1 && one(2)) {
            matches.add("{name: admin, pathRegex: /admin, headers: {x-team: blue}}");
        }
        if (version > 1 && one(4)) {
            matches.add("{name: team, headers: {x-team: blue|green}}");
        }
        if (version > 1 && one(6)) {
            matches.add("{name: blank, pathRegex: '', headers: {x-zone: a}}");
        }
        if (one(2)) {
            matches.add("{name: orders, pathRegex: /orders/.*, methods: [POST, PUT]}");
        }
        if (one(8)) {
            matches.add("{name: odd, pathRegex: /, " + any(UNKNOWN) + "}");
        }
        if (one(12)) {
            matches.add("{name: api, pathRegex: /}");
        }
        return document("specs", version, "HTTPRouteGroup", name, namespace, version < 3, "matches: " + matches);
    }

    private String tcpRoute(String name, String namespace) {
        int version = one(3) ? version() : 4;
        String fields = version == 4 ? ports(List.of("[80]", "[90]", "[80, 90]", "[443, 80]", "[]")) : "";
        return document("specs", version, "TCPRoute", name, namespace, version < 3, fields);
    }

    private String udpRoute(String name, String namespace) {
        return document("specs", 4, "UDPRoute", name, namespace, false, ports(List.of("[53]", "[80]", "[53, 80]")));
    }

    private String ports(List<String> lists) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> "";
            case 2 -> "matches: {}";
            case 3 -> "matches: {ports: " + any(lists) + ", " + any(UNKNOWN) + "}";
            case 4 -> "matches: {name: n, ports: " + any(lists) + "}";
            default -> "matches: {ports: " + any(lists) + "}";
        };
    }

    private String target(String name, String namespace) {
        int version = one(2) ? version() : 1 + random.nextInt(2);
        boolean old = version < 3;
        String port = old && !one(3) ? ", port: " + (one(12) ? 7 : any(PORTS)) : "";
        String destination = "destination: {kind: ServiceAccount, name: " + any(List.of("web", "api", "web", "batch"))
                + (namespace.isEmpty() ? "" : ", namespace: " + namespace) + port + "}";
        if (version == 4 && one(10)) {
            destination = "destination: {kind: IdentityBinding, name: a}";
        }
        List<String> sources = new ArrayList<>();
        sources.add("{kind: ServiceAccount, name: api, namespace: shop}");
        if (one(2)) {
            sources.add("{kind: ServiceAccount, name: batch}");
        }
        if (version == 4 && one(4)) {
            sources.add("{kind: IdentityBinding, name: a}");
        }
        List<String> rules = new ArrayList<>();
        int count = one(15) ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            rules.add(rule());
        }
        return document(
                "access",
                version,
                "TrafficTarget",
                name,
                namespace,
                version == 1,
                destination + ", sources: " + (one(15) ? List.of() : sources) + ", "
                        + (version == 1 ? "specs: " : "rules: ") + rules);
    }

    private String rule() {
        String kind = one(20)
                ? "GRPCRoute"
                : any(List.of("HTTPRouteGroup", "HTTPRouteGroup", "TCPRoute", "TCPRoute", "UDPRoute"));
        String name = one(12) ? "missing" : any(NAMES.subList(0, kind.equals("TCPRoute") ? 3 : 2));
        String more = "";
        if (kind.equals("HTTPRouteGroup") && one(3)) {
            more = ", matches: " + any(List.of("[api]", "[admin]", "[api, orders]", "[]", "[nope]", "[team, blank]"));
        } else if (one(20)) {
            more = ", matches: [api]";
        } else if (one(20)) {
            more = ", " + any(UNKNOWN);
        }
        return "{kind: " + kind + ", name: " + name + more + "}";
    }

    private String split(String name, String namespace) {
        int version = version();
        List<String> weights = version == 1 && one(2)
                ? List.of("500m", "1", "0.25", "0", "1500m", "3")
                : List.of("1", "50", "0", "99", one(10) ? "-1" : "2");
        List<String> backends = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> "{service: " + any(List.of("web", "api", "api.shop", "gone")) + ", weight: "
                        + any(weights) + "}")
                .toList();
        String matches = version > 2 && one(2)
                ? ", matches: [{kind: HTTPRouteGroup, name: " + any(NAMES.subList(0, 2)) + "}]"
                : "";
        return document(
                "split",
                version,
                "TrafficSplit",
                name,
                namespace,
                false,
                "service: " + any(List.of("web", "api")) + ", backends: " + backends + matches);
    }

    private String document(
            String group, int version, String kind, String name, String namespace, boolean flat, String fields) {
        String more = one(20) ? (fields.isEmpty() ? "" : ", ") + any(UNKNOWN) : "";
        String status = one(10) ? "status: {seen: 1}\n" : "";
        String beside = one(30) && !flat ? "note: {a: 1}\n" : "";
        String all = "{" + fields + more + "}";
        return "apiVersion: " + group + ".smi-spec.io/v1alpha" + version + "\nkind: " + kind + "\nmetadata: {name: "
                + name
                + (namespace.isEmpty() ? "" : ", namespace: " + namespace) + "}\n"
                + (flat
                        ? top(fields) + (more.isEmpty() ? "" : more.replaceFirst("^, ", "") + "\n")
                        : "spec: " + all + "\n")
                + status + beside;
    }

    /** The fields of a flow map as lines of their own: every comma outside brackets ends one. */
    private static String top(String fields) {
        StringBuilder lines = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < fields.length(); i++) {
            char c = fields.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                lines.append('\n');
                i++;
            } else {
                lines.append(c);
            }
        }
        return lines.isEmpty() ? "" : lines.append('\n').toString();
    }

    private int version() {
        return 1 + random.nextInt(4);
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
