package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.spi.ResourceFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resources of Istio's security API in the input, which decide beside those that are emitted. */
final class ExistingPolicies {
    private static final String GROUP = "security.istio.io";
    private static final String DRY_RUN = "istio.io/dry-run";
    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");

    private final List<OtherResource> resources;
    private final ScopeSelection selection;
    private final Scope scope;
    private final String rootNamespace;
    private final String defaultNamespace;

    ExistingPolicies(Inventory inventory, Scope scope, String rootNamespace, String defaultNamespace) {
        this.resources = inventory.meshResources(GROUP);
        this.selection = new ScopeSelection(inventory, scope);
        this.scope = scope;
        this.rootNamespace = rootNamespace;
        this.defaultNamespace = defaultNamespace;
    }

    /** The resources of a kind that are for some workload in scope, but for earlier outputs that are replaced. */
    List<OtherResource> inScope(String kind, Set<ResourceRef> emitted) {
        return resources.stream()
                .filter(r -> r.kind().equals(kind))
                .filter(r -> !(ResourceFields.isOurs(r) && emitted.contains(ref(r))))
                .filter(this::isInScope)
                .toList();
    }

    /** Whether the input has a resource of this kind and name that is not an earlier output. */
    boolean isTaken(String kind, String namespace, String name) {
        return resources.stream()
                .filter(r -> r.kind().equals(kind) && !ResourceFields.isOurs(r))
                .anyMatch(r -> namespace(r).equals(namespace) && r.ref().name().equals(name));
    }

    /** The resource by its full name. */
    ResourceRef ref(OtherResource resource) {
        return resource.ref().withDefaultNamespace(defaultNamespace);
    }

    String namespace(OtherResource resource) {
        return resource.ref().namespace().orElse(defaultNamespace);
    }

    /** Whether it is in the root namespace, whose policies are for all namespaces. */
    boolean isInRoot(OtherResource resource) {
        return namespace(resource).equals(rootNamespace);
    }

    /** Whether it is for all workloads of its namespace, or of the mesh. */
    boolean isWithoutSelector(OtherResource resource) {
        return labels(resource).filter(Map::isEmpty).isPresent();
    }

    /** Whether it is only tried out: Istio reads the annotation as Go reads a truth value. */
    static boolean isDryRun(OtherResource resource) {
        return ResourceFields.object(ResourceFields.metadata(resource), "annotations")
                                .get(DRY_RUN)
                        instanceof String text
                && TRUE.contains(text);
    }

    /** The labels that it selects by, all for none; absent where they cannot be read. */
    private static Optional<Map<String, String>> labels(OtherResource resource) {
        return ScopeSelection.labels(
                ResourceFields.object(ResourceFields.object(ResourceFields.spec(resource), "selector"), "matchLabels"));
    }

    /** What cannot be read, or known, is taken to be for a workload in scope. */
    private boolean isInScope(OtherResource resource) {
        if (isForGateways(resource)) {
            return false;
        }
        return governed()
                .filter(namespace -> isInRoot(resource) || namespace.equals(namespace(resource)))
                .anyMatch(namespace -> selection.mayHit(labels(resource), namespace));
    }

    /** Whether it is for gateways and waypoints, which proxies of workloads pass over; empty references say nothing. */
    private static boolean isForGateways(OtherResource resource) {
        Map<?, ?> spec = ResourceFields.spec(resource);
        return !ResourceFields.list(spec, "targetRefs").isEmpty()
                || !ResourceFields.object(spec, "targetRef").isEmpty();
    }

    /** The namespaces in which something is in scope. */
    private Stream<String> governed() {
        return Stream.concat(
                        scope.namespaces().stream(),
                        scope.destinations().stream().map(Workload::namespace))
                .distinct();
    }
}
