package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import java.util.List;
import java.util.Map;

/**
 * Linkerd 2.14 and later: what Servers, HTTPRoutes, TCPRoutes, AuthorizationPolicies and ServiceProfiles do, those that a
 * translator emits and those that the cluster has already. Settings: {@code linkerd-version} (2.18 unless given),
 * {@code gateway-api} (the release of the Gateway API, 1.2 unless given; {@code none}, or with {@code -experimental}), and
 * {@code control-plane-namespace} ({@code linkerd} unless given).
 *
 * <p>An annotation of pods or namespaces that is emitted is not in force, since pods take it when they start, unless the model is
 * that {@linkplain #afterRestart() after a restart}. Where requests may or may not be seen as such, and where age decides that nobody knows, the outcome is
 * {@link io.github.smi4j.testkit.mesh.Outcome#EITHER}, and the way is absent.
 *
 * <p>Not modelled, and refused where a resource asks for it: ServerAuthorization, GRPCRoute and TLSRoute, hostnames, filters,
 * timeouts, parameters of queries, and routes or profiles that are for the clients of another namespace.
 */
public final class LinkerdModel implements MeshModel {
    private final boolean restarted;

    private LinkerdModel(boolean restarted) {
        this.restarted = restarted;
    }

    /** The model, as it is at once. */
    public static LinkerdModel create() {
        return new LinkerdModel(false);
    }

    /** The model, once all pods were created anew. */
    public static LinkerdModel afterRestart() {
        return new LinkerdModel(true);
    }

    @Override
    public ModelledMesh apply(List<? extends Map<String, ?>> resources, Cluster cluster) {
        Settings settings = Settings.of(cluster);
        List<OtherResource> patches =
                restarted ? resources.stream().map(OtherResource::of).toList() : List.<OtherResource>of();
        Annotations annotations = new Annotations(cluster.inventory(), patches);
        return new LinkerdMesh(new ResourcesInForce(resources, cluster, settings), cluster, annotations, settings);
    }

    @Override
    public List<String> faults(Map<String, ?> resource) {
        return LinkerdAdmission.faults(resource);
    }
}
