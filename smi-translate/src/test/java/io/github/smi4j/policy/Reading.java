package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of a text, in short texts that a test can compare. */
final class Reading {
    private final ResourceSet set;
    private final ResolvedPolicy policy;
    private final List<Workload> workloads;

    private Reading(ResourceSet set, ResolvedPolicy policy, List<Workload> workloads) {
        this.set = set;
        this.policy = policy;
        this.workloads = workloads;
    }

    /** Reads a text, with settings such as {@code default-deny=none}. */
    static Reading of(String text, String... settings) {
        PolicyOptions.Builder options = PolicyOptions.builder();
        for (String setting : settings) {
            options.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        ResourceSet set = ManifestReader.create().read(text, "t.yaml");
        PolicyOptions all = options.build();
        return new Reading(
                set, ResolvedPolicy.of(set, all), all.inventoryOf(set).workloads());
    }

    /** The cluster of {@link Bundles} with its traffic specs, and more. */
    static Reading ofShop(String more, String... settings) {
        return of(Bundles.CLUSTER + Bundles.GROUP + Bundles.PORTS + "---\n" + more, settings);
    }

    /** A target of the shop for web, from edge in the namespace ingress. */
    static String target(String rules) {
        return target("{kind: ServiceAccount, name: web, namespace: shop}", SOURCE, rules);
    }

    static final String SOURCE = "{kind: ServiceAccount, name: edge, namespace: ingress}";

    static String target(String destination, String sources, String rules) {
        return """
                apiVersion: access.smi-spec.io/v1alpha4
                kind: TrafficTarget
                metadata: {name: t, namespace: shop}
                spec:
                  destination: %s
                  sources: [%s]
                  rules: [%s]
                """.formatted(destination, sources, rules);
    }

    /** A binding of the shop. */
    static String binding(String name, String schemes) {
        return binding(name, "shop", schemes);
    }

    static String binding(String name, String namespace, String schemes) {
        return """
                ---
                apiVersion: access.smi-spec.io/v1alpha4
                kind: IdentityBinding
                metadata: {name: %s, namespace: %s}
                spec: {schemes: %s}
                """.formatted(name, namespace, schemes);
    }

    ResolvedPolicy policy() {
        return policy;
    }

    /** All that is allowed: {@code web http [8080] [api]}. */
    List<String> grants() {
        return policy.targets().stream()
                .filter(target -> !target.grantsNothing())
                .flatMap(target -> target.destinations().stream()
                        .flatMap(workload -> target.grants(workload).stream().map(g -> workload.name() + text(g))))
                .toList();
    }

    private static String text(Grant grant) {
        if (grant instanceof Grant.HttpRequests http) {
            return " http " + http.ports() + " "
                    + http.matches().stream().map(ResolvedMatch::name).toList();
        }
        return (grant instanceof Grant.UdpDatagrams ? " udp " : " tcp ") + grant.ports();
    }

    /** All routes of the splits: {@code web:80/TCP [api] web-v1=9 web-v2=1}; a star for the ports of an unknown Service. */
    List<String> routes() {
        return policy.splits().stream()
                .flatMap(split -> split.ports().stream()
                        .flatMap(port -> port.routes().stream()
                                .map(route -> split.root().name() + ":" + text(port) + " " + text(route))))
                .toList();
    }

    private static String text(PortSplit split) {
        return split.port().map(p -> p.number() + "/" + p.protocol()).orElse("*");
    }

    private static String text(SplitRoute route) {
        return route.matches().stream().map(ResolvedMatch::name).toList()
                + route.shares().stream()
                        .map(share -> " " + share.backend().name() + "=" + share.weight())
                        .collect(Collectors.joining());
    }

    /** Who may call, over all targets. */
    List<String> sources() {
        return policy.targets().stream()
                .flatMap(target -> target.sources().stream())
                .map(Object::toString)
                .distinct()
                .toList();
    }

    /** The destinations of all targets, granted anything or not. */
    List<String> destinations() {
        return policy.targets().stream()
                .flatMap(target -> target.destinations().stream())
                .map(Workload::name)
                .distinct()
                .toList();
    }

    /** The workloads of the input that are closed. */
    List<String> closed() {
        return workloads.stream()
                .filter(policy.scope()::contains)
                .map(Workload::name)
                .toList();
    }

    /** Errors and warnings of reading and meaning: {@code ERROR SMI2333 TrafficTarget spec.rules[0].kind}. */
    List<String> findings() {
        return all().filter(d -> d.severity() != Severity.INFO)
                .map(d -> (d.severity() + " " + d.code().id() + " "
                                + d.resource().map(r -> r.kind() + " ").orElse("") + d.path())
                        .trim())
                .toList();
    }

    /** The help of everything that is said with this code. */
    List<String> helps(DiagnosticCode code) {
        return all().filter(d -> d.code() == code).map(Diagnostic::help).toList();
    }

    /** Everything that is said with this code, with its position left out. */
    List<String> lines(DiagnosticCode code) {
        return all().filter(d -> d.code() == code)
                .map(d -> d.toBuilder().position(Optional.empty()).build().toString())
                .toList();
    }

    private Stream<Diagnostic> all() {
        return Stream.concat(set.diagnostics().stream(), policy.diagnostics().stream());
    }
}
