package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.OutputForm;
import io.github.smi4j.translate.consul.config.ConfigEntry;
import io.github.smi4j.translate.consul.config.NativeEntry;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.Optional;

/** Emits config entries in the form that was asked for. */
final class EntryWriter {
    private final ConsulNames names;
    private final boolean asNative;
    private final Optional<String> datacenter;
    private final TranslationOutput out;

    EntryWriter(TranslationContext in, ConsulNames names, TranslationOutput out) {
        this.names = names;
        this.asNative = in.option(ConsulOptions.OUTPUT) == OutputForm.NATIVE;
        this.datacenter = Optional.of(in.option(ConsulOptions.DATACENTER)).filter(name -> !name.isEmpty());
        this.out = out;
    }

    /** Whether custom resources are written, which consul-k8s checks before Consul does. */
    boolean writesResources() {
        return !asNative;
    }

    void write(ConfigEntry entry, Collection<ResourceRef> sources) {
        String namespace = entry.metadata().namespace().orElse("");
        out.emit(
                asNative ? new NativeEntry(entry, names.of(namespace, "").consulNamespace(), datacenter) : entry,
                sources);
    }
}
