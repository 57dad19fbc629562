package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import java.util.List;
import java.util.Map;

/**
 * Istio with sidecars: what AuthorizationPolicies, PeerAuthentications and VirtualServices do, those that a translator emits
 * and those that the cluster has already. The setting {@code root-namespace} names the root namespace of the mesh,
 * {@code istio-system} unless given. Not modelled, and refused where a resource asks for it: claims of JSON web tokens,
 * addresses of callers, routes for TLS, delegation, what changes requests on their way, and resources of Istio of any other kind
 * that changes what sidecars do, such as DestinationRule, EnvoyFilter, ServiceEntry and Sidecar.
 */
public final class IstioModel implements MeshModel {
    private static final String ROOT_NAMESPACE = "root-namespace";

    private IstioModel() {}

    /** The model. */
    public static IstioModel create() {
        return new IstioModel();
    }

    @Override
    public ModelledMesh apply(List<? extends Map<String, ?>> resources, Cluster cluster) {
        String root = cluster.settings().getOrDefault(ROOT_NAMESPACE, "istio-system");
        return new IstioMesh(new ResourcesInForce(resources, cluster, root), cluster);
    }

    @Override
    public List<String> faults(Map<String, ?> resource) {
        return IstioAdmission.faults(resource);
    }
}
