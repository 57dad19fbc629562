package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports resources of the input that change what the proxies of workloads in scope do, beyond any policy. */
final class ProxyChanges {
    private final List<OtherResource> resources;
    private final String rootNamespace;
    private final String defaultNamespace;
    private final TranslationOutput out;

    ProxyChanges(Inventory inventory, String rootNamespace, String defaultNamespace, TranslationOutput out) {
        this.resources = inventory.meshResources("networking.istio.io");
        this.rootNamespace = rootNamespace;
        this.defaultNamespace = defaultNamespace;
        this.out = out;
    }

    void report(Set<String> namespaces) {
        for (OtherResource resource : resources) {
            String namespace = resource.ref().namespace().orElse(defaultNamespace);
            boolean here = namespaces.contains(namespace) || (namespace.equals(rootNamespace) && !namespaces.isEmpty());
            if (here && isChange(resource)) {
                out.report(
                        IstioCode.PROXY_CHANGED,
                        resource.ref().withDefaultNamespace(defaultNamespace),
                        FieldPath.of("spec"),
                        "changes the proxies of workloads in scope, and may take the rules of access away");
            }
        }
    }

    /** A Sidecar can leave traffic that comes in alone; what an EnvoyFilter does is not known. */
    private static boolean isChange(OtherResource resource) {
        return resource.kind().equals("EnvoyFilter") || (resource.kind().equals("Sidecar") && isUncaptured(resource));
    }

    private static boolean isUncaptured(OtherResource sidecar) {
        return ResourceFields.list(ResourceFields.spec(sidecar), "ingress").stream()
                .anyMatch(l -> l instanceof Map<?, ?> listener && "NONE".equals(listener.get("captureMode")));
    }
}
