package io.github.smi4j.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Manifests without any fault: one small cluster, and policies of each sort for it. */
final class Bundles {
    /** Two workloads behind Services, one behind none, and callers in another namespace. */
    static final String CLUSTER = """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web, tier: front}}
                spec:
                  serviceAccountName: web
                  containers:
                  - ports:
                    - {name: http, containerPort: 8080}
                    - {name: admin, containerPort: 9090}
                    - {name: dns, containerPort: 5353, protocol: UDP}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              selector: {app: web}
              ports:
              - {name: http, port: 80, targetPort: http}
              - {name: admin, port: 90, targetPort: admin}
              - {name: tls, port: 443, targetPort: 8443}
              - {name: dns, port: 53, targetPort: dns, protocol: UDP}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: api, tier: back}}
                spec:
                  serviceAccountName: api
                  containers: [{ports: [{containerPort: 8081}]}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec:
              selector: {app: api}
              ports:
              - {name: http, port: 80, targetPort: 8081}
              - {name: tls, port: 443}
              - {name: dns, port: 53, protocol: UDP}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: batch, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: batch, tier: back}}
                spec:
                  serviceAccountName: batch
                  containers: [{ports: [{containerPort: 7000}, {containerPort: 443}, {containerPort: 80}]}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: edge, namespace: ingress}
            spec:
              template:
                metadata: {labels: {app: edge}}
                spec: {serviceAccountName: edge, containers: []}
            """;

    /** Four matches: api, admin, orders and root. */
    static final String GROUP = """
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: routes, namespace: shop}
            spec:
              matches:
              - {name: api, pathRegex: /api, methods: [GET]}
              - {name: admin, pathRegex: /admin, headers: {x-team: blue}}
              - name: orders
                pathRegex: /orders/.*
                methods: [POST, PUT]
                headers: {x-team: blue|green, x-zone: a}
              - {name: root, pathRegex: /$}
            """;

    /** The TCPRoutes admin (90) and web (80, 443), the UDPRoute dns (53). */
    static final String PORTS = """
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: admin, namespace: shop}
            spec: {matches: {ports: [90]}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: TCPRoute
            metadata: {name: web, namespace: shop}
            spec: {matches: {name: web, ports: [80, 443]}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: UDPRoute
            metadata: {name: dns, namespace: shop}
            spec: {matches: {ports: [53]}}
            """;

    private static final String HTTP = CLUSTER + GROUP + """
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: some, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources:
              - {kind: ServiceAccount, name: edge, namespace: ingress}
              - {kind: ServiceAccount, name: batch, namespace: shop}
              rules:
              - {kind: HTTPRouteGroup, name: routes, matches: [api, orders]}
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: all, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: api, namespace: shop}
              sources: [{kind: ServiceAccount, name: web, namespace: shop}]
              rules: [{kind: HTTPRouteGroup, name: routes}]
            """;

    private static final String TCP_AND_UDP = CLUSTER + GROUP + PORTS + """
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: tcp, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: edge, namespace: ingress}]
              rules: [{kind: TCPRoute, name: admin}]
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: udp, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: api, namespace: shop}]
              rules: [{kind: UDPRoute, name: dns}, {kind: TCPRoute, name: web}]
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: both, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: batch, namespace: shop}]
              rules:
              - {kind: HTTPRouteGroup, name: routes, matches: [admin]}
              - {kind: TCPRoute, name: admin}
              - {kind: TCPRoute, name: web}
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: three, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: api, namespace: shop}
              sources: [{kind: ServiceAccount, name: web, namespace: shop}]
              rules:
              - {kind: UDPRoute, name: dns}
              - {kind: HTTPRouteGroup, name: routes}
              - {kind: TCPRoute, name: web}
            """;

    /** Targets that name identity bindings. */
    static final String BINDINGS = CLUSTER + GROUP + PORTS + """
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: IdentityBinding
            metadata: {name: front, namespace: shop}
            spec:
              schemes:
                podLabelSelector: {matchLabels: {app: web, tier: front}}
                spiffeIdentities: [spiffe://cluster.local/ns/shop/sa/api, partner.example/billing]
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: IdentityBinding
            metadata: {name: back, namespace: shop}
            spec: {schemes: {podLabelSelector: {matchLabels: {app: api, tier: back}}}}
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: IdentityBinding
            metadata: {name: mixed, namespace: shop}
            spec: {schemes: {serviceAccount: web, spiffeIdentities: [cluster.local/ns/shop/sa/batch]}}
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: IdentityBinding
            metadata: {name: edge, namespace: ingress}
            spec: {schemes: {serviceAccount: edge}}
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: labels, namespace: shop}
            spec:
              destination: {kind: IdentityBinding, group: access.smi-spec.io, name: back, namespace: shop}
              sources:
              - {kind: IdentityBinding, name: front, namespace: shop}
              - {kind: IdentityBinding, name: edge, namespace: ingress}
              rules: [{kind: HTTPRouteGroup, name: routes, matches: [api, orders]}, {kind: UDPRoute, name: dns}]
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: accounts, namespace: shop}
            spec:
              destination: {kind: IdentityBinding, name: mixed, namespace: shop}
              sources: [{kind: IdentityBinding, name: edge, namespace: ingress}]
              rules: [{kind: TCPRoute, name: web}, {kind: HTTPRouteGroup, name: routes}]
            """;

    private static final String OLD_PORTS = CLUSTER + GROUP + """
            ---
            apiVersion: specs.smi-spec.io/v1alpha2
            kind: HTTPRouteGroup
            metadata: {name: flat, namespace: shop}
            matches:
            - {name: api, pathRegex: /api, methods: [GET]}
            - {name: admin, pathRegex: /admin, headers: {x-team: blue}}
            ---
            apiVersion: specs.smi-spec.io/v1alpha1
            kind: TCPRoute
            metadata: {name: flat, namespace: shop}
            ---
            apiVersion: specs.smi-spec.io/v1alpha3
            kind: TCPRoute
            metadata: {name: nested, namespace: shop}
            spec: {}
            ---
            apiVersion: access.smi-spec.io/v1alpha1
            kind: TrafficTarget
            metadata: {name: first, namespace: shop}
            destination: {kind: ServiceAccount, name: web, namespace: shop, port: 80}
            sources: [{kind: ServiceAccount, name: edge, namespace: ingress}]
            specs: [{kind: HTTPRouteGroup, name: flat, matches: [api]}, {kind: TCPRoute, name: flat}]
            ---
            apiVersion: access.smi-spec.io/v1alpha2
            kind: TrafficTarget
            metadata: {name: second, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop, port: 90}
              sources: [{kind: ServiceAccount, name: batch, namespace: shop}]
              rules: [{kind: HTTPRouteGroup, name: routes}]
            ---
            apiVersion: access.smi-spec.io/v1alpha2
            kind: TrafficTarget
            metadata: {name: third, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: api, namespace: shop, port: "80"}
              sources: [{kind: ServiceAccount, name: web, namespace: shop}]
              rules: [{kind: TCPRoute, name: nested}]
            """;

    /** A namespace that one target alone closes. */
    static final String ALONE = CLUSTER + GROUP + PORTS + """
            ---
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: alone, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: edge, namespace: ingress}]
              rules: [{kind: HTTPRouteGroup, name: routes, matches: [api]}, {kind: TCPRoute, name: web}]
            """;

    private Bundles() {}

    /** All bundles by name. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("http", HTTP);
        all.put("tcp and udp", TCP_AND_UDP);
        all.put("bindings", BINDINGS);
        all.put("old ports", OLD_PORTS);
        all.put("alone", ALONE);
        return all;
    }
}
