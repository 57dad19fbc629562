package io.github.smi4j.it.fabric8;

import java.util.List;

/** Resources of every kind, and of the versions that look different, as a cluster holds them. */
final class Documents {
    /** Labels, annotations, and what a cluster adds to the metadata. */
    private static final String METADATA = """
              namespace: shop
              labels: {zone: a, app: web}
              annotations: {example.com/owner: shop}
              finalizers: [example.com/keep]
              ownerReferences:
              - {apiVersion: apps/v1, kind: Deployment, name: web, uid: 0f1e, controller: true}
              managedFields:
              - manager: kubectl
                operation: Apply
                apiVersion: split.smi-spec.io/v1alpha4
                time: "2026-11-22T10:00:00Z"
                fieldsType: FieldsV1
                fieldsV1: {"f:spec": {"f:service": {}}}
            """;

    private static final String REST = """
            status: {phase: Ready, observed: [1, true, x, 0.5], since: null}
            extra: {a: {b: [1]}}
            """;

    static final List<String> ALL = List.of(
            document("TrafficSplit", "split.smi-spec.io/v1alpha4", "split", """
                    spec:
                      service: web
                      matches:
                      - {kind: HTTPRouteGroup, name: beta, apiGroup: specs.smi-spec.io, note: x}
                      backends:
                      - {service: web-v1, weight: 100, zone: a}
                      - {service: web-v2, weight: 0}
                      mirror: {service: web-v3, share: 0.5}
                    """),
            document("TrafficSplit", "split.smi-spec.io/v1alpha1", "quantities", """
                    spec:
                      service: web
                      backends:
                      - {service: web-v1, weight: 500m}
                      - {service: web-v2, weight: "1"}
                    """),
            document("TrafficTarget", "access.smi-spec.io/v1alpha2", "port", """
                    spec:
                      destination: {kind: ServiceAccount, name: web, namespace: shop, port: 8080}
                      rules:
                      - {kind: HTTPRouteGroup, name: routes, matches: [read], priority: 1}
                      sources:
                      - {kind: ServiceAccount, name: edge, namespace: ingress}
                    """),
            document("TrafficTarget", "access.smi-spec.io/v1alpha4", "binding", """
                    spec:
                      destination: {kind: IdentityBinding, group: access.smi-spec.io, name: web}
                      rules:
                      - {kind: TCPRoute, name: db}
                      - {kind: HTTPRouteGroup, name: routes, matches: []}
                      sources:
                      - {kind: IdentityBinding, group: access.smi-spec.io, name: edge, note: x}
                      mode: strict
                    """),
            document("TrafficTarget", "access.smi-spec.io/v1alpha1", "flat", """
                    destination: {kind: ServiceAccount, name: web, namespace: shop}
                    specs:
                    - {kind: TCPRoute, name: db}
                    sources:
                    - {kind: ServiceAccount, name: edge, namespace: ingress}
                    """),
            document("IdentityBinding", "access.smi-spec.io/v1alpha4", "identity", """
                    spec:
                      schemes:
                        podLabelSelector:
                          matchLabels: {app: web}
                          matchExpressions: [{key: tier, operator: Exists}]
                        spiffeIdentities: [spiffe://cluster.local/ns/shop/sa/web]
                        serviceAccount: web
                        x509: {subject: CN=web}
                    """),
            document("HTTPRouteGroup", "specs.smi-spec.io/v1alpha4", "routes", """
                    spec:
                      matches:
                      - name: read
                        pathRegex: /api/.*
                        methods: [GET, HEAD]
                        headers: {x-team: a|b, user-agent: ".*Firefox.*"}
                        cookies: {a: b}
                      - {name: rest}
                    """),
            document("HTTPRouteGroup", "specs.smi-spec.io/v1alpha2", "flat-routes", """
                    matches:
                    - {name: read, pathRegex: /api/.*, methods: [GET], headers: {x-team: a}}
                    """),
            document("HTTPRouteGroup", "specs.smi-spec.io/v1alpha1", "first-routes", """
                    matches:
                    - {name: all, pathRegex: .*, methods: ["*"]}
                    """),
            document("TCPRoute", "specs.smi-spec.io/v1alpha4", "db", """
                    spec:
                      matches: {name: db, ports: [5432, 5433], tls: true}
                      note: x
                    """),
            document("TCPRoute", "specs.smi-spec.io/v1alpha1", "flat-db", ""),
            document("UDPRoute", "specs.smi-spec.io/v1alpha4", "dns", """
                    spec:
                      matches: {name: dns, ports: [53]}
                    """));

    private Documents() {}

    private static String document(String kind, String apiVersion, String name, String fields) {
        return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n" + METADATA
                + fields + REST;
    }
}
