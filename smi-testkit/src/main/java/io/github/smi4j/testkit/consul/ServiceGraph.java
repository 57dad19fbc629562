package io.github.smi4j.testkit.consul;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What contradicts itself in all entries together: Consul refuses to write an entry that brings more of it. */
final class ServiceGraph {
    private final ConfigEntries entries;
    private final ServiceProtocols protocols;

    ServiceGraph(ConfigEntries entries) {
        this.entries = entries;
        this.protocols = new ServiceProtocols(entries);
    }

    /** One text for each contradiction. */
    Set<String> contradictions() {
        Set<String> found = new TreeSet<>();
        for (ConfigEntry entry : entries.ofKind(ConfigEntry.INTENTIONS)) {
            boolean wild = entry.service().exact() < 2;
            if (!wild && entry.hasPermissions() && !ServiceProtocols.isHttpLike(protocols.of(entry.service()))) {
                found.add("permissions for " + entry.service() + ", which is no HTTP");
            }
        }
        Stream.of(ConfigEntry.ROUTER, ConfigEntry.SPLITTER, ConfigEntry.RESOLVER)
                .flatMap(kind -> entries.ofKind(kind).stream())
                .map(ConfigEntry::service)
                .distinct()
                .flatMap(root -> DiscoveryChain.stored(root, entries).contradiction().stream())
                .forEach(text -> found.add(text));
        return found;
    }
}
