package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.linkerd.LinkerdOptions;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TrafficTargets as closed Servers, with what opens them again: namespace by namespace. */
public final class AccessMapper {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath RULES = SPEC.field("rules");
    private static final FieldPath ROOT = FieldPath.root();

    private final TranslationContext in;
    private final TranslationOutput out;
    private final Scope scope;
    private final OpaquePorts opaque;
    private final RequestMapper requests;
    private final Authentications authentications;
    private final ServerMapper servers;
    private final DefaultPolicies defaults;
    private final Injection injection;
    private final ExistingPolicies existing;

    /** Maps all targets of a policy. */
    public AccessMapper(TranslationContext in, TranslationOutput out) {
        LanguageCache languages = new LanguageCache();
        this.in = in;
        this.out = out;
        this.scope = in.policy().scope();
        this.opaque = new OpaquePorts(in.inventory(), in.option(LinkerdOptions.LINKERD_VERSION));
        this.requests = new RequestMapper(languages, out);
        this.authentications =
                new Authentications(in.option(LinkerdOptions.PROBE_NETWORKS).networks(), out);
        this.servers = new ServerMapper(
                in.option(LinkerdOptions.LINKERD_VERSION),
                new RouteMapper(requests, authentications, out),
                authentications,
                out);
        this.defaults = new DefaultPolicies(in.inventory(), scope, out);
        this.injection = new Injection(in.inventory(), out);
        this.existing =
                new ExistingPolicies(in.inventory(), in.policy().options().defaultNamespace(), out);
    }

    /** Emits the Servers and what belongs to them, and reports what Linkerd cannot say. */
    public void map() {
        SortedSet<String> namespaces = new TreeSet<>(scope.namespaces());
        scope.destinations().forEach(workload -> namespaces.add(workload.namespace()));
        namespaces.forEach(this::map);
        authentications.emitShared();
    }

    private void map(String namespace) {
        List<ResolvedTarget> targets = in.policy().targets().stream()
                .filter(target -> target.namespace().equals(namespace))
                .toList();
        Set<ResourceRef> closing = new TreeSet<>(scope.targetsOf(namespace));
        targets.forEach(target -> closing.add(target.ref()));
        SortedSet<Workload> governed = Stream.concat(
                        in.inventory().workloads(namespace).stream().filter(scope::contains),
                        scope.destinations().stream()
                                .filter(workload -> workload.namespace().equals(namespace)))
                .collect(Collectors.toCollection(TreeSet::new));
        NamespaceDraft draft = new NamespaceDraft(in.inventory(), opaque, namespace, governed, closing);
        targets.forEach(target -> map(target, draft));
        draft.reportMeeting(out);
        Set<ResourceRef> emitted = new HashSet<>();
        draft.servers().forEach(server -> emitted.addAll(servers.map(server, namespace)));
        if (scope.namespaces().contains(namespace)) {
            defaults.map(namespace);
        }
        governed.forEach(workload -> defaults.map(workload, closing));
        injection.report(namespace, governed);
        emitted.addAll(authentications.emitted());
        existing.report(namespace, governed, emitted);
        reportMutualTls(namespace, closing);
        out.report(
                LinkerdCode.SAME_POD,
                new ResourceRef("", "Namespace", Optional.empty(), namespace),
                ROOT,
                "containers of one pod reach each other past all policies");
    }

    private void map(ResolvedTarget target, NamespaceDraft draft) {
        for (PodGroups.PodGroup group : draft.groupsOf(target)) {
            NamespaceDraft.Common common = draft.common(target, group);
            if (common.ambiguous().isPresent()) {
                out.report(
                        LinkerdCode.SELECTOR_AMBIGUOUS,
                        target.ref(),
                        SPEC.field("destination"),
                        "the labels do not tell " + describe(target, group) + " from "
                                + common.ambiguous().get() + "; nothing is allowed there");
                continue;
            }
            if (common.narrowed()) {
                out.report(
                        LinkerdCode.SELECTOR_NARROWED,
                        target.ref(),
                        SPEC.field("destination"),
                        "the labels do not tell " + group.describe()
                                + " apart, which have other ports; only what is granted to all of them is allowed");
            }
            common.grants().forEach(grant -> map(target, group, grant, draft));
        }
        draft.groupsWithin(target)
                .forEach(
                        group -> out.report(
                                LinkerdCode.SERVERS_MEET,
                                target.ref(),
                                SPEC.field("destination"),
                                "its labels are on " + group.describe()
                                        + " too, for which there are Servers of their own; what the target grants is not allowed there"));
    }

    /** Kinds and names of those workloads of a group that are destinations. */
    private static String describe(ResolvedTarget target, PodGroups.PodGroup group) {
        return target.destinations().stream()
                .filter(group::contains)
                .map(workload -> "the " + workload.kind() + " " + workload.name())
                .collect(Collectors.joining(", "));
    }

    private void map(ResolvedTarget target, PodGroups.PodGroup group, Grant grant, NamespaceDraft draft) {
        if (grant instanceof Grant.UdpDatagrams) {
            out.report(
                    LinkerdCode.UDP_NOT_ENFORCED,
                    target.ref(),
                    RULES,
                    "Linkerd does not see UDP; the ports of the UDPRoute are open to everybody");
            return;
        }
        SortedSet<Integer> withoutRequests = new TreeSet<>();
        for (int port : grant.ports()) {
            ServerDraft server = draft.server(group, port);
            if (grant instanceof Grant.HttpRequests http) {
                if (server.opaque()) {
                    withoutRequests.add(port);
                } else {
                    http.matches().forEach(match -> server.allowRequests(target, requests.map(match)));
                }
            } else {
                server.allowConnections(target);
            }
        }
        if (!withoutRequests.isEmpty()) {
            out.report(
                    LinkerdCode.HTTP_ON_OPAQUE_PORT,
                    target.ref(),
                    RULES,
                    "Linkerd sees no requests on the port "
                            + String.join(
                                    ", ",
                                    withoutRequests.stream()
                                            .map(String::valueOf)
                                            .toList())
                            + " of " + group.describe() + "; nothing is allowed there");
        }
    }

    private void reportMutualTls(String namespace, Set<ResourceRef> targets) {
        MutualTls wanted = in.policy().options().mtls();
        if (wanted != MutualTls.UNSET) {
            boolean strict = wanted == MutualTls.STRICT;
            targets.stream()
                    .limit(1)
                    .forEach(first -> out.report(
                            strict ? LinkerdCode.MTLS_ALWAYS : LinkerdCode.MTLS_PERMISSIVE,
                            first,
                            ROOT,
                            strict
                                    ? "between proxies Linkerd always uses mutual TLS, so mtls=strict adds nothing in the namespace "
                                            + namespace
                                    : "Linkerd has no permissive mode: callers without mutual TLS are denied in the namespace "
                                            + namespace));
        }
    }
}
