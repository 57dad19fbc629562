package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.OtherResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** VirtualServices of the input, which a generated one would meet on one host: the oldest wins, and none is merged. */
final class ExistingVirtualServices {
    private static final String GROUP = "networking.istio.io";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String MESH_GATEWAY = "mesh";

    private final List<OtherResource> virtualServices;
    private final String clusterDomain;

    ExistingVirtualServices(Inventory inventory, String clusterDomain) {
        this.virtualServices = inventory.meshResources(GROUP).stream()
                .filter(r -> r.kind().equals("VirtualService"))
                .filter(r -> !isOurs(r))
                .toList();
        this.clusterDomain = clusterDomain;
    }

    /** One for this host, if there is any; of several the first by namespace and name. */
    Optional<OtherResource> forHost(ServiceName host) {
        return virtualServices.stream()
                .filter(vs -> appliesToMesh(vs) && hosts(vs).stream().anyMatch(h -> meets(h, vs, host)))
                .min((a, b) -> a.ref().compareTo(b.ref()));
    }

    /** An earlier output of ours is replaced, not met. */
    private static boolean isOurs(OtherResource resource) {
        return object(object(resource.toTree(), "metadata"), "labels").get(MANAGED_BY) instanceof String by
                && by.equals("smi4j");
    }

    private static boolean appliesToMesh(OtherResource virtualService) {
        List<?> gateways = list(spec(virtualService), "gateways");
        return gateways.isEmpty() || gateways.contains(MESH_GATEWAY);
    }

    private boolean meets(Object host, OtherResource virtualService, ServiceName service) {
        if (!(host instanceof String name)) {
            return false;
        }
        String full = service.dnsName(clusterDomain);
        if (name.startsWith("*")) {
            return full.endsWith(name.substring(1));
        }
        boolean shortHere = !name.contains(".")
                && virtualService.ref().namespace().orElse(service.namespace()).equals(service.namespace());
        return name.equals(full) || (shortHere && name.equals(service.name()));
    }

    private static List<?> hosts(OtherResource virtualService) {
        return list(spec(virtualService), "hosts");
    }

    private static Map<?, ?> spec(OtherResource resource) {
        return object(resource.toTree(), "spec");
    }

    private static Map<?, ?> object(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<?> list(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof List<?> list ? list : List.of();
    }
}
