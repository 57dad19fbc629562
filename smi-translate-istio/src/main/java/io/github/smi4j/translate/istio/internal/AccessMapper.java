package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.DefaultDeny;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.IstioOptions;
import io.github.smi4j.translate.istio.IstioVersion;
import io.github.smi4j.translate.istio.security.AuthorizationPolicy;
import io.github.smi4j.translate.istio.security.Source;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * TrafficTargets as AuthorizationPolicies: one for each set of labels that selects pods of destinations, and one that denies
 * everything for each namespace in scope.
 */
public final class AccessMapper {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath DESTINATION = SPEC.field("destination");
    private static final String DEFAULT_DENY = "default-deny";
    private static final String POLICY = "AuthorizationPolicy";
    private final TranslationContext in;
    private final TranslationOutput out;
    private final Scope scope;
    private final IstioVersion version;
    private final String rootNamespace;
    private final SourceMapper sources;
    private final RuleMapper rules;
    private final WorkloadProtocols protocols;
    private final ExistingPolicies existing;
    private final Map<String, PolicyDraft> drafts = new TreeMap<>();
    private final SortedMap<String, Set<ResourceRef>> denied = new TreeMap<>();
    private final Set<ResourceRef> emitted = new HashSet<>();

    /** Maps all targets of a policy. */
    public AccessMapper(TranslationContext in, TranslationOutput out) {
        this.in = in;
        this.out = out;
        this.scope = in.policy().scope();
        this.version = in.option(IstioOptions.ISTIO_VERSION);
        this.rootNamespace = in.option(IstioOptions.ROOT_NAMESPACE);
        this.sources = new SourceMapper(in, out);
        this.rules = new RuleMapper(new RequestMapper(version.hasPathTemplates(), out));
        this.protocols = new WorkloadProtocols(in.inventory());
        this.existing = new ExistingPolicies(
                in.inventory(), scope, rootNamespace, in.policy().options().defaultNamespace());
    }

    /** Emits the policies, and reports what Istio cannot say. */
    public void map() {
        scope.namespaces().forEach(namespace -> denied.put(namespace, scope.targetsOf(namespace)));
        in.policy().targets().forEach(this::map);
        SortedMap<String, Set<ResourceRef>> namespaces = namespaces();
        scope.targetsOf(rootNamespace).forEach(this::reportRoot);
        denied.remove(rootNamespace);
        denied.forEach(this::emitDefaultDeny);
        drafts.values()
                .forEach(draft -> draft.policies(version.authorizationApiVersion())
                        .forEach(policy -> emit(policy, draft.sources())));
        new MutualTlsMapper(version.peerAuthenticationApiVersion(), existing, out)
                .map(in.policy().options().mtls(), namespaces);
        new PolicyConflicts(existing, out).report(emitted);
        Interception interception = new Interception(in.inventory(), out);
        Set<String> withRequests = namespacesWithRequests();
        namespaces.keySet().forEach(namespace -> interception.report(namespace, withRequests.contains(namespace)));
        new ProxyChanges(
                        in.inventory(),
                        scope,
                        rootNamespace,
                        in.policy().options().defaultNamespace(),
                        out)
                .report(namespaces.keySet());
        // Guessed destinations are in no inventory.
        Stream.concat(in.inventory().workloads().stream().filter(scope::contains), scope.destinations().stream())
                .distinct()
                .forEach(interception::report);
    }

    private SortedMap<String, Set<ResourceRef>> namespaces() {
        SortedMap<String, Set<ResourceRef>> namespaces = new TreeMap<>();
        denied.forEach((namespace, targets) -> namespaces.put(namespace, new TreeSet<>(targets)));
        in.policy()
                .targets()
                .forEach(target -> namespaces
                        .computeIfAbsent(target.namespace(), n -> new TreeSet<>())
                        .add(target.ref()));
        namespaces.remove(rootNamespace);
        return namespaces;
    }

    /** The namespaces in which requests are granted, not connections alone. */
    private Set<String> namespacesWithRequests() {
        return in.policy().targets().stream()
                .filter(target -> target.destinations().stream()
                        .flatMap(workload -> target.grants(workload).stream())
                        .anyMatch(Grant.HttpRequests.class::isInstance))
                .map(ResolvedTarget::namespace)
                .collect(Collectors.toSet());
    }

    private void map(ResolvedTarget target) {
        if (target.namespace().equals(rootNamespace)) {
            reportRoot(target.ref());
            return;
        }
        reportDatagrams(target);
        List<List<Source>> from = sources.sources(target);
        PodGroups groups = new PodGroups(in.inventory(), target, workload -> grants(target, workload));
        for (PodGroups.PodGroup group : groups.groups()) {
            drafts.computeIfAbsent(
                            target.namespace() + " " + group.matchLabels(),
                            key -> new PolicyDraft(target.namespace(), group.matchLabels()))
                    .add(rules.rules(from, group.grants()), target.origins());
        }
        groups.narrowed().forEach(workload -> reportNarrowed(target, workload));
        groups.ambiguous().forEach((workload, reason) -> reportAmbiguous(target, workload, reason));
        reportPortsWithoutRequests(target);
    }

    /** What Istio can grant: no UDP, and requests only where it sees any. */
    private List<Grant> grants(ResolvedTarget target, Workload workload) {
        List<Grant> grants = new ArrayList<>();
        for (Grant grant : target.grants(workload)) {
            if (grant instanceof Grant.HttpRequests http) {
                SortedSet<Integer> ports = http.ports().stream()
                        .filter(port -> protocols.hasRequests(workload, port))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!ports.isEmpty()) {
                    grants.add(new Grant.HttpRequests(ports, http.matches()));
                }
            } else if (grant instanceof Grant.TcpConnections) {
                grants.add(grant);
            }
        }
        return grants;
    }

    private void emitDefaultDeny(String namespace, Set<ResourceRef> targets) {
        String name = existing.isTaken(POLICY, namespace, DEFAULT_DENY)
                ? GeneratedNames.of(DEFAULT_DENY, "smi")
                : DEFAULT_DENY;
        emit(
                AuthorizationPolicy.builder()
                        .apiVersion(version.authorizationApiVersion())
                        .metadata(ObjectMeta.builder()
                                .name(name)
                                .namespace(namespace)
                                .build())
                        .build(),
                targets);
    }

    private void emit(AuthorizationPolicy policy, Set<ResourceRef> sources) {
        out.emit(policy, sources);
        emitted.add(policy.ref());
    }

    private void reportRoot(ResourceRef target) {
        out.report(
                IstioCode.ROOT_NAMESPACE,
                target,
                DESTINATION,
                "is in " + rootNamespace
                        + ", the root namespace of the mesh; nothing is emitted for it, and its pods stay open to everybody");
    }

    private void reportDatagrams(ResolvedTarget target) {
        boolean udp = target.destinations().stream()
                .flatMap(workload -> target.grants(workload).stream())
                .anyMatch(Grant.UdpDatagrams.class::isInstance);
        if (udp) {
            out.report(
                    IstioCode.UDP_NOT_ENFORCED,
                    target.ref(),
                    SPEC.field("rules"),
                    "Istio does not see UDP; the ports of the UDPRoute are open to everybody");
        }
    }

    private void reportNarrowed(ResolvedTarget target, Workload workload) {
        out.report(
                IstioCode.SELECTOR_NARROWED,
                target.ref(),
                DESTINATION,
                "the labels of the " + workload.kind() + " " + workload.name()
                        + " are also on other workloads of the destination, with other ports; only what is granted to all"
                        + " of them is allowed");
    }

    /** No policy can be for these pods alone: they are closed with their namespace, or stay open if that is not wanted. */
    private void reportAmbiguous(ResolvedTarget target, Workload workload, String reason) {
        String what = "no labels select the " + workload.kind() + " " + workload.name() + reason;
        if (scope.namespaces().contains(target.namespace())) {
            out.report(IstioCode.SELECTOR_AMBIGUOUS, target.ref(), DESTINATION, what + "; nothing is allowed there");
        } else if (in.policy().options().defaultDeny() == DefaultDeny.NONE) {
            out.report(
                    IstioCode.DESTINATION_OPEN, target.ref(), DESTINATION, what + "; its pods stay open to everybody");
        } else {
            denied.computeIfAbsent(target.namespace(), n -> new TreeSet<>()).add(target.ref());
            out.report(
                    IstioCode.NAMESPACE_CLOSED,
                    target.ref(),
                    DESTINATION,
                    what + "; nothing is allowed there, and all workloads of the namespace " + target.namespace()
                            + " are closed");
        }
    }

    private void reportPortsWithoutRequests(ResolvedTarget target) {
        for (Workload workload : target.destinations()) {
            SortedSet<Integer> ports = target.grants(workload).stream()
                    .filter(Grant.HttpRequests.class::isInstance)
                    .flatMap(grant -> grant.ports().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            String where = " of the " + workload.kind() + " " + workload.name();
            reportPorts(
                    target,
                    ports.stream().filter(port -> !protocols.hasRequests(workload, port)),
                    numbers -> "Istio sees no requests on the port " + numbers + where + "; nothing is allowed there");
            reportPorts(
                    target,
                    ports.stream().filter(port -> protocols.isDisputed(workload, port)),
                    numbers -> "the Services disagree whether the port " + numbers + where
                            + " has requests, and Istio listens to the oldest; unless that says so, nothing is allowed"
                            + " there");
        }
    }

    private void reportPorts(ResolvedTarget target, Stream<Integer> ports, UnaryOperator<String> message) {
        String numbers = ports.map(String::valueOf).collect(Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            out.report(IstioCode.HTTP_ON_TCP_PORT, target.ref(), SPEC.field("rules"), message.apply(numbers));
        }
    }
}
