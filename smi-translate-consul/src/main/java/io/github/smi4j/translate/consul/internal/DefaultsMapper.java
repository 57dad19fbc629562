package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.DefaultsMode;
import io.github.smi4j.translate.consul.config.ServiceDefaults;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** ServiceDefaults for the services whose requests Consul must see, and that are to insist on mutual TLS. Not thread-safe. */
final class DefaultsMapper {
    private static final FieldPath ROOT = FieldPath.root();

    private final DefaultsMode mode;
    private final ExistingEntries existing;
    private final TranslationOutput out;
    private final SortedMap<ConsulName, Draft> drafts = new TreeMap<>();

    /** What is needed of one service. */
    private static final class Draft {
        private final String namespace;
        private final String protocol;
        private final Set<ResourceRef> sources = new TreeSet<>();
        private boolean protocolNeeded;
        private boolean strict;

        Draft(String namespace, String protocol) {
            this.namespace = namespace;
            this.protocol = protocol;
        }
    }

    DefaultsMapper(TranslationContext in, ExistingEntries existing, TranslationOutput out) {
        this.mode = in.option(ConsulOptions.SERVICE_DEFAULTS);
        this.existing = existing;
        this.out = out;
    }

    /**
     * Asks for a protocol that Consul must know of.
     *
     * @param namespace the namespace of Kubernetes for the entry
     * @param sources the SMI resources that need it
     */
    void speaks(ConsulName service, String namespace, String protocol, Collection<ResourceRef> sources) {
        if (existing.protocol(service).isEmpty()) {
            Draft draft = draft(service, namespace, protocol);
            draft.sources.addAll(sources);
            draft.protocolNeeded = true;
        }
    }

    /** Whether mutual TLS that is asked for is written, and so wins over what the mesh says. */
    boolean writesStrict(ConsulName service) {
        return mode == DefaultsMode.GENERATE && existing.defaults(service).isEmpty();
    }

    /** Asks for mutual TLS, whatever the mesh says. */
    void isStrict(ConsulName service, String namespace, String protocol, Collection<ResourceRef> sources) {
        Optional<ResourceRef> other = existing.defaults(service);
        if (other.isPresent()) {
            if (!existing.isStrict(service)) {
                out.report(
                        ConsulCode.MTLS_NOT_WRITTEN,
                        other.get(),
                        FieldPath.of("spec", "mutualTLSMode"),
                        "does not say strict, and is not overwritten; mtls=strict is not written for the service "
                                + service);
            }
            return;
        }
        Draft draft = draft(service, namespace, protocol);
        draft.sources.addAll(sources);
        draft.strict = true;
    }

    private Draft draft(ConsulName service, String namespace, String protocol) {
        return drafts.computeIfAbsent(service, s -> new Draft(namespace, protocol));
    }

    /** Emits what was asked for, or names it where the cluster is to have it. */
    void write(EntryWriter writer) {
        drafts.forEach((service, draft) -> {
            if (mode == DefaultsMode.GENERATE) {
                ServiceDefaults.Builder entry = ServiceDefaults.builder()
                        .metadata(ObjectMeta.builder()
                                .name(service.name())
                                .namespace(draft.namespace)
                                .build())
                        .protocol(draft.protocol);
                if (draft.strict) {
                    entry.mutualTLSMode("strict");
                }
                writer.write(entry.build(), draft.sources);
            } else {
                draft.sources.forEach(source -> report(source, service, draft));
            }
        });
    }

    private void report(ResourceRef source, ConsulName service, Draft draft) {
        boolean owned = source.kind().equals("TrafficTarget") || source.kind().equals("TrafficSplit");
        if (owned && draft.protocolNeeded) {
            out.report(
                    ConsulCode.DEFAULTS_REQUIRED,
                    source,
                    ROOT,
                    "needs ServiceDefaults with protocol " + draft.protocol + " for the service " + service
                            + ", which the input lacks; without them Consul refuses what is emitted");
        }
        if (owned && draft.strict) {
            out.report(
                    ConsulCode.MTLS_NOT_WRITTEN,
                    source,
                    ROOT,
                    "needs ServiceDefaults with mutualTLSMode strict for the service " + service
                            + ", which are not generated");
        }
    }
}
