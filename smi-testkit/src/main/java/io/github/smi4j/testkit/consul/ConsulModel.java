package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import java.util.List;
import java.util.Map;

/**
 * Consul on Kubernetes with sidecars: what ServiceIntentions, ServiceDefaults, ServiceRouters, ServiceSplitters and
 * ServiceResolvers do, those that a translator emits, as resources or as native config entries, and those that the cluster has
 * already; and of those that are there also ProxyDefaults and Mesh. Settings: {@code edition} ({@code community} unless given,
 * or {@code enterprise}), {@code acls} (true), {@code namespace-mirroring} (true) and {@code namespace-prefix} (empty) of the
 * enterprise edition, {@code default-policy} ({@code deny}, or {@code allow}), and {@code transparent-proxy} (true). The trust
 * domain of Consul is that of the cluster.
 *
 * <p>What is emitted and would be refused because of what else is there, such as a second entry for one destination or a chain
 * of several protocols, is not in force. Other entries are retried until they are accepted, so their order does not matter.
 *
 * <p>Pods are taken to be injected unless they say otherwise. A pod that is not registered as exactly one service, or with ACLs
 * as another than its service account is named after, never starts: nothing is carried to it, and it calls nobody. A caller that
 * cannot exist is denied. A service account stands for the services of its pods; without any pod for the service of its name if
 * there are ACLs, and otherwise for any service of its namespace, if that may hold more than is known.
 *
 * <p>A way is that of a client in the mesh that may see the Service. It is absent where the port that is called is not the one that
 * Consul knows of, where a Service stands for pods that are registered under another name, where several Services of the cluster
 * are one service of Consul, and where a Service without pods of its own has no virtual address, which only resources give it.
 *
 * <p>Not modelled, and refused where it matters: tokens (JWT), sameness groups, subsets of services, failover, peers, partitions and
 * datacenters, changes of paths and headers, extensions of Envoy, exposed paths, settings of single proxies, and all other kinds
 * of resources. Left out altogether: the ports from 20200 on that sidecars open for metrics and for health checks, what clients
 * set for their upstreams, the headers that Envoy adds on the way, and pods that the controller fails to register since a
 * Service of theirs names a port that they do not have.
 */
public final class ConsulModel implements MeshModel {
    private ConsulModel() {}

    /** The model. */
    public static ConsulModel create() {
        return new ConsulModel();
    }

    @Override
    public ModelledMesh apply(List<? extends Map<String, ?>> resources, Cluster cluster) {
        Settings settings = Settings.of(cluster);
        ConfigEntries entries = new EntriesInForce(settings, cluster).after(resources);
        return new ConsulMesh(entries, cluster.inventory(), settings);
    }

    @Override
    public List<String> faults(Map<String, ?> resource) {
        return ConsulAdmission.faults(resource);
    }
}
