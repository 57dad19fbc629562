package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small cluster with Istio, and what is sent there. Immutable. */
record Shop(Cluster cluster, List<Map<String, Object>> resources) {
    static final int HTTP = 8080;
    static final int TCP = 5432;
    static final int TLS = 8443;
    static final int DETECTED = 7000;
    static final int WITHOUT_SERVICE = 9999;

    static final Optional<Identity> CLIENT = account("shop", "client");
    static final Optional<Identity> NOBODY = Optional.empty();

    private static final String CLUSTER = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web, tier: front}}
                spec: {serviceAccountName: web, containers: [{name: main, image: 'shop/web:1'}]}
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
              - {name: tcp-db, port: 5432}
              - {name: https, port: 443, targetPort: 8443}
              - {name: plain, port: 7000}
              - {name: dns, port: 53, protocol: UDP}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-v1, namespace: shop}
            spec: {selector: {app: v1}, ports: [{name: http, port: 80}, {name: tcp-db, port: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-v2, namespace: shop}
            spec: {selector: {app: v2}, ports: [{name: http, port: 80}, {name: tcp-db, port: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{name: tcp, port: 3306}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: peers, namespace: shop}
            spec: {clusterIP: None, selector: {app: peers}, ports: [{name: http, port: 80}, {name: tcp, port: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: data}
            spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
            """;

    /** The cluster with resources that were emitted. */
    static Shop with(String... resources) {
        return new Shop(
                Cluster.of(inventory("")),
                List.of(resources).stream().map(Shop::tree).toList());
    }

    /** The cluster with more in it, some of it perhaps of Istio, and nothing emitted. */
    static Shop holding(String... more) {
        return new Shop(Cluster.of(inventory("---\n" + String.join("---\n", more))), List.of());
    }

    private static Inventory inventory(String more) {
        return Inventory.from(ManifestReader.create().read(CLUSTER + more, "cluster.yaml"), "default");
    }

    static Map<String, Object> tree(String yaml) {
        Manifest manifest =
                ManifestReader.create().read(yaml, "istio.yaml").manifests().get(0);
        return new LinkedHashMap<>(manifest.toTree());
    }

    /** A resource of Istio in a namespace; the spec is YAML of one line. */
    static String resource(String kind, String namespace, String name, String spec) {
        return resource(kind, "{name: " + name + ", namespace: " + namespace + "}", spec);
    }

    static String resource(String kind, String metadata, String spec) {
        String group = kind.equals("VirtualService") ? "networking.istio.io" : "security.istio.io";
        return "apiVersion: " + group + "/v1\nkind: " + kind + "\nmetadata: " + metadata + "\nspec: " + spec + "\n";
    }

    static String policy(String spec) {
        return resource("AuthorizationPolicy", "shop", "policy", spec);
    }

    /** The same as if there were other resources of Istio, too. */
    Shop emitting(String... more) {
        return new Shop(cluster, List.of(more).stream().map(Shop::tree).toList());
    }

    Shop withOptions(PolicyOptions options) {
        return new Shop(new Cluster(cluster.inventory(), options, cluster.settings()), resources);
    }

    Shop withSetting(String name, String value) {
        return new Shop(new Cluster(cluster.inventory(), cluster.options(), Map.of(name, value)), resources);
    }

    ModelledMesh mesh() {
        return IstioModel.create().apply(resources, cluster);
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

    /** What becomes of a request of a client to a port of {@code shop/web} that has HTTP. */
    Outcome decide(String request) {
        return decide(CLIENT, HTTP, request(request));
    }

    /** Where a request to a Service of the namespace {@code shop} goes. */
    String route(String service, int port, Traffic traffic) {
        return mesh().route(new ServiceName("shop", service), port, traffic)
                .map(Object::toString)
                .orElse("unknown");
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
