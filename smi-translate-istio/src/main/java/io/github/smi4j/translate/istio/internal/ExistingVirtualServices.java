package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.spi.ResourceFields;
import java.util.List;
import java.util.Optional;

/** VirtualServices of the input, which a generated one would meet on one host: the oldest wins, and none is merged. */
public final class ExistingVirtualServices {
    private static final String GROUP = "networking.istio.io";
    private static final String MESH_GATEWAY = "mesh";

    private final List<OtherResource> virtualServices;
    private final String clusterDomain;
    private final String defaultNamespace;

    private ExistingVirtualServices(Inventory inventory, PolicyOptions options) {
        this.virtualServices = inventory.meshResources(GROUP).stream()
                .filter(r -> r.kind().equals("VirtualService"))
                .toList();
        this.clusterDomain = options.clusterDomain();
        this.defaultNamespace = options.defaultNamespace();
    }

    /** Those of an inventory. */
    public static ExistingVirtualServices of(Inventory inventory, PolicyOptions options) {
        return new ExistingVirtualServices(inventory, options);
    }

    /**
     * One for this host, if there is any; of several the first by namespace and name. An earlier output of the same name is
     * replaced, not met.
     */
    Optional<OtherResource> forHost(ServiceName host, String ownName) {
        return virtualServices.stream()
                .filter(vs -> !(ResourceFields.isOurs(vs) && isNamed(vs, host.namespace(), ownName)))
                .filter(vs -> appliesToMesh(vs) && hosts(vs).stream().anyMatch(h -> meets(h, vs, host)))
                .min((a, b) -> a.ref().compareTo(b.ref()));
    }

    private static boolean appliesToMesh(OtherResource virtualService) {
        List<?> gateways = ResourceFields.list(ResourceFields.spec(virtualService), "gateways");
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
        boolean shortHere = !name.contains(".") && namespace(virtualService).equals(service.namespace());
        return name.equals(full) || (shortHere && name.equals(service.name()));
    }

    /** Whether one has this name: a generated one of the same name would replace it. */
    boolean isName(String namespace, String name) {
        return virtualServices.stream().anyMatch(vs -> !ResourceFields.isOurs(vs) && isNamed(vs, namespace, name));
    }

    private boolean isNamed(OtherResource virtualService, String namespace, String name) {
        return namespace(virtualService).equals(namespace)
                && virtualService.ref().name().equals(name);
    }

    private String namespace(OtherResource virtualService) {
        return virtualService.ref().namespace().orElse(defaultNamespace);
    }

    private static List<?> hosts(OtherResource virtualService) {
        return ResourceFields.list(ResourceFields.spec(virtualService), "hosts");
    }
}
