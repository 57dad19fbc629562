package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What annotations say of pods and Services: their own, else those of their namespace. */
final class Annotations {
    private static final String PREFIX = "config.linkerd.io/";
    private static final List<String> VALID = List.of("enabled", "ingress", "disabled");

    private final Inventory inventory;
    private final List<OtherResource> patches;

    /**
     * The annotations of a cluster.
     *
     * @param patches what was added to namespaces and workloads before their pods started
     */
    Annotations(Inventory inventory, List<OtherResource> patches) {
        this.inventory = inventory;
        this.patches = patches;
    }

    /** Whether pods are to have a proxy; those that nothing is said of have one, and those of which something invalid is said have none. */
    boolean isInjected(Workload workload) {
        String namespace =
                inventory.namespaceAnnotations(workload.namespace()).getOrDefault("linkerd.io/inject", "enabled");
        String own = workload.annotations().getOrDefault("linkerd.io/inject", namespace);
        return VALID.contains(namespace) && VALID.contains(own) && !own.equals("disabled");
    }

    /** A setting of the proxy of pods, by its name without the prefix. */
    String of(Workload workload, String name, String otherwise) {
        String key = PREFIX + name;
        return patched(workload, key)
                .or(() -> Optional.ofNullable(workload.annotations().get(key)))
                .orElseGet(() -> of(workload.namespace(), key, otherwise));
    }

    /** A setting of a Service. */
    String of(KubernetesService service, String name, String otherwise) {
        String key = PREFIX + name;
        String inherited = of(service.name().namespace(), key, otherwise);
        return service.annotations().getOrDefault(key, inherited);
    }

    private String of(String namespace, String key, String otherwise) {
        return patches.stream()
                .filter(patch ->
                        patch.kind().equals("Namespace") && patch.ref().name().equals(namespace))
                .flatMap(patch -> text(Fields.object(patch.toTree(), "metadata"), key).stream())
                .findFirst()
                .orElseGet(() -> inventory.namespaceAnnotations(namespace).getOrDefault(key, otherwise));
    }

    private Optional<String> patched(Workload workload, String key) {
        return patches.stream()
                .filter(patch -> patch.ref().equals(workload.ref()))
                .map(patch -> Fields.object(patch.toTree(), "spec"))
                .map(spec -> spec.containsKey("jobTemplate")
                        ? Fields.object(Fields.object(spec, "jobTemplate"), "spec")
                        : spec)
                .flatMap(spec -> text(Fields.object(Fields.object(spec, "template"), "metadata"), key).stream())
                .findFirst();
    }

    private static Optional<String> text(Map<?, ?> metadata, String key) {
        return Optional.of(Fields.text(Fields.object(metadata, "annotations"), key))
                .filter(text -> !text.isEmpty());
    }
}
