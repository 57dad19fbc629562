package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources that Linkerd reads in a cluster after something was applied. */
final class ResourcesInForce {
    private static final Set<String> GROUPS = Set.of(Resource.POLICY, Resource.PROFILES, Resource.GATEWAY);
    /** Only annotations of these are emitted, which are not in force before pods start again. */
    private static final Set<String> PATCHED = Set.of(
            "/Namespace",
            "/Pod",
            "apps/Deployment",
            "apps/StatefulSet",
            "apps/DaemonSet",
            "apps/ReplicaSet",
            "batch/Job",
            "batch/CronJob");

    private static final Set<String> KNOWN = Set.of(
            "policy.linkerd.io/Server",
            "policy.linkerd.io/HTTPRoute",
            "policy.linkerd.io/AuthorizationPolicy",
            "policy.linkerd.io/MeshTLSAuthentication",
            "policy.linkerd.io/NetworkAuthentication",
            "policy.linkerd.io/ServerAuthorization",
            "linkerd.io/ServiceProfile",
            "gateway.networking.k8s.io/HTTPRoute",
            "gateway.networking.k8s.io/TCPRoute");

    private final Map<ResourceRef, Resource> all = new LinkedHashMap<>();

    ResourcesInForce(List<? extends Map<String, ?>> emitted, Cluster cluster, Settings settings) {
        String defaultNamespace = cluster.options().defaultNamespace();
        for (String group : List.of(Resource.POLICY, Resource.PROFILES, Resource.GATEWAY)) {
            for (OtherResource resource : cluster.inventory().meshResources(group)) {
                Map<?, ?> metadata = Fields.object(resource.toTree(), "metadata");
                put(resource, defaultNamespace, Fields.text(metadata, "creationTimestamp"));
            }
        }
        for (Map<String, ?> tree : emitted) {
            OtherResource resource = OtherResource.of(tree);
            if (isRead(resource)) {
                Resource before = all.get(resource.ref().withDefaultNamespace(defaultNamespace));
                put(resource, defaultNamespace, before == null ? Resource.NOW : before.created());
            }
        }
        if (!settings.hasGatewayApi()) {
            all.values().removeIf(resource -> resource.group().equals(Resource.GATEWAY));
        }
    }

    private static boolean isRead(OtherResource resource) {
        ResourceRef ref = resource.ref();
        if (!GROUPS.contains(ref.group()) && !PATCHED.contains(ref.group() + "/" + ref.kind())) {
            throw new UnsupportedOperationException("the model of Linkerd does not know what " + ref + " does");
        }
        return GROUPS.contains(ref.group());
    }

    private void put(OtherResource resource, String defaultNamespace, String created) {
        ResourceRef ref = resource.ref().withDefaultNamespace(defaultNamespace);
        String namespace = ref.namespace().orElse(defaultNamespace);
        all.put(ref, new Resource(ref.group(), ref.kind(), namespace, ref.name(), created, resource.toTree()));
    }

    /** The resources of a kind. */
    List<Resource> ofKind(String group, String kind) {
        return all.values().stream()
                .filter(r -> r.group().equals(group) && r.kind().equals(kind))
                .toList();
    }

    /** The HTTPRoutes of both groups. */
    List<Resource> httpRoutes() {
        List<Resource> routes = new ArrayList<>(ofKind(Resource.POLICY, "HTTPRoute"));
        routes.addAll(ofKind(Resource.GATEWAY, "HTTPRoute"));
        return routes;
    }

    /** Refuses resources of other kinds that are about a Server or a Service. */
    void requireKnownAbout(String kind, String namespace, String name) {
        for (Resource resource : all.values()) {
            if (!KNOWN.contains(resource.group() + "/" + resource.kind()) && isAbout(resource, kind, namespace, name)) {
                throw new UnsupportedOperationException(
                        "the model of Linkerd does not know what " + resource + " does");
            }
        }
    }

    private static boolean isAbout(Resource resource, String kind, String namespace, String name) {
        List<Map<?, ?>> refs = new ArrayList<>(Fields.objects(resource.spec(), "parentRefs"));
        refs.addAll(Fields.objects(resource.spec(), "targetRefs"));
        refs.add(Fields.object(resource.spec(), "targetRef"));
        return refs.stream().anyMatch(ref -> {
            String given = Fields.text(ref, "namespace");
            return kind.equals(ref.get("kind"))
                    && name.equals(ref.get("name"))
                    && namespace.equals(given.isEmpty() ? resource.namespace() : given);
        });
    }
}
