package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.Edition;
import io.github.smi4j.translate.spi.TranslationContext;

/** What a name of Kubernetes is called in Consul. */
final class ConsulNames {
    private final boolean mirrored;
    private final boolean enterprise;
    private final String prefix;

    ConsulNames(TranslationContext in) {
        this.enterprise = in.option(ConsulOptions.EDITION) == Edition.ENTERPRISE;
        this.mirrored = enterprise && in.option(ConsulOptions.NAMESPACE_MIRRORING);
        this.prefix = in.option(ConsulOptions.NAMESPACE_PREFIX);
    }

    /** The service of a name in a namespace of Kubernetes. */
    ConsulName of(String namespace, String name) {
        return new ConsulName(mirrored ? prefix + namespace : "", name);
    }

    /** Whether services of one name are one service, wherever they are in Kubernetes. */
    boolean areGlobal() {
        return !mirrored;
    }

    /** Whether Consul has namespaces. */
    boolean areOfEnterprise() {
        return enterprise;
    }
}
