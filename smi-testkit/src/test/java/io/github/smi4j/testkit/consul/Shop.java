package io.github.smi4j.testkit.consul;

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

/** A small cluster with Consul, and what is sent there. Immutable. */
record Shop(Cluster cluster, List<Map<String, Object>> resources) {
    static final int PORT = 8080;

    static final Optional<Identity> CLIENT = account("shop", "client");
    static final Optional<Identity> OTHER = account("shop", "other");
    static final Optional<Identity> NOBODY = Optional.empty();

    /** Makes {@code web} and its versions HTTP. */
    static final String HTTP = defaults("web", "{protocol: http}") + "---\n" + defaults("web-v1", "{protocol: http}")
            + "---\n" + defaults("web-v2", "{protocol: http}");

    private static final String CLUSTER = pods("web")
            + pods("web-v1")
            + pods("web-v2")
            + pods("client")
            + pods("other")
            + service("web")
            + service("web-v1")
            + service("web-v2")
            + service("client")
            + service("other");

    /** The cluster with resources that were emitted. */
    static Shop with(String... resources) {
        return holding().emitting(resources);
    }

    /** The cluster with more in it, some of it perhaps of Consul, and nothing emitted. */
    static Shop holding(String... more) {
        return of(CLUSTER + "---\n" + String.join("---\n", more));
    }

    /** A cluster of its own. */
    static Shop of(String manifests) {
        return new Shop(
                Cluster.of(Inventory.from(ManifestReader.create().read(manifests, "cluster.yaml"), "default")),
                List.of());
    }

    /** The same where not all of the cluster is known. */
    Shop partial(String... more) {
        Inventory inventory = Inventory.builder()
                .addAll(
                        ManifestReader.create().read(CLUSTER + "---\n" + String.join("---\n", more), "c.yaml"),
                        "default")
                .partial()
                .build();
        return new Shop(new Cluster(inventory, cluster.options(), cluster.settings()), resources);
    }

    /** The same with resources that were emitted. */
    Shop emitting(String... resources) {
        return new Shop(cluster, trees(String.join("---\n", resources)));
    }

    Shop withOptions(PolicyOptions options) {
        return new Shop(new Cluster(cluster.inventory(), options, cluster.settings()), resources);
    }

    Shop withSetting(String name, String value) {
        Map<String, String> settings = new TreeMap<>(cluster.settings());
        settings.put(name, value);
        return new Shop(new Cluster(cluster.inventory(), cluster.options(), settings), resources);
    }

    /** Without ACLs, so that service accounts and services are no longer one. */
    Shop withoutAcls() {
        return withSetting("acls", "false");
    }

    Shop enterprise() {
        return withSetting("edition", "enterprise");
    }

    static List<Map<String, Object>> trees(String yaml) {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (String document : yaml.split("---\n", -1)) {
            if (!document.isBlank()) {
                trees.add(tree(document));
            }
        }
        return trees;
    }

    /** A resource, or an entry in its native form. */
    static Map<String, Object> tree(String yaml) {
        String readable = yaml.startsWith("{Kind:") ? "apiVersion: v1\nkind: Native\nspec: " + yaml : yaml;
        Map<String, Object> tree = new LinkedHashMap<>(ManifestReader.create()
                .read(readable, "consul.yaml")
                .manifests()
                .get(0)
                .toTree());
        if (tree.get("spec") instanceof Map<?, ?> spec && spec.containsKey("Kind")) {
            Map<String, Object> entry = new LinkedHashMap<>();
            spec.forEach((key, value) -> entry.put(String.valueOf(key), value));
            return entry;
        }
        return tree;
    }

    /** A Deployment of the namespace {@code shop} whose service account and label have its name. */
    static String pods(String name) {
        return deployment("shop", name, "{app: " + name + "}", name, "{}", "[{containerPort: 8080, name: http}]");
    }

    static String deployment(
            String namespace, String name, String labels, String account, String annotations, String ports) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: %s}
                spec:
                  template:
                    metadata: {labels: %s, annotations: %s}
                    spec: {serviceAccountName: %s, containers: [{name: main, image: 'shop/main:1', ports: %s}]}
                """.formatted(name, namespace, labels, annotations, account, ports);
    }

    /** The port 80 for the label of its name. */
    static String service(String name) {
        return service("shop", name, "{}", "{selector: {app: " + name + "}, ports: [{port: 80, targetPort: 8080}]}");
    }

    static String service(String namespace, String name, String labels, String spec) {
        return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name + ", namespace: " + namespace
                + ", labels: " + labels + "}\nspec: " + spec + "\n";
    }

    /** A resource of Consul; metadata and spec are YAML of one line. */
    static String resource(String kind, String metadata, String spec) {
        return "apiVersion: consul.hashicorp.com/v1alpha1\nkind: " + kind + "\nmetadata: " + metadata + "\nspec: "
                + spec.strip() + "\n";
    }

    /** A resource of Consul in the namespace {@code shop}. */
    static String resource(String kind, String name, String namespace, String spec) {
        return resource(kind, "{name: " + name + ", namespace: " + namespace + "}", spec);
    }

    static String defaults(String name, String spec) {
        return resource("ServiceDefaults", name, "shop", spec);
    }

    /** Intentions for a service; the sources are YAML of one line. */
    static String intentions(String destination, String sources) {
        String name = destination.equals("*") ? "any" : destination;
        return resource(
                "ServiceIntentions",
                name,
                "shop",
                "{destination: {name: '" + destination + "'}, sources: [" + sources + "]}");
    }

    static String source(String name, String action) {
        return "{name: '" + name + "', action: " + action + "}";
    }

    /** A source that may do what the permissions say. */
    static String permitted(String name, String... permissions) {
        return "{name: '" + name + "', permissions: [" + String.join(", ", permissions) + "]}";
    }

    static String permission(String action, String http) {
        return "{action: " + action + ", http: " + http + "}";
    }

    static String splitter(String name, String... splits) {
        return resource("ServiceSplitter", name, "shop", "{splits: [" + String.join(", ", splits) + "]}");
    }

    static String split(String service, String weight) {
        return "{service: " + service + ", weight: " + weight + "}";
    }

    static String router(String name, String... routes) {
        return resource("ServiceRouter", name, "shop", "{routes: [" + String.join(", ", routes) + "]}");
    }

    static String resolver(String name, String spec) {
        return resource("ServiceResolver", name, "shop", spec);
    }

    static String route(String http, String service) {
        return "{match: {http: " + http + "}, destination: {service: " + service + "}}";
    }

    ModelledMesh mesh() {
        return ConsulModel.create().apply(resources, cluster);
    }

    Workload workload(String namespace, String name) {
        return cluster.inventory().workloads(namespace).stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Outcome decide(Optional<Identity> caller, Workload workload, int port, Traffic traffic) {
        return mesh().decide(new Arrival(caller, workload, port, traffic));
    }

    /** What becomes of what arrives at the pods of {@code shop/web}. */
    Outcome decide(Optional<Identity> caller, Traffic traffic) {
        return decide(caller, workload("shop", "web"), PORT, traffic);
    }

    /** What becomes of a request of the client to {@code shop/web}. */
    Outcome decide(String request) {
        return decide(CLIENT, request(request));
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

    static Optional<Identity> spiffe(String trustDomain, String path) {
        return Optional.of(new Identity.Spiffe(trustDomain, path));
    }
}
