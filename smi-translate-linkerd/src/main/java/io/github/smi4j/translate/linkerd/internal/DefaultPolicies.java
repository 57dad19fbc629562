package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.translate.linkerd.LinkerdCode;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of ports without a Server: an annotation of the namespace, or of the workload, closes them, and pods read it when
 * they are created. So it is a patch, and until pods are created anew such ports stay open.
 */
final class DefaultPolicies {
    private static final String ANNOTATION = "config.linkerd.io/default-inbound-policy";
    private static final String DENY = "deny";
    private static final FieldPath ROOT = FieldPath.root();

    private final Inventory inventory;
    private final Scope scope;
    private final TranslationOutput out;

    DefaultPolicies(Inventory inventory, Scope scope, TranslationOutput out) {
        this.inventory = inventory;
        this.scope = scope;
        this.out = out;
    }

    /** Closes a namespace in scope, unless it is closed already. */
    void map(String namespace) {
        if (DENY.equals(inventory.namespaceAnnotations(namespace).get(ANNOTATION))) {
            return;
        }
        ObjectMeta metadata = ObjectMeta.builder()
                .name(namespace)
                .putAnnotation(ANNOTATION, DENY)
                .build();
        out.patch(MeshResource.of("v1", "Namespace", metadata, Map.of()), scope.targetsOf(namespace));
        report(
                new ResourceRef("", "Namespace", Optional.empty(), namespace),
                "ports without a Server stay as they are until the patch of the namespace is applied and its pods are restarted");
    }

    /** Closes a workload in scope, unless it is closed already or its namespace decides. */
    void map(Workload workload, Collection<ResourceRef> targets) {
        Optional<String> own = Optional.ofNullable(workload.annotations().get(ANNOTATION));
        boolean ofNamespace = own.isEmpty()
                && (scope.namespaces().contains(workload.namespace())
                        || DENY.equals(inventory
                                .namespaceAnnotations(workload.namespace())
                                .get(ANNOTATION)));
        if (ofNamespace || own.filter(DENY::equals).isPresent()) {
            return;
        }
        Optional<Map<String, Object>> fields = fields(workload.kind());
        fields.ifPresent(tree -> out.patch(
                MeshResource.of(
                        workload.kind().equals("CronJob") ? "batch/v1" : "apps/v1",
                        workload.kind(),
                        ObjectMeta.builder()
                                .name(workload.name())
                                .namespace(workload.namespace())
                                .build(),
                        tree),
                targets));
        report(
                workload.ref(),
                fields.isPresent()
                        ? "ports without a Server stay as they are until the patch of the workload is applied, which restarts it"
                        : "ports without a Server stay as they are until its pods are created with the annotation "
                                + ANNOTATION + "=" + DENY);
    }

    /** Where the annotation of the pods is; absent for pods that cannot be changed. */
    private static Optional<Map<String, Object>> fields(String kind) {
        Map<String, Object> template =
                Map.of("template", Map.of("metadata", Map.of("annotations", Map.of(ANNOTATION, DENY))));
        if (kind.equals("CronJob")) {
            return Optional.of(Map.of("spec", Map.of("jobTemplate", Map.of("spec", template))));
        }
        return Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet").contains(kind)
                ? Optional.of(Map.of("spec", template))
                : Optional.empty();
    }

    private void report(ResourceRef resource, String message) {
        out.report(LinkerdCode.DENY_AFTER_RESTART, resource, ROOT, message);
    }
}
