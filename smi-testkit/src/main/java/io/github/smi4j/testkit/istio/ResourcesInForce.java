package io.github.smi4j.testkit.istio;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The resources of Istio in a cluster after something was applied, the oldest first. */
final class ResourcesInForce {
    private static final List<String> GROUPS = List.of("networking.istio.io", "security.istio.io");
    private static final Set<String> MODELLED = Set.of("VirtualService", "AuthorizationPolicy", "PeerAuthentication");
    /** Of these groups, what the sidecars of workloads pass over. */
    private static final Set<String> IRRELEVANT = Set.of("Gateway", "GatewayClass", "ReferenceGrant", "WorkloadGroup");
    /** Groups of which anything else can change what sidecars do. */
    private static final List<String> UNKNOWN_GROUPS = List.of("extensions.istio.io", "gateway.networking.k8s.io");

    private static final String NEVER = "9999";

    private final List<Map<?, ?>> oldestFirst;
    private final String rootNamespace;
    private final String defaultNamespace;

    ResourcesInForce(List<? extends Map<String, ?>> emitted, Cluster cluster, String rootNamespace) {
        this.rootNamespace = rootNamespace;
        this.defaultNamespace = cluster.options().defaultNamespace();
        Stream.concat(GROUPS.stream(), UNKNOWN_GROUPS.stream())
                .flatMap(group -> cluster.inventory().meshResources(group).stream())
                .forEach(ResourcesInForce::requireKnown);
        Map<ResourceRef, Map<?, ?>> existing = new LinkedHashMap<>();
        GROUPS.forEach(group -> cluster.inventory()
                .meshResources(group)
                .forEach(resource -> existing.put(ref(resource), resource.toTree())));
        Map<ResourceRef, Map<?, ?>> added = new LinkedHashMap<>();
        emitted.stream().map(OtherResource::of).forEach(resource -> {
            boolean replaces = existing.containsKey(ref(resource));
            (replaces ? existing : added).put(ref(resource), resource.toTree());
        });
        List<Map<?, ?>> all = new ArrayList<>(sorted(existing));
        all.addAll(sorted(added));
        this.oldestFirst = List.copyOf(all);
    }

    /** What can change the way or the access of traffic, and is not modelled, is refused: the model never guesses. */
    private static void requireKnown(OtherResource resource) {
        String kind = resource.ref().kind();
        boolean modelled = GROUPS.contains(resource.ref().group()) && MODELLED.contains(kind);
        if (!modelled && !IRRELEVANT.contains(kind)) {
            throw new UnsupportedOperationException("the model of Istio does not know the kind " + kind);
        }
    }

    private ResourceRef ref(OtherResource resource) {
        return resource.ref().withDefaultNamespace(defaultNamespace);
    }

    /** Istio sorts by time of creation, then name, then namespace. */
    private static List<Map<?, ?>> sorted(Map<ResourceRef, Map<?, ?>> resources) {
        return resources.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ResourceRef, Map<?, ?>> e) -> created(e.getValue()))
                        .thenComparing(e -> e.getKey().name())
                        .thenComparing(e -> e.getKey().namespace().orElse("")))
                .<Map<?, ?>>map(Map.Entry::getValue)
                .toList();
    }

    private static String created(Map<?, ?> resource) {
        String time = Fields.text(Fields.object(resource, "metadata"), "creationTimestamp");
        return time.isEmpty() ? NEVER : time;
    }

    /** The resources of a kind. */
    List<Map<?, ?>> ofKind(String kind) {
        return oldestFirst.stream().filter(r -> kind.equals(r.get("kind"))).toList();
    }

    String namespace(Map<?, ?> resource) {
        String namespace = Fields.text(Fields.object(resource, "metadata"), "namespace");
        return namespace.isEmpty() ? defaultNamespace : namespace;
    }

    boolean isInRoot(Map<?, ?> resource) {
        return namespace(resource).equals(rootNamespace);
    }

    /** Whether its selector is for a workload: no label is every workload; in the root namespace that of every namespace. */
    boolean selects(Map<?, ?> resource, Workload workload) {
        Map<?, ?> labels = labels(resource);
        return (isInRoot(resource) || namespace(resource).equals(workload.namespace()))
                && workload.labels().entrySet().containsAll(labels.entrySet());
    }

    /** The labels of the selector; none if it has no selector. */
    static Map<?, ?> labels(Map<?, ?> resource) {
        Map<?, ?> selector = Fields.object(Fields.object(resource, "spec"), "selector");
        Fields.requireKnown(selector, "a selector", "matchLabels");
        return Fields.object(selector, "matchLabels");
    }
}
