package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compiles a discovery chain: all that it resolves has one protocol, which is HTTP if there is a router or a splitter, and nothing
 * comes back to itself.
 */
final class ChainCompiler {
    private final ConsulService root;
    private final ConfigEntries entries;
    private final boolean plain;
    private final ServiceProtocols protocols;
    private final Set<ConsulService> splitting = new LinkedHashSet<>();
    private String protocol = "";
    private boolean routes;
    private Optional<String> contradiction = Optional.empty();

    /**
     * A compiler for one chain.
     *
     * @param plain whether routers and splitters are left out
     */
    ChainCompiler(ConsulService root, ConfigEntries entries, boolean plain) {
        this.root = root;
        this.entries = entries;
        this.plain = plain;
        this.protocols = new ServiceProtocols(entries);
    }

    DiscoveryChain compile() {
        ChainNode start = plain
                ? resolver(root, "")
                : entries.of(ConfigEntry.ROUTER, root).map(this::router).orElseGet(() -> splitterOrResolver(root));
        if (routes && !ServiceProtocols.isHttpLike(protocol)) {
            contradict("the protocol " + protocol + " has neither routes nor splits");
        }
        return new DiscoveryChain(protocol, start, contradiction);
    }

    private void contradict(String what) {
        contradiction = contradiction.or(() -> Optional.of("the chain of " + root + ": " + what));
    }

    private void record(ConsulService service) {
        String found = protocols.of(service);
        if (!protocol.isEmpty() && !protocol.equals(found)) {
            contradict(service + " has the protocol " + found + ", not " + protocol);
        }
        protocol = protocol.isEmpty() ? found : protocol;
    }

    private ChainNode router(ConfigEntry router) {
        routes = true;
        record(root);
        List<ChainNode.Route> all = new ArrayList<>();
        for (Map<?, ?> route : Fields.objects(router.spec(), "routes")) {
            Fields.requireKnown(route, "a route", "match", "destination");
            Map<?, ?> destination = Fields.object(route, "destination");
            all.add(new ChainNode.Route(
                    Fields.object(route, "match"),
                    destination,
                    next(ChainTargets.service(destination, root), destination)));
        }
        all.add(new ChainNode.Route(Map.of(), Map.of(), splitterOrResolver(root)));
        return new ChainNode.Router(List.copyOf(all));
    }

    /** With a subset a service is not split. */
    private ChainNode next(ConsulService service, Map<?, ?> tree) {
        String unknown = ChainTargets.unknown(tree);
        return Fields.text(tree, "serviceSubset").isEmpty()
                ? splitterOrResolver(service, unknown)
                : resolver(service, unknown);
    }

    private ChainNode splitterOrResolver(ConsulService service) {
        return splitterOrResolver(service, "");
    }

    private ChainNode splitterOrResolver(ConsulService service, String unknown) {
        Optional<ConfigEntry> splitter = entries.of(ConfigEntry.SPLITTER, service);
        return splitter.isEmpty() || !unknown.isEmpty()
                ? resolver(service, unknown)
                : splitter(service, splitter.get());
    }

    private ChainNode splitter(ConsulService service, ConfigEntry splitter) {
        routes = true;
        if (!splitting.add(service)) {
            contradict("it comes back to " + service);
            return new ChainNode.Resolver(service, "what leads back to itself");
        }
        List<ChainNode.Split> splits = new ArrayList<>();
        for (Map<?, ?> split : Fields.objects(splitter.spec(), "splits")) {
            ConsulService target = ChainTargets.service(split, service);
            ChainNode next =
                    target.equals(service) ? resolver(target, ChainTargets.unknown(split)) : next(target, split);
            splits.add(new ChainNode.Split(SplitWeights.stored(split), split, next));
        }
        splitting.remove(service);
        return new ChainNode.Splitter(List.copyOf(splits));
    }

    /** Follows redirects; what it meets on the way has the protocol of the chain, too. */
    private ChainNode resolver(ConsulService first, String given) {
        ConsulService service = first;
        String unknown = given;
        Set<ConsulService> visited = new LinkedHashSet<>();
        while (visited.add(service)) {
            record(service);
            Map<?, ?> spec = entries.of(ConfigEntry.RESOLVER, service)
                    .<Map<?, ?>>map(ConfigEntry::spec)
                    .orElse(Map.of());
            Map<?, ?> redirect = Fields.object(spec, "redirect");
            if (unknown.isEmpty()) {
                unknown = redirect.isEmpty() ? ChainTargets.unknownOfResolver(spec) : ChainTargets.unknown(redirect);
            }
            ConsulService target = ChainTargets.service(redirect, service);
            if (target.equals(service)) {
                return new ChainNode.Resolver(service, unknown);
            }
            service = target;
        }
        contradict("it is redirected back to " + service);
        return new ChainNode.Resolver(service, unknown);
    }
}
