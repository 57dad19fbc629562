package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.RuntimeLabels;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.spi.ResourceFields;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Resources of Linkerd's policy API in the input, which decide beside those that are emitted. */
final class ExistingPolicies {
    private static final FieldPath SPEC = FieldPath.of("spec");

    private static final Set<String> ROUTES = Set.of("HTTPRoute", "GRPCRoute");

    private final List<OtherResource> resources;
    private final Inventory inventory;
    private final String defaultNamespace;
    private final TranslationOutput out;

    ExistingPolicies(Inventory inventory, String defaultNamespace, TranslationOutput out) {
        this.resources = Stream.of("policy.linkerd.io", "gateway.networking.k8s.io")
                .flatMap(group -> inventory.meshResources(group).stream())
                .toList();
        this.inventory = inventory;
        this.defaultNamespace = defaultNamespace;
        this.out = out;
    }

    /**
     * Reports what decides beside the Servers of a namespace.
     *
     * @param governed the workloads in scope
     * @param emitted all that was emitted there; an earlier output of the same name is replaced
     */
    void report(String namespace, Collection<Workload> governed, Set<ResourceRef> emitted) {
        List<OtherResource> others = resources.stream()
                .filter(resource -> namespace.equals(ref(resource).namespace().orElse("")))
                .filter(resource -> !(ResourceFields.isOurs(resource) && emitted.contains(ref(resource))))
                .toList();
        // A policy for a route of others that hangs on a Server of the output opens that Server.
        Set<ResourceRef> judging = new HashSet<>(emitted);
        others.stream()
                .filter(resource -> ROUTES.contains(resource.kind()) && isForServer(resource, emitted))
                .forEach(resource -> judging.add(ref(resource)));
        others.forEach(resource -> report(resource, governed, emitted, judging));
    }

    private void report(
            OtherResource resource, Collection<Workload> governed, Set<ResourceRef> emitted, Set<ResourceRef> judging) {
        Map<?, ?> spec = ResourceFields.spec(resource);
        switch (resource.kind()) {
            case "Server" -> {
                if (governed.stream().anyMatch(workload -> mayBeFor(spec, workload))) {
                    out.report(
                            LinkerdCode.SERVER_TAKEN,
                            ref(resource),
                            SPEC,
                            "may be for pods in scope: of two Servers for a port Linkerd follows the older, and what it lets in"
                                    + " is not what SMI says");
                }
            }
            case "AuthorizationPolicy" -> {
                Map<?, ?> target = ResourceFields.object(spec, "targetRef");
                if ("Namespace".equals(target.get("kind")) || refersTo(target, judging)) {
                    reportAllows(resource);
                }
            }
            case "ServerAuthorization" -> {
                Map<?, ?> server = ResourceFields.object(spec, "server");
                if (server.get("selector") != null || refersTo(server, emitted)) {
                    reportAllows(resource);
                }
            }
            case "HTTPRoute", "GRPCRoute" -> {
                if (isForServer(resource, emitted)) {
                    out.report(
                            LinkerdCode.ROUTE_BESIDE,
                            ref(resource),
                            SPEC,
                            "is for a Server of the output, and may judge requests that SMI allows");
                }
            }
            default -> {}
        }
    }

    private static boolean isForServer(OtherResource route, Set<ResourceRef> emitted) {
        return ResourceFields.objects(ResourceFields.spec(route), "parentRefs")
                .anyMatch(parent -> "Server".equals(parent.get("kind")) && refersTo(parent, emitted));
    }

    private static boolean refersTo(Map<?, ?> reference, Set<ResourceRef> emitted) {
        return emitted.stream().anyMatch(ref -> ref.name().equals(reference.get("name")));
    }

    private void reportAllows(OtherResource resource) {
        out.report(
                LinkerdCode.POLICY_ALLOWS_MORE,
                ref(resource),
                SPEC,
                "allows calls to workloads in scope, beside what SMI allows");
    }

    /** What cannot be read is taken to be for the pods; so is a label that pods of a namespace may have that is not known. */
    private boolean mayBeFor(Map<?, ?> spec, Workload workload) {
        boolean known = inventory.knowsWorkloads(workload.namespace());
        Map<?, ?> labels = ResourceFields.object(ResourceFields.object(spec, "podSelector"), "matchLabels");
        boolean otherPods = labels.entrySet().stream().anyMatch(label -> {
            String own = workload.labels().get(String.valueOf(label.getKey()));
            boolean runtime = RuntimeLabels.contains(String.valueOf(label.getKey()));
            return own == null ? known && !runtime : !own.equals(label.getValue());
        });
        boolean none = spec.get("podSelector") == null && spec.get("externalWorkloadSelector") != null;
        return !otherPods && !none;
    }

    private ResourceRef ref(OtherResource resource) {
        return resource.ref().withDefaultNamespace(defaultNamespace);
    }
}
