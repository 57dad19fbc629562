package io.github.smi4j.testkit.consul;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The config entries that Consul has after something was applied. First the webhooks look at resources, each beside those that are
 * there and those before it; what they take is written until Consul accepts it, or no more of it.
 */
final class EntriesInForce {
    private final Settings settings;
    private final EntryReader reader;
    private final List<ConfigEntry> there;

    EntriesInForce(Settings settings, Cluster cluster) {
        this.settings = settings;
        this.reader = new EntryReader(settings, cluster.options().defaultNamespace());
        this.there = cluster.inventory().meshResources(ConfigEntry.GROUP).stream()
                .map(OtherResource::toTree)
                .map(reader::read)
                .toList();
    }

    ConfigEntries after(List<? extends Map<String, ?>> emitted) {
        List<ConfigEntry> resources = new ArrayList<>(there);
        List<ConfigEntry> pending = new ArrayList<>();
        for (Map<String, ?> tree : emitted) {
            ConfigEntry entry = reader.read(tree);
            if (entry.isGlobal()) {
                throw new UnsupportedOperationException("the model of Consul knows no " + entry + " that is emitted");
            }
            if (isAdmitted(entry, resources) && (settings.enterprise() || !namesNamespace(tree))) {
                resources.add(entry);
                pending.add(entry);
            }
        }
        ConfigEntries written = ConfigEntries.of(there);
        boolean more = true;
        while (more) {
            more = false;
            for (ConfigEntry entry : List.copyOf(pending)) {
                ConfigEntries tried = written.with(entry);
                if (isAccepted(entry, written, tried)) {
                    written = tried;
                    pending.remove(entry);
                    more = true;
                }
            }
        }
        return written;
    }

    /** What the webhooks say, and what both sides say of namespaces. */
    private boolean isAdmitted(ConfigEntry entry, List<ConfigEntry> resources) {
        if (!settings.enterprise() && namesNamespaces(entry.spec())) {
            return false;
        }
        Optional<ResourceRef> object = entry.object();
        if (object.isEmpty()) {
            return true;
        }
        Optional<ConfigEntry> same = resources.stream()
                .filter(other -> other.object().equals(object))
                .findFirst();
        return same.isPresent()
                ? same.get().service().equals(entry.service())
                : resources.stream().noneMatch(other -> isDuplicate(entry, other));
    }

    private static boolean namesNamespace(Map<String, ?> tree) {
        return NativeEntry.isNative(tree) && (tree.containsKey("Namespace") || tree.containsKey("Partition"));
    }

    private boolean isDuplicate(ConfigEntry entry, ConfigEntry other) {
        return other.kind().equals(entry.kind())
                && other.service().name().equals(entry.service().name())
                && (!settings.mirroring()
                        || other.service().namespace().equals(entry.service().namespace()));
    }

    /** Without the enterprise edition neither namespaces nor partitions may be named, be it the default ones. */
    private static boolean namesNamespaces(Map<?, ?> tree) {
        if (tree.isEmpty()) {
            return false;
        }
        boolean named = !Fields.text(tree, "namespace").isEmpty()
                || !Fields.text(tree, "partition").isEmpty();
        return named
                || Stream.of("destination", "redirect").anyMatch(field -> namesNamespaces(Fields.object(tree, field)))
                || Stream.of("sources", "splits", "routes")
                        .anyMatch(field ->
                                Fields.objects(tree, field).stream().anyMatch(EntriesInForce::namesNamespaces));
    }

    /** Consul accepts what brings no contradiction that was not there. */
    private static boolean isAccepted(ConfigEntry entry, ConfigEntries before, ConfigEntries after) {
        boolean permissive = entry.kind().equals(ConfigEntry.DEFAULTS)
                && Fields.text(entry.spec(), "mutualTLSMode").equals(ServiceProtocols.PERMISSIVE);
        boolean allowed = !permissive
                || before.global(ConfigEntry.MESH, "mesh")
                        .filter(mesh -> Boolean.TRUE.equals(mesh.spec().get("allowEnablingPermissiveMutualTLS")))
                        .isPresent();
        return allowed
                && new ServiceGraph(before).contradictions().containsAll(new ServiceGraph(after).contradictions());
    }
}
