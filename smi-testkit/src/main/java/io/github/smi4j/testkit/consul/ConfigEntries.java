package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Config entries, of which there is one for a kind and a service. Where the cluster has two resources for one, nobody knows which of
 * them Consul has, and the entry is refused when it is asked for. Immutable.
 */
final class ConfigEntries {
    private final Map<Key, ConfigEntry> all;
    private final Set<Key> contested;

    private ConfigEntries(Map<Key, ConfigEntry> all, Set<Key> contested) {
        this.all = all;
        this.contested = contested;
    }

    /**
     * What there is one entry for.
     *
     * @param kind the kind as Consul calls it
     * @param service the service
     */
    private record Key(String kind, ConsulService service) {
        static Key of(ConfigEntry entry) {
            return new Key(entry.kind(), entry.service());
        }
    }

    static ConfigEntries of(List<ConfigEntry> there) {
        Map<Key, ConfigEntry> all = new LinkedHashMap<>();
        Set<Key> contested = new LinkedHashSet<>();
        for (ConfigEntry entry : there) {
            ConfigEntry before = all.putIfAbsent(Key.of(entry), entry);
            if (before != null && !before.spec().equals(entry.spec())) {
                contested.add(Key.of(entry));
            }
        }
        return new ConfigEntries(all, contested);
    }

    /** The same with an entry more, which takes the place of the one that is there. */
    ConfigEntries with(ConfigEntry entry) {
        Map<Key, ConfigEntry> more = new LinkedHashMap<>(all);
        more.put(Key.of(entry), entry);
        Set<Key> less = new LinkedHashSet<>(contested);
        less.remove(Key.of(entry));
        return new ConfigEntries(more, less);
    }

    /** The entry of a kind for a service; absent if there is none. */
    Optional<ConfigEntry> of(String kind, ConsulService service) {
        return Optional.ofNullable(all.get(new Key(kind, service))).map(this::uncontested);
    }

    /** The entry for all proxies; absent if there is none. */
    Optional<ConfigEntry> global(String kind, String name) {
        return of(kind, new ConsulService(Settings.DEFAULT, name));
    }

    /** The entries of a kind, contested or not. */
    List<ConfigEntry> ofKind(String kind) {
        return all.values().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** The services of a namespace that entries name, as what they are for or as a source, and one that none of them names. */
    Stream<ConsulService> services(String namespace) {
        Stream<ConsulService> named = all.values().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.service().name()),
                        Fields.objects(entry.spec(), "sources").stream().map(source -> Fields.text(source, "name"))))
                .filter(name -> !name.equals(ConsulService.ANY))
                .map(name -> new ConsulService(namespace, name));
        return Stream.concat(named, Stream.of(new ConsulService(namespace, "(any other)")))
                .distinct();
    }

    /** Refuses an entry that comes from one of two resources. */
    ConfigEntry uncontested(ConfigEntry entry) {
        if (contested.contains(Key.of(entry))) {
            throw new UnsupportedOperationException(
                    "the model of Consul does not know which of several resources is the " + entry);
        }
        return entry;
    }
}
