package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.util.List;

/** Makes the manifests of tests, and asks the validator of them. */
public final class Manifests {
    /** A workload, its Service and its callers: web and edge, of the namespace shop. */
    public static final String CLUSTER = workload("web", "web") + workload("edge", "edge") + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              selector: {app: web}
              ports: [{name: http, port: 80, targetPort: 8080}, {name: dns, port: 53, protocol: UDP}]
            """;

    private Manifests() {}

    /** A Deployment whose pods have the label {@code app} and run under a service account. */
    public static String workload(String name, String account) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: %s}}
                    spec: {serviceAccountName: %s, containers: []}
                """.formatted(name, name, account);
    }

    /** A TrafficTarget of the shop that lets edge call web. */
    public static String target(String name, String rules) {
        return target(name, "{kind: ServiceAccount, name: edge, namespace: shop}", rules);
    }

    /** A TrafficTarget of the shop for web. */
    public static String target(String name, String sources, String rules) {
        return """
                ---
                apiVersion: access.smi-spec.io/v1alpha3
                kind: TrafficTarget
                metadata: {name: %s, namespace: shop}
                spec:
                  destination: {kind: ServiceAccount, name: web, namespace: shop}
                  sources: [%s]
                  rules: [%s]
                """.formatted(name, sources, rules);
    }

    /** An HTTPRouteGroup of the shop, one line for each match. */
    public static String group(String name, String... matches) {
        return """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: %s, namespace: shop}
                spec:
                  matches:
                  - %s
                """.formatted(name, String.join("\n  - ", matches));
    }

    /** A TCPRoute or UDPRoute of the shop. */
    public static String route(String kind, String name, String ports) {
        return """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: %s
                metadata: {name: %s, namespace: shop}
                spec: {matches: {ports: [%s]}}
                """.formatted(kind, name, ports);
    }

    /** The set of some documents, which begin with three hyphens where they are several. */
    public static ResourceSet read(String... documents) {
        return ManifestReader.create().read(String.join("", documents), "input.yaml");
    }

    /** What is found under a code, which is switched on for that, and whether a rule failed. */
    public static List<Diagnostic> findings(DiagnosticCode code, ResourceSet set) {
        return SmiValidator.builder().on(code).build().validate(set).all().stream()
                .filter(finding ->
                        finding.code().id().equals(code.id()) || finding.code() == ValidationCode.RULE_FAILED)
                .toList();
    }

    /** What is found under a code, each on one line. */
    public static List<String> lines(DiagnosticCode code, String... documents) {
        return findings(code, read(documents)).stream().map(Object::toString).toList();
    }

    /** What a validator finds, each on one line. */
    public static List<String> lines(SmiValidator validator, ResourceSet set) {
        return validator.validate(set).all().stream().map(Object::toString).toList();
    }
}
