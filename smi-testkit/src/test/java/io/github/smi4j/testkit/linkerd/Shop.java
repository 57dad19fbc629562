package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A small cluster with Linkerd, and what is sent there. Immutable. */
record Shop(Cluster cluster, List<Map<String, Object>> resources) {
    static final int HTTP = 8080;
    static final int ADMIN = 9090;

    static final Optional<Identity> CLIENT = account("shop", "client");
    static final Optional<Identity> OTHER = account("data", "other");
    static final Optional<Identity> NOBODY = Optional.empty();

    /** What lets everybody in. */
    static final String EVERYBODY = policy("NetworkAuthentication", "shop", "all", """
            {networks: [{cidr: 0.0.0.0/0}, {cidr: '::/0'}]}""");

    /** What lets the client in. */
    static final String ACCOUNT = policy("MeshTLSAuthentication", "shop", "client", """
            {identityRefs: [{kind: ServiceAccount, name: client}]}""");

    private static final String CLUSTER = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web, tier: front}}
                spec:
                  serviceAccountName: web
                  containers:
                  - name: main
                    image: 'shop/web:1'
                    ports: [{containerPort: 8080, name: http}, {containerPort: 9090, name: admin}, {containerPort: 53, name: admin, protocol: UDP}]
                    livenessProbe: {httpGet: {path: /healthz, port: http}}
                    readinessProbe: {httpGet: {path: /ready, port: 8080}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: data}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {serviceAccountName: web, containers: [{name: main, image: 'shop/web:1'}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              selector: {app: web}
              ports:
              - {name: http, port: 80, targetPort: 8080}
              - {name: db, port: 5432}
              - {name: https, port: 443, targetPort: 8443, appProtocol: https}
              - {name: requests, port: 7000, appProtocol: http}
              - {name: both, port: 3306, targetPort: 7001, appProtocol: kubernetes.io/h2c}
              - {name: hidden, port: 81, targetPort: 6379}
              - {name: dns, port: 53, protocol: UDP}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-v1, namespace: shop}
            spec: {selector: {app: v1}, ports: [{name: http, port: 80}, {name: db, port: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-v2, namespace: shop}
            spec: {selector: {app: v2}, ports: [{name: http, port: 80}, {name: db, port: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: peers, namespace: shop}
            spec: {clusterIP: None, selector: {app: peers}, ports: [{name: http, port: 80}]}
            """;

    /** The cluster with resources that were emitted. */
    static Shop with(String... resources) {
        return holding().emitting(resources);
    }

    /** The cluster with more in it, some of it perhaps of Linkerd, and nothing emitted. */
    static Shop holding(String... more) {
        List<String> documents = new ArrayList<>(List.of(CLUSTER));
        documents.addAll(List.of(more));
        return new Shop(
                Cluster.of(Inventory.from(
                        ManifestReader.create().read(String.join("---\n", documents), "cluster.yaml"), "default")),
                List.of());
    }

    /** The same with resources that were emitted. */
    Shop emitting(String... resources) {
        return new Shop(cluster, List.of(resources).stream().map(Shop::tree).toList());
    }

    Shop withOptions(PolicyOptions options) {
        return new Shop(new Cluster(cluster.inventory(), options, cluster.settings()), resources);
    }

    Shop withSetting(String name, String value) {
        Map<String, String> settings = new TreeMap<>(cluster.settings());
        settings.put(name, value);
        return new Shop(new Cluster(cluster.inventory(), cluster.options(), settings), resources);
    }

    static Map<String, Object> tree(String yaml) {
        return new LinkedHashMap<>(ManifestReader.create()
                .read(yaml, "linkerd.yaml")
                .manifests()
                .get(0)
                .toTree());
    }

    /** A resource; metadata and spec are YAML of one line. */
    static String resource(String apiVersion, String kind, String metadata, String spec) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: " + metadata + "\nspec: " + spec.strip()
                + "\n";
    }

    /** A resource of the group policy.linkerd.io. */
    static String policy(String kind, String namespace, String name, String spec) {
        String version = switch (kind) {
            case "Server", "HTTPRoute" -> "v1beta3";
            case "ServerAuthorization" -> "v1beta1";
            default -> "v1alpha1";
        };
        return resource("policy.linkerd.io/" + version, kind, metadata(namespace, name), spec);
    }

    /** An HTTPRoute of the Gateway API in the namespace {@code shop}. */
    static String route(String name, String spec) {
        return resource("gateway.networking.k8s.io/v1", "HTTPRoute", metadata("shop", name), spec);
    }

    static String metadata(String namespace, String name) {
        return "{name: " + name + ", namespace: " + namespace + "}";
    }

    /** A resource that was there at a time. */
    static String created(String time, String resource) {
        return resource.replaceFirst("metadata: \\{", "metadata: {creationTimestamp: '" + time + "', ");
    }

    /** A Server for the pods of {@code shop/web}. */
    static String server(String name, String port, String more) {
        return policy("Server", "shop", name, "{podSelector: {matchLabels: {app: web}}, port: " + port + more + "}");
    }

    /** A Server for the port with HTTP that lets nobody in. */
    static String server() {
        return server("web", "http", "");
    }

    /** A route of the Server {@code web}. */
    static String serverRoute(String name, String matches) {
        return route(
                name,
                "{parentRefs: [{group: policy.linkerd.io, kind: Server, name: web}], rules: [{matches: [" + matches
                        + "]}]}");
    }

    /** A policy in the namespace {@code shop} for one target. */
    static String grant(String name, String target, String refs) {
        return policy(
                "AuthorizationPolicy",
                "shop",
                name,
                "{targetRef: " + target + ", requiredAuthenticationRefs: [" + refs + "]}");
    }

    /** A policy that lets the client call the Server {@code web}. */
    static String serverGrant() {
        return grant("of-server", target("policy.linkerd.io", "Server", "web"), ref("MeshTLSAuthentication", "client"));
    }

    /** A policy that lets the client call a route. */
    static String routeGrant(String route) {
        return grant(
                "of-" + route,
                target("gateway.networking.k8s.io", "HTTPRoute", route),
                ref("MeshTLSAuthentication", "client"));
    }

    static String target(String group, String kind, String name) {
        return "{group: '" + group + "', kind: " + kind + ", name: " + name + "}";
    }

    static String ref(String kind, String name) {
        return "{group: policy.linkerd.io, kind: " + kind + ", name: " + name + "}";
    }

    /** A route of a Service of the namespace {@code shop}; the rules are YAML of one line. */
    static String serviceRoute(String name, String parent, String rules) {
        return route(
                name,
                "{parentRefs: [{group: '', kind: Service, name: " + parent + ", port: 80}], rules: [" + rules + "]}");
    }

    static String match(String type, String path) {
        return "{path: {type: " + type + ", value: '" + path + "'}}";
    }

    static String backend(String name, int port, int weight) {
        return "{kind: Service, name: " + name + ", namespace: shop, port: " + port + ", weight: " + weight + "}";
    }

    ModelledMesh mesh() {
        return LinkerdModel.create().apply(resources, cluster);
    }

    Workload workload(String namespace, String name) {
        return cluster.inventory().workloads(namespace).stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What becomes of what arrives at the pods of {@code shop/web}. */
    Outcome decide(Optional<Identity> caller, int port, Traffic traffic) {
        return decide(caller, workload("shop", "web"), port, traffic);
    }

    Outcome decide(Optional<Identity> caller, Workload workload, int port, Traffic traffic) {
        return mesh().decide(new Arrival(caller, workload, port, traffic));
    }

    /** What becomes of a request of the client to the port of {@code shop/web} that has HTTP. */
    Outcome decide(String request) {
        return decide(CLIENT, HTTP, request(request));
    }

    /** Where something for a Service of the namespace {@code shop} goes. */
    String route(String service, int port, Traffic traffic) {
        return mesh().route(new ServiceName("shop", service), port, traffic)
                .map(Object::toString)
                .orElse("unknown");
    }

    /** Where a request for {@code shop/web} goes. */
    String route(String request) {
        return route("web", 80, request(request));
    }

    /** A request of one line: method, path, and headers as {@code name=value}. */
    static Traffic.Http request(String line) {
        String[] parts = line.split(" ");
        Traffic.Http request = Traffic.http(parts[0], parts[1]);
        for (String header : List.of(parts).subList(2, parts.length)) {
            int equals = header.indexOf('=');
            request = request.header(header.substring(0, equals), header.substring(equals + 1));
        }
        return request;
    }

    static Optional<Identity> account(String namespace, String name) {
        return Optional.of(new Identity.ServiceAccount(new ServiceAccountName(namespace, name)));
    }

    static Optional<Identity> foreign(String trustDomain, String path) {
        return Optional.of(new Identity.Spiffe(trustDomain, path));
    }
}
