package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.spi.TranslationContext;
import java.util.Map;

/** Which pods have a proxy that takes all of their traffic: by their annotation, else by their namespace, else all or none. */
final class TransparentProxies {
    private static final String TRANSPARENT = "consul.hashicorp.com/transparent-proxy";

    private final Inventory inventory;
    private final boolean usual;

    TransparentProxies(TranslationContext in) {
        this.inventory = in.inventory();
        this.usual = in.option(ConsulOptions.TRANSPARENT_PROXY);
    }

    /** Whether pods have one where nothing says otherwise. */
    boolean areUsual() {
        return usual;
    }

    /** Whether the pods of a workload have one; what cannot be read says no. */
    boolean has(Workload workload) {
        Map<String, String> labels = inventory.namespaceLabels(workload.namespace());
        if (workload.annotations().containsKey(TRANSPARENT)) {
            return GoFlags.read(workload.annotations(), TRANSPARENT).orElse(false);
        }
        return labels.containsKey(TRANSPARENT)
                ? GoFlags.read(labels, TRANSPARENT).orElse(false)
                : usual;
    }
}
