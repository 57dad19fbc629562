package io.github.smi4j.testkit.consul;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.tree.Fields;
import java.util.Map;
import java.util.Optional;

/** Reads config entries, from resources and in their native form. */
final class EntryReader {
    private final Settings settings;
    private final String defaultNamespace;

    EntryReader(Settings settings, String defaultNamespace) {
        this.settings = settings;
        this.defaultNamespace = defaultNamespace;
    }

    /** What a resource or a native entry says. */
    ConfigEntry read(Map<String, ?> tree) {
        return NativeEntry.isNative(tree) ? readNative(tree) : readResource(OtherResource.of(tree));
    }

    private static ConfigEntry readNative(Map<String, ?> tree) {
        String kind = NativeEntry.kind(tree);
        if (!ConfigEntry.KINDS.containsValue(kind)) {
            throw new UnsupportedOperationException("the model of Consul does not know the config entry " + kind);
        }
        String namespace = Fields.text(tree, "Namespace");
        ConsulService service =
                new ConsulService(namespace.isEmpty() ? Settings.DEFAULT : namespace, Fields.text(tree, "Name"));
        return new ConfigEntry(kind, service, NativeEntry.spec(tree), Optional.empty());
    }

    private ConfigEntry readResource(OtherResource resource) {
        ResourceRef ref = resource.ref().withDefaultNamespace(defaultNamespace);
        String kind = ConfigEntry.KINDS.getOrDefault(ref.kind(), "");
        if (!ref.group().equals(ConfigEntry.GROUP) || kind.isEmpty()) {
            throw new UnsupportedOperationException("the model of Consul does not know what " + ref + " does");
        }
        Map<?, ?> spec = Fields.object(resource.toTree(), "spec");
        String namespace = settings.namespace(ref.namespace().orElse(defaultNamespace));
        ConsulService service = new ConsulService(namespace, ref.name());
        if (kind.equals(ConfigEntry.INTENTIONS)) {
            Map<?, ?> destination = Fields.object(spec, "destination");
            String given = Fields.text(destination, "namespace");
            service = new ConsulService(given.isEmpty() ? namespace : given, Fields.text(destination, "name"));
        }
        boolean isGlobal = kind.equals(ConfigEntry.PROXY_DEFAULTS) || kind.equals(ConfigEntry.MESH);
        return new ConfigEntry(
                kind, isGlobal ? new ConsulService(Settings.DEFAULT, ref.name()) : service, spec, Optional.of(ref));
    }
}
