package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reports resources of the input that change what the proxies of workloads in scope do, beyond any policy. */
final class ProxyChanges {
    private final List<OtherResource> resources;
    private final Inventory inventory;
    private final Scope scope;
    private final String rootNamespace;
    private final String defaultNamespace;
    private final TranslationOutput out;

    ProxyChanges(
            Inventory inventory, Scope scope, String rootNamespace, String defaultNamespace, TranslationOutput out) {
        this.inventory = inventory;
        this.scope = scope;
        this.resources = inventory.meshResources("networking.istio.io");
        this.rootNamespace = rootNamespace;
        this.defaultNamespace = defaultNamespace;
        this.out = out;
    }

    void report(Set<String> namespaces) {
        for (OtherResource resource : resources) {
            String namespace = resource.ref().namespace().orElse(defaultNamespace);
            boolean here = namespace.equals(rootNamespace)
                    ? !namespaces.isEmpty()
                    : namespaces.contains(namespace) && maySelectInScope(resource, namespace);
            if (here && isChange(resource)) {
                out.report(
                        IstioCode.PROXY_CHANGED,
                        resource.ref().withDefaultNamespace(defaultNamespace),
                        FieldPath.of("spec"),
                        "changes the proxies of workloads in scope, and may take the rules of access away");
            }
        }
    }

    /** Whether it is for a workload in scope, as far as it is known. */
    private boolean maySelectInScope(OtherResource resource, String namespace) {
        Map<String, String> labels = new TreeMap<>();
        ResourceFields.object(ResourceFields.object(ResourceFields.spec(resource), "workloadSelector"), "labels")
                .forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
        return !inventory.knowsWorkloads(namespace)
                || inventory.workloadsWith(namespace, labels).stream().anyMatch(scope::contains);
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
