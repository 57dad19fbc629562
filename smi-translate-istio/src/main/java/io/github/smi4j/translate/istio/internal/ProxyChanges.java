package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.spi.ResourceFields;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports resources of the input that change what the proxies of workloads in scope do, beyond any policy. */
final class ProxyChanges {
    private final List<OtherResource> resources;
    private final ScopeSelection selection;
    private final String rootNamespace;
    private final String defaultNamespace;
    private final TranslationOutput out;

    ProxyChanges(
            Inventory inventory, Scope scope, String rootNamespace, String defaultNamespace, TranslationOutput out) {
        this.selection = new ScopeSelection(inventory, scope);
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
        Map<?, ?> given = ResourceFields.object(
                ResourceFields.object(ResourceFields.spec(resource), "workloadSelector"), "labels");
        return selection.mayHit(ScopeSelection.labels(given), namespace);
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
