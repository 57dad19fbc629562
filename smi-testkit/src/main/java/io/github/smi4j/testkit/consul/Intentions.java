package io.github.smi4j.testkit.consul;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What intentions say: the one of the highest precedence decides, and if none of its permissions is for a request, the default
 * policy does. Permissions deny everything where the service has no HTTP.
 */
final class Intentions {
    private static final int EXACT_DESTINATION = 9;
    private static final int STEP = 3;

    private final ConfigEntries entries;
    private final Settings settings;

    Intentions(ConfigEntries entries, Settings settings) {
        this.entries = entries;
        this.settings = settings;
    }

    /**
     * An intention.
     *
     * @param entry the entry that it is in
     * @param source the services that it is for
     * @param tree what it says
     */
    private record Intention(ConfigEntry entry, ConsulService source, Map<?, ?> tree) {
        int precedence() {
            int most = EXACT_DESTINATION - STEP * (2 - entry.service().exact());
            return most - (2 - source.exact());
        }
    }

    Outcome decide(ConsulService source, ConsulService destination, Traffic traffic, boolean hasHttp) {
        Optional<Intention> first = first(source, destination);
        if (first.isEmpty()) {
            return byDefault();
        }
        requireKnown(first.get());
        List<Map<?, ?>> permissions = Fields.objects(first.get().tree(), "permissions");
        if (permissions.isEmpty()) {
            return action(first.get().tree());
        }
        if (!hasHttp || !(traffic instanceof Traffic.Http request)) {
            return Outcome.DENIED;
        }
        return permissions.stream()
                .filter(permission -> HttpMatch.isPermission(Fields.object(permission, "http"), request))
                .findFirst()
                .map(Intentions::action)
                .orElseGet(this::byDefault);
    }

    private Outcome byDefault() {
        return Outcomes.of(settings.allowsByDefault());
    }

    private static Outcome action(Map<?, ?> tree) {
        return Outcomes.of(Fields.text(tree, "action").equals("allow"));
    }

    private Optional<Intention> first(ConsulService source, ConsulService destination) {
        List<Intention> found = new ArrayList<>();
        for (ConfigEntry entry : entries.ofKind(ConfigEntry.INTENTIONS)) {
            // Consul does not take permissions for a wildcard.
            if (entry.service().covers(destination) && (entry.service().exact() == 2 || !entry.hasPermissions())) {
                Fields.objects(entries.uncontested(entry).spec(), "sources").stream()
                        .filter(Intentions::isLocal)
                        .map(tree -> new Intention(entry, sourceOf(entry, tree), tree))
                        .filter(intention -> intention.source().covers(source))
                        .forEach(intention -> found.add(intention));
            }
        }
        // Of several sources of one name, which Consul does not take, the first counts.
        return found.stream().min(Comparator.comparing(intention -> -intention.precedence()));
    }

    /** What is for a peer or another partition is for no service here. */
    private static boolean isLocal(Map<?, ?> source) {
        if (!Fields.text(source, "samenessGroup").isEmpty()) {
            throw new UnsupportedOperationException("the model of Consul does not know samenessGroup");
        }
        String partition = Fields.text(source, "partition");
        return Fields.text(source, "peer").isEmpty() && (partition.isEmpty() || partition.equals(Settings.DEFAULT));
    }

    /** A source without a namespace is of that of the destination. */
    private static ConsulService sourceOf(ConfigEntry entry, Map<?, ?> source) {
        String namespace = Fields.text(source, "namespace");
        String own = entry.service().namespace();
        String inherited = own.equals(ConsulService.ANY) ? Settings.DEFAULT : own;
        return new ConsulService(namespace.isEmpty() ? inherited : namespace, Fields.text(source, "name"));
    }

    private static void requireKnown(Intention intention) {
        Fields.requireKnown(intention.entry().spec(), "ServiceIntentions", "destination", "sources");
        Fields.requireKnown(
                intention.tree(),
                "a source",
                "name",
                "namespace",
                "partition",
                "peer",
                "samenessGroup",
                "action",
                "permissions",
                "description");
        Fields.objects(intention.tree(), "permissions")
                .forEach(permission -> Fields.requireKnown(permission, "a permission", "action", "http"));
    }
}
